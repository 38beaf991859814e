// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { DataPart } from '../../components/data/data-part.tsx';
import type { DataPorts } from '../../components/data/types.ts';
import type { EraseChoice } from '../../utils/core/log/erase.ts';
import type { PrivateParts } from '../../utils/core/log/private-parts.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { VaultState } from '../../utils/core/vault/types.ts';
import { JOB, SETTINGS } from './samples.ts';
import { button, change, choose, click, show, submit, t, type } from './screen.tsx';

const NOW = Date.parse('2026-11-24T20:00:00-05:00');
const ZONE = 'America/Bogota';
const PARTS: PrivateParts = {
  count: 14,
  apps: ['alpha', 'beta'],
  senders: [
    { app: 'alpha', who: 'a11a', name: '\u202eAna', count: 9 },
    { app: 'beta', who: 'b00b', name: null, count: 3 },
  ],
};
const ERASURE = { lines: [{ count: 3, lines: [{ first: 2, last: 9 }] }], held: ['h1'], files: [] };

function setUp(change: Partial<DataPorts> = {}, settings: Settings = SETTINGS, vault: VaultState = 'none') {
  const ports = {
    readParts: vi.fn(async () => PARTS),
    plan: vi.fn(async (_: EraseChoice) => ({ erasure: ERASURE, count: 3 })),
    erase: vi.fn(async () => null),
    eraseAll: vi.fn(async () => null),
    countBefore: vi.fn(async () => 0),
    makeCheckpoint: vi.fn(async (): Promise<number | null> => 7),
    ...change,
  };
  let saved = settings;
  const save = vi.fn(async (apply: (now: Settings) => Settings) => {
    saved = apply(saved);
    return null;
  });
  const props = { ports, settings, now: NOW, deviceZone: ZONE, appName: (id: string) => id.toUpperCase(), save, vault };
  const root = show(<DataPart {...props} />);
  return { root, ports, save, saved: () => saved };
}

const field = <E extends HTMLElement>(root: HTMLElement, label: string): E => {
  const found = [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
  const element = root.querySelector<E>(`#${CSS.escape(found?.htmlFor ?? 'none')}`);
  if (element === null) throw new Error(`no field “${label}”`);
  return element;
};

describe('names and texts', () => {
  async function opened(change: Partial<DataPorts> = {}) {
    const world = setUp(change);
    await click(button(world.root, t('data.open')));
    return world;
  }

  it('of a sender are counted, asked about, and only then erased', async () => {
    const { root, ports } = await opened();
    const senders = field<HTMLSelectElement>(root, t('data.sender'));
    expect([...senders.options].map((one) => one.textContent)).toEqual(['⟦U+202E⟧Ana · ALPHA · 9', 'b00b · BETA · 3']);
    await change(senders, '1');
    await submit(root);
    expect(ports.plan).toHaveBeenCalledExactlyOnceWith({ by: 'sender', app: 'beta', who: 'b00b' });
    expect(root.textContent).toContain(t('data.ask', { count: 3 }));
    expect(root.textContent).toContain(t('data.ask-held', { count: 1 }));
    expect(ports.erase).not.toHaveBeenCalled();
    await click(button(root, t('data.yes')));
    expect(ports.erase).toHaveBeenCalledExactlyOnceWith(ERASURE);
    expect(root.querySelector('[role=status]')?.textContent).toContain(t('data.erased', { count: 3 }));
  });

  it('stay where the person thinks better of it, or chooses something else meanwhile', async () => {
    const { root, ports } = await opened();
    await submit(root);
    await choose(root, t('data.by.app'));
    expect(root.textContent).not.toContain(t('data.ask', { count: 3 }));
    await submit(root);
    expect(ports.plan).toHaveBeenLastCalledWith({ by: 'app', app: 'alpha' });
    const asked = [...root.querySelectorAll<HTMLElement>('button')].filter((one) => one.textContent === t('cancel'));
    await click(asked.at(-1) as HTMLElement);
    expect(root.textContent).not.toContain(t('data.yes'));
    expect(ports.erase).not.toHaveBeenCalled();
  });

  it('before a day begin to go with the midnight that opens it, here', async () => {
    const { root, ports } = await opened();
    await choose(root, t('data.by.before'));
    await submit(root);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.erase.date'));
    await type(field(root, t('data.before')), '2026-03-01');
    await submit(root);
    expect(ports.plan).toHaveBeenCalledExactlyOnceWith({ by: 'before', at: Date.parse('2026-03-01T00:00:00-05:00') });
  });

  it.each(['', '0', '1.5', '-3', '9999999999', 'x'])('of line “%s” are not looked for', async (line) => {
    const { root, ports } = await opened();
    await choose(root, t('data.by.entry'));
    await type(field(root, t('data.line')), line);
    await submit(root);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.erase.line'));
    expect(ports.plan).not.toHaveBeenCalled();
  });

  it('that are not there are said not to be', async () => {
    const { root, ports } = await opened({
      plan: vi.fn(async () => ({ erasure: { lines: [], held: [], files: [] }, count: 0 })),
    });
    await choose(root, t('data.by.entry'));
    await type(field(root, t('data.line')), '12');
    await submit(root);
    expect(ports.plan).toHaveBeenCalledExactlyOnceWith({ by: 'entry', seq: 12 });
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.erase.nothing'));
    const { root: empty } = await opened({ readParts: async () => ({ count: 0, apps: [], senders: [] }) });
    expect(empty.textContent).toContain(t('data.none'));
  });

  it('that could not be erased are said to be there still', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
    const { root } = await opened({ erase: () => Promise.reject(new Error('disk')) });
    await submit(root);
    await click(button(root, t('data.yes')));
    expect(root.textContent).toContain(t('data.failed'));
    expect(root.textContent).not.toContain(t('data.erased', { count: 3 }));
  });
});

