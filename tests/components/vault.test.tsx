// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { VaultPart } from '../../components/vault/vault-part.tsx';
import type { VaultView } from '../../utils/core/vault/types.ts';
import { again, button, choose, click, settled, show, submit, t, type } from './screen.tsx';
import { happens, labelled, longWork, MINUTE_MS, openView, RIGHT, said, vaultWorld } from './vault-world.tsx';

async function part(first: VaultView) {
  const world = vaultWorld(first);
  const root = show(<VaultPart ports={world.ports} told={first.state} />);
  await act(settled);
  return { root, ...world };
}

const focused = () => document.activeElement?.textContent;
const statusOf = (root: HTMLElement) =>
  [...root.querySelectorAll('[role=status]')].map((one) => one.textContent).join();
const field = (root: HTMLElement) => labelled(root, t('vault.passphrase'));

describe('without a passphrase', () => {
  const begun = async () => {
    const world = await part({ state: 'none' });
    await click(button(world.root, t('vault.start')));
    return world;
  };
  const atSecond = async () => {
    const world = await begun();
    await submit(world.root);
    return world;
  };

  it('the part says what one does, what it cannot do, and what its loss means', async () => {
    const { root } = await part({ state: 'none' });
    for (const key of ['vault.what', 'vault.seen', 'vault.lost'] as const) expect(root.textContent).toContain(t(key));
  });

  it('one is made, shown in five groups, copied, and made anew', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { root } = await begun();
    expect(focused()).toBe(t('vault.choose'));
    expect([...root.querySelectorAll('bdi span')].map((one) => one.textContent)).toHaveLength(5);
    expect(root.querySelector('bdi')?.textContent).toBe(RIGHT);
    await click(button(root, t('vault.copy')));
    expect(write).toHaveBeenCalledExactlyOnceWith(RIGHT);
    expect(statusOf(root)).toContain(t('care.copied'));
    await click(button(root, t('vault.another')));
    expect(root.querySelector('bdi')?.textContent).not.toBe(RIGHT);
    expect(statusOf(root)).not.toContain(t('care.copied'));
  });

  it('it is typed once more before anything happens', async () => {
    const { root, ports } = await atSecond();
    expect(focused()).toBe(t('vault.again'));
    expect(root.textContent).not.toContain('babad');
    for (const wrong of ['', 'lusab-babad-gutih-tugad-zizud']) {
      await type(field(root), wrong);
      await submit(root);
      expect(said(root, field(root))).toContain(t('error.vault.differs'));
      expect(field(root).getAttribute('aria-invalid')).toBe('true');
    }
    expect(ports.switchOn).not.toHaveBeenCalled();
  });

  it('it is set as it was made, whatever stands between the groups, and kept open as chosen', async () => {
    const { root, ports } = await atSecond();
    await type(field(root), ' LUSAB babad gutih  tugad zizur ');
    await choose(root, t('vault.keep.browser'));
    await submit(root);
    expect(ports.switchOn).toHaveBeenCalledExactlyOnceWith(RIGHT, null, expect.anything());
    expect(statusOf(root)).toContain(t('vault.on'));
    expect(focused()).toBe(t('vault.title'));
    expect(root.textContent).toContain(`${t('vault.keep')}: ${t('vault.keep.browser')}`);
  });

  it('stays open for half an hour where nothing else is chosen', async () => {
    const { root, ports } = await atSecond();
    await type(field(root), RIGHT);
    await submit(root);
    expect(ports.switchOn).toHaveBeenCalledExactlyOnceWith(RIGHT, 30 * MINUTE_MS, expect.anything());
  });

  it('one of their own is weighed first', async () => {
    const { root, ports } = await begun();
    await choose(root, t('vault.kind.own'));
    expect(root.querySelector('bdi')).toBeNull();
    await type(field(root), 'too short');
    await submit(root);
    expect(field(root).getAttribute('aria-invalid')).toBe('true');
    await type(field(root), 'Seven herons in a boat');
    await submit(root);
    expect(focused()).toBe(t('vault.again'));
    await type(field(root), 'Seven herons in a boat');
    await submit(root);
    expect(ports.switchOn).toHaveBeenCalledExactlyOnceWith('Seven-herons-in-a-boat', 30 * MINUTE_MS, expect.anything());
  });

  it('shows how far the log is sealed, in tenths for the ears, though the vault is open meanwhile', async () => {
    const { root, ports, change } = await atSecond();
    const { work, last } = longWork();
    ports.switchOn.mockImplementationOnce((_passphrase, _keep, course) => work(course));
    await type(field(root), RIGHT);
    await submit(root);
    await change(openView({ unsealed: 70 }));
    await happens(() => last().course.progress(0.37));
    const bar = root.querySelector('progress');
    expect([bar?.value, bar?.getAttribute('aria-label')]).toEqual([0.37, t('vault.sealing')]);
    expect(statusOf(root)).toContain(t('vault.progress', { what: t('vault.sealing'), percent: 30 }));
    expect(root.textContent).not.toContain(t('vault.unsealed', { count: 70 }));
    await happens(() => last().end({ ok: true, value: null }));
    expect(root.querySelector('progress')).toBeNull();
    expect(statusOf(root)).toContain(t('vault.on'));
  });

  it('can be stopped on the way; what is left is said and can go on', async () => {
    const { root, ports, change } = await atSecond();
    const { work, last } = longWork();
    ports.switchOn.mockImplementationOnce((_passphrase, _keep, course) => work(course));
    await type(field(root), RIGHT);
    await submit(root);
    await change(openView({ unsealed: 70 }));
    await click(button(root.querySelector('progress')?.parentElement as HTMLElement, t('cancel')));
    expect(last().course.signal?.aborted).toBe(true);
    expect(root.textContent).not.toContain(t('vault.on'));
    expect(root.textContent).not.toContain(t('vault.failed'));
    expect(root.textContent).toContain(t('vault.unsealed', { count: 70 }));
    await click(button(root, t('vault.go-on')));
    expect(ports.sealRest).toHaveBeenCalledOnce();
    expect(root.textContent).not.toContain(t('vault.unsealed', { count: 70 }));
  });

  it('says so where the browser could not do it, and keeps what was typed', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const { root, ports } = await atSecond();
    const { work, last } = longWork();
    ports.switchOn.mockImplementationOnce((_passphrase, _keep, course) => work(course));
    await type(field(root), RIGHT);
    await submit(root);
    await happens(() => last().break(new Error('disk')));
    expect(root.textContent).toContain(t('vault.failed'));
    expect(field(root).value).toBe(RIGHT);
    await submit(root);
    expect(statusOf(root)).toContain(t('vault.on'));
  });

  it('goes back and out without a trace', async () => {
    const { root, ports } = await atSecond();
    await click(button(root, t('end.back')));
    expect(root.querySelector('bdi')?.textContent).toBe(RIGHT);
    await click(button(root, t('cancel')));
    expect(focused()).toBe(t('vault.title'));
    expect(ports.switchOn).not.toHaveBeenCalled();
    await click(button(root, t('vault.start')));
    expect(root.querySelector('bdi')?.textContent).not.toBe(RIGHT);
  });
});

describe('a locked log', () => {
  it('is opened by its passphrase alone', async () => {
    const { root, ports } = await part({ state: 'locked' });
    await type(field(root), 'not it');
    await submit(root);
    expect(said(root, field(root))).toContain(t('error.vault.wrong-passphrase'));
    await type(field(root), RIGHT);
    expect(field(root).getAttribute('aria-invalid')).toBeNull();
    await choose(root, t('vault.keep.short'));
    await submit(root);
    expect(ports.unlock).toHaveBeenLastCalledWith(RIGHT, 5 * MINUTE_MS);
    expect(root.querySelector('input')).toBeNull();
    expect(root.textContent).toContain(t('vault.open'));
    expect(focused()).toBe(t('vault.title'));
  });
});

describe('an open log', () => {
  const deed = async (name: 'change' | 'when' | 'off') => {
    const world = await part(openView());
    await click(button(world.root, t(`vault.${name}`)));
    return world;
  };

  it('leaves the focus where it is when the page opens', async () => {
    await part(openView());
    expect(document.activeElement).toBe(document.body);
  });

  it('is locked at once', async () => {
    const { root, ports } = await part(openView());
    await click(button(root, t('vault.lock')));
    expect(ports.lock).toHaveBeenCalledOnce();
    expect(root.textContent).toContain(t('vault.locked-title'));
    expect(focused()).toBe(t('vault.title'));
  });

  it('locks at its time, unless that moved on meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const world = vaultWorld(openView({ until: 1_000 }));
      const root = show(<VaultPart ports={world.ports} told="open" />);
      const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
      await pass(0);
      world.ports.read.mockResolvedValueOnce(openView({ until: 5_000 }));
      await pass(1_000);
      expect(root.textContent).toContain(t('vault.open'));
      world.ports.read.mockResolvedValueOnce({ state: 'locked' });
      await pass(4_999);
      expect(root.textContent).toContain(t('vault.open'));
      await pass(1);
      expect(root.textContent).toContain(t('vault.locked-title'));
    } finally {
      vi.useRealTimers();
    }
  });

  it('gets another time of locking for its passphrase', async () => {
    const { root, ports } = await deed('when');
    expect(focused()).toBe(t('vault.when'));
    await choose(root, t('vault.keep.browser'));
    await type(field(root), RIGHT);
    await submit(root);
    expect(ports.unlock).toHaveBeenCalledExactlyOnceWith(RIGHT, null);
    expect(root.textContent).toContain(`${t('vault.keep')}: ${t('vault.keep.browser')}`);
  });

  it('gets another passphrase for the old one', async () => {
    const { root, ports } = await deed('change');
    const made = root.querySelector('bdi')?.textContent ?? '';
    await submit(root);
    expect(root.textContent).toContain(t('vault.change-hint'));
    await type(field(root), made);
    await type(labelled(root, t('vault.before')), 'not it');
    await submit(root);
    expect(said(root, labelled(root, t('vault.before')))).toContain(t('error.vault.wrong-passphrase'));
    await type(labelled(root, t('vault.before')), RIGHT);
    await submit(root);
    expect(ports.changePassphrase).toHaveBeenLastCalledWith(RIGHT, made);
    expect(statusOf(root)).toContain(t('vault.changed'));
  });

  it('loses its passphrase after one question', async () => {
    const { root, ports } = await deed('off');
    expect(focused()).toBe(t('vault.off'));
    expect(root.textContent).toContain(t('vault.off-ask'));
    expect(ports.switchOff).not.toHaveBeenCalled();
    await click(button(root, t('vault.off-yes')));
    expect(ports.switchOff).toHaveBeenCalledOnce();
    expect(statusOf(root)).toContain(t('vault.off-done'));
    expect(button(root, t('vault.start'))).toBeTruthy();
    const kept = await deed('off');
    await click(button(kept.root, t('cancel')));
    expect(kept.ports.switchOff).not.toHaveBeenCalled();
    expect(kept.root.textContent).toContain(t('vault.open'));
  });
});

describe('what is typed', () => {
  it('is hidden until it is asked for, and named to password managers', async () => {
    const { root } = await part({ state: 'locked' });
    const show = button(root, t('vault.show-label', { field: t('vault.passphrase') }));
    expect([field(root).type, field(root).autocomplete]).toEqual(['password', 'current-password']);
    expect(show.getAttribute('aria-pressed')).toBe('false');
    await click(show);
    expect(field(root).type).toBe('text');
    expect(show.getAttribute('aria-pressed')).toBe('true');
    const fresh = await part({ state: 'none' });
    await click(button(fresh.root, t('vault.start')));
    await submit(fresh.root);
    expect(field(fresh.root).autocomplete).toBe('new-password');
  });
});

describe('another page', () => {
  it('takes the passphrase off while the log is locked: the status tells', async () => {
    const world = vaultWorld({ state: 'locked' });
    const root = show(<VaultPart ports={world.ports} told="locked" />);
    await act(settled);
    world.ports.read.mockResolvedValue({ state: 'none' });
    again(root, <VaultPart ports={world.ports} told="none" />);
    await act(settled);
    expect(button(root, t('vault.start'))).toBeTruthy();
  });
});