describe('a locked log', () => {
  it('has no names and texts to choose from before it is unlocked', async () => {
    const { root } = setUp({}, SETTINGS, 'locked');
    expect(root.textContent).toContain(t('vault.unlock-first'));
    expect(root.textContent).not.toContain(t('data.open'));
    await click(button(root, t('end.open', { label: JOB.label })));
    for (let step = 0; step < 3; step += 1) await click(button(root, t('end.skip')));
    expect([...root.querySelectorAll('fieldset label')].map((one) => one.textContent)).toEqual([
      t('end.keep'),
      t('end.all'),
    ]);
    expect(setUp().root.textContent).not.toContain(t('vault.unlock-first'));
  });
});

describe('everything', () => {
  it('goes after one question, the settings only where they were asked for', async () => {
    const { root, ports } = setUp();
    await click(button(root, t('data.all')));
    expect(root.textContent).toContain(t('data.all-ask'));
    expect(ports.eraseAll).not.toHaveBeenCalled();
    await click(button(root, t('data.yes')));
    expect(ports.eraseAll).toHaveBeenCalledExactlyOnceWith(false);
    expect(root.textContent).toContain(t('data.all-done'));
    await click(button(root, t('data.all')));
    await choose(root, t('data.all-settings'));
    await click(button(root, t('data.yes')));
    expect(ports.eraseAll).toHaveBeenLastCalledWith(true);
  });

  it.each([
    ['none', 'data.all-clear', 'data.all-key'],
    ['open', 'data.all-key', 'data.all-clear'],
    ['locked', 'data.all-key', 'data.all-clear'],
  ] as const)('says what the disk may still tell where the vault is %s', async (vault, said, unsaid) => {
    const { root } = setUp({}, SETTINGS, vault);
    await click(button(root, t('data.all')));
    expect(root.textContent).toContain(`${t('data.all-ask')} ${t(said)}`);
    expect(root.textContent).not.toContain(t(unsaid));
  });

  it('stays where the person thinks better of it', async () => {
    const { root, ports } = setUp();
    await click(button(root, t('data.all')));
    await click(button(root, t('cancel')));
    expect(ports.eraseAll).not.toHaveBeenCalled();
    expect(button(root, t('data.all'))).toBeTruthy();
  });
});

describe('a job that has ended', () => {
  const begin = async (change: Partial<DataPorts> = {}, settings: Settings = SETTINGS) => {
    const world = setUp(change, settings);
    await click(button(world.root, t('end.open', { label: JOB.label })));
    return world;
  };
  const press = (root: HTMLElement, name: 'next' | 'skip' | 'back' | 'finish') => click(button(root, t(`end.${name}`)));

  it('is closed by the last step: hours first, then the record', async () => {
    const { root, ports, save, saved } = await begin();
    expect(root.querySelector('h4')?.textContent).toBe(t('end.step', { step: 1, steps: 5, what: t('end.step.day') }));
    expect(field<HTMLInputElement>(root, t('end.day')).value).toBe('2026-11-24');
    await type(field(root, t('end.day')), '2026-11-27');
    await press(root, 'next');
    expect(document.activeElement?.textContent).toContain(t('end.step.checkpoint'));
    await click(button(root, t('checkpoints.make')));
    expect(root.textContent).toContain(t('checkpoints.made', { number: 7 }));
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/log.html#checkpoints');
    await press(root, 'next');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/log.html?job=job#bundle');
    await press(root, 'next');
    await choose(root, t('end.private'));
    await press(root, 'next');
    const apps = SETTINGS.apps.filter(({ employment }) => employment === JOB.id).map(({ id }) => id);
    expect(ports.plan).toHaveBeenCalledExactlyOnceWith({ by: 'job', employment: JOB.id, apps });
    expect(root.textContent).toContain(t('data.ask', { count: 3 }));
    expect(save).not.toHaveBeenCalled();
    expect(ports.erase).not.toHaveBeenCalled();
    await press(root, 'finish');
    expect(saved().employments[0]?.hours.at(-1)?.validUntil).toBe('2026-11-28');
    expect(ports.erase).toHaveBeenCalledExactlyOnceWith(ERASURE);
    expect(ports.eraseAll).not.toHaveBeenCalled();
    expect(root.textContent).toContain(t('end.done'));
  });

  it('stays as it was where every step is skipped, and where it is cancelled', async () => {
    const { root, ports, save } = await begin();
    for (let step = 0; step < 4; step += 1) await press(root, 'skip');
    expect(root.textContent).toContain(t('end.hours-stay'));
    expect(root.textContent).toContain(t('end.record-stays'));
    await press(root, 'finish');
    const cancelled = await begin();
    for (let step = 0; step < 3; step += 1) await press(cancelled.root, 'next');
    await choose(cancelled.root, t('end.all'));
    await press(cancelled.root, 'next');
    await click(button(cancelled.root, t('cancel')));
    for (const world of [{ ports, save }, cancelled]) {
      expect(world.save).not.toHaveBeenCalled();
      expect(world.ports.erase).not.toHaveBeenCalled();
      expect(world.ports.eraseAll).not.toHaveBeenCalled();
      expect(world.ports.makeCheckpoint).not.toHaveBeenCalled();
    }
  });

  it('takes the whole record along only where it is the only one', async () => {
    const { root, ports } = await begin();
    for (let step = 0; step < 3; step += 1) await press(root, 'skip');
    await choose(root, t('end.all'));
    await press(root, 'next');
    expect(root.textContent).toContain(t('data.all-ask'));
    await press(root, 'finish');
    expect(ports.eraseAll).toHaveBeenCalledExactlyOnceWith(false);
    const two = await begin({}, { ...SETTINGS, employments: [JOB, { ...JOB, id: 'other', label: 'Other' }] });
    for (let step = 0; step < 3; step += 1) await press(two.root, 'skip');
    expect(two.root.textContent).not.toContain(t('end.all'));
  });

  it('needs a day on which it had begun', async () => {
    const { root } = await begin();
    for (const day of ['', '1990-01-01']) {
      await type(field(root, t('end.day')), day);
      await press(root, 'next');
      expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.erase.last-day'));
    }
    await type(field(root, t('end.day')), JOB.hours[0]?.validFrom ?? '');
    await press(root, 'next');
    expect(root.textContent).toContain(t('end.step.checkpoint'));
  });

  it('erases nothing where its hours were refused', async () => {
    const { root, ports, save } = await begin();
    save.mockResolvedValueOnce({ code: 'erase.last-day', field: 'day' } as never);
    await press(root, 'next');
    for (let step = 0; step < 2; step += 1) await press(root, 'skip');
    await choose(root, t('end.all'));
    await press(root, 'next');
    await press(root, 'finish');
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('error.erase.last-day'));
    expect(ports.eraseAll).not.toHaveBeenCalled();
  });
});

describe('being reminded', () => {
  it('is chosen, and taken back', async () => {
    const { root, saved } = setUp();
    await change(field<HTMLSelectElement>(root, t('data.retention')), '24');
    expect(saved()).toEqual({ ...SETTINGS, retention: 24 });
    await change(field<HTMLSelectElement>(root, t('data.retention')), 'never');
    expect(saved()).toEqual(SETTINGS);
  });

  it('names how many lines are older, counted from the same day so many months ago', async () => {
    const countBefore = vi.fn(async () => 41);
    const { root } = setUp({ countBefore }, { ...SETTINGS, retention: 6 });
    await vi.waitFor(() =>
      expect(root.textContent).toContain(t('data.old', { count: 41, age: t('data.retention.6') })),
    );
    expect(countBefore).toHaveBeenCalledExactlyOnceWith(Date.parse('2026-05-24T00:00:00-05:00'));
    expect(setUp().root.textContent).not.toContain('41');
  });
});
