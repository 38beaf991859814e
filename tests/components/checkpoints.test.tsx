// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { CheckpointsView } from '../../components/checkpoints/checkpoints-view.tsx';
import { fail, ok } from '../../utils/core/result.ts';
import { checkpoint, checkpoints, checkpointsProps, KEY_NUMBER, WITNESS } from './checkpoints-world.tsx';
import { again, button, click, settled, show, t, type } from './screen.tsx';

const folds = (root: HTMLElement, words: string): HTMLDetailsElement => {
  const found = [...root.querySelectorAll('details')].find((one) =>
    one.querySelector('summary')?.textContent?.startsWith(words),
  );
  if (found === undefined) throw new Error(`nothing folds called “${words}”`);
  return found;
};

async function unfold(root: HTMLElement, words: string): Promise<HTMLDetailsElement> {
  const found = folds(root, words);
  await act(async () => {
    found.open = true;
    found.dispatchEvent(new Event('toggle'));
    await settled();
  });
  return found;
}

describe('the latest checkpoint', () => {
  it('says when, how many lines, with which key, and that nobody confirmed it', () => {
    const { root } = checkpoints();
    const facts = Object.fromEntries(
      [...root.querySelectorAll('dt')].map((dt) => [dt.textContent, dt.nextElementSibling?.textContent]),
    );
    expect(root.querySelector('h3')?.textContent).toBe('The latest: checkpoint 3');
    expect(facts[t('checkpoints.fact.made')]).toBe('Nov 26, 2026 23:14');
    expect(facts[t('checkpoints.fact.covers')]).toBe('6 lines, your whole log');
    expect(facts[t('checkpoints.fact.key')]).toContain(KEY_NUMBER);
    expect(facts[t('checkpoints.fact.confirmed')]).toBe(t('checkpoints.unconfirmed'));
  });

  it('says how many lines came after it, and then making one is the main thing to do', () => {
    const { root } = checkpoints({ logSize: 7 });
    expect(root.textContent).toContain('1 line was added after it.');
    expect(root.textContent).not.toContain('your whole log');
    expect(button(root, t('checkpoints.make')).className).toContain('main');
    expect(button(checkpoints().root, t('checkpoints.make')).className).not.toContain('main');
  });

  it('names who confirmed it, when, and with which key; a name never becomes markup', () => {
    const by = '<b>council</b>\u202e';
    const { root } = checkpoints({ checkpoints: [checkpoint(3, { witnesses: [{ ...WITNESS, by }] })] });
    const item = root.querySelector('li');
    expect(item?.querySelector('b')).toBeNull();
    expect(item?.querySelector('bdi')?.textContent).toBe('<b>council</b>⟦U+202E⟧');
    expect(item?.textContent).toContain('received it on Nov 27, 2026 05:14');
    expect(item?.textContent).toContain(WITNESS.keyNumber);
    expect(root.textContent).not.toContain(t('checkpoints.unconfirmed'));
  });

  it('is not to be given away where its signature does not fit', () => {
    const { root } = checkpoints({ checkpoints: [checkpoint(3, { keyNumber: null })] });
    expect(root.textContent).toContain(t('checkpoints.damaged'));
    expect(root.querySelector('svg[role="img"]')).toBeNull();
    expect(() => button(root, t('checkpoints.copy'))).toThrow();
  });

  it('claims no more than it shows', () => {
    expect(checkpoints().root.textContent).toContain(t('checkpoints.proves'));
  });
});

describe('giving it away', () => {
  it('shows a code, black on white whatever the colours, with words for whoever does not see it', () => {
    const code = checkpoints().root.querySelector('svg[role="img"]');
    expect(code?.getAttribute('aria-label')).toBe('QR code with the five lines of checkpoint 3');
    expect(code?.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
    expect(code?.querySelector('path')?.getAttribute('fill')).toBe('#000');
  });

  it('copies exactly the five lines, and says so', async () => {
    const { root, props } = checkpoints();
    await click(button(root, t('checkpoints.copy')));
    expect(props.onCopy).toHaveBeenCalledExactlyOnceWith(checkpoint(3).text);
    expect(root.querySelector('[role="status"]')?.textContent).toBe(t('checkpoints.copied'));
    expect(folds(root, t('checkpoints.lines-shown')).open).toBe(false);
  });

  it('lays the lines open where the browser does not allow copying', async () => {
    const { root } = checkpoints({ onCopy: vi.fn(async () => false) });
    await click(button(root, t('checkpoints.copy')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe(t('checkpoints.copy-failed'));
    expect(folds(root, t('checkpoints.lines-shown')).open).toBe(true);
    expect(root.querySelector('pre')?.textContent).toBe(checkpoint(3).text);
  });

  it('saves text and signature under names that belong together', async () => {
    const { root, props } = checkpoints();
    await click(button(root, t('checkpoints.save')));
    expect(vi.mocked(props.onSave).mock.calls).toEqual([
      ['checkpoint-0f1e2d3c-0003.txt', checkpoint(3).text],
      ['checkpoint-0f1e2d3c-0003.sig', 'sig 3'],
    ]);
    expect(root.querySelector('[role="status"]')?.textContent).toContain('checkpoint-0f1e2d3c-0003.sig');
  });

  it('prints the one whose button was pressed', async () => {
    const { root, props } = checkpoints();
    await click(button(root, t('checkpoints.print')));
    expect(props.onPrint).toHaveBeenCalledExactlyOnceWith(checkpoint(3));
  });
});

describe('making one', () => {
  it.each([
    [{ kind: 'made', number: 4 } as const, 'Checkpoint 4 is made. Now give it away.'],
    [{ kind: 'same', number: 3 } as const, 'Nothing was logged since checkpoint 3: it already covers your whole log.'],
    [{ kind: 'empty' } as const, t('checkpoints.none-yet')],
  ])('%o', async (outcome, sentence) => {
    const { root } = checkpoints({ onMake: vi.fn(async () => outcome) });
    await click(button(root, t('checkpoints.make')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe(sentence);
  });

  it('says so where the background does not answer, and can be tried again', async () => {
    const { root } = checkpoints({ onMake: vi.fn(() => Promise.reject(new Error('gone'))) });
    await click(button(root, t('checkpoints.make')));
    expect(root.querySelector('[role="status"]')?.textContent).toBe(t('checkpoints.make-failed'));
    expect(button(root, t('checkpoints.make')).disabled).toBe(false);
  });

  it('stops saying that nothing was logged since, once something was', async () => {
    const props = checkpointsProps({ onMake: vi.fn(async () => ({ kind: 'same', number: 3 }) as const) });
    const root = show(<CheckpointsView {...props} />);
    await click(button(root, t('checkpoints.make')));
    again(root, <CheckpointsView {...props} logSize={7} />);
    expect(root.textContent).not.toContain('Nothing was logged');
  });

  it('is offered before there is any, not before there is a line', () => {
    const first = checkpoints({ checkpoints: [] }).root;
    expect(first.textContent).toContain(t('checkpoints.none'));
    expect(button(first, t('checkpoints.make')).disabled).toBe(false);
    const empty = checkpoints({ checkpoints: [], logSize: 0 }).root;
    expect(empty.textContent).toContain(t('checkpoints.none-yet'));
    expect(empty.querySelector('button')).toBeNull();
  });

  it('says it where they could not be read', () => {
    expect(checkpoints({ checkpoints: null, failed: true }).root.textContent).toContain(t('checkpoints.unread'));
  });
});

describe('earlier ones', () => {
  it('are folded, with their number, and drawn only when asked for', async () => {
    const { root } = checkpoints();
    const earlier = folds(root, '2 earlier checkpoints');
    expect(earlier.open).toBe(false);
    expect(earlier.querySelectorAll('li')).toHaveLength(0);
    await unfold(root, '2 earlier checkpoints');
    expect([...earlier.querySelectorAll('li summary')].map((one) => one.textContent)).toEqual([
      'Checkpoint 2Nov 26, 2026 22:144 linesnot confirmed',
      'Checkpoint 1Nov 26, 2026 21:142 linesnot confirmed',
    ]);
  });

  it('can be given away too', async () => {
    const { root, props } = checkpoints();
    await unfold(root, '2 earlier checkpoints');
    const second = await unfold(root, 'Checkpoint 2');
    await click(button(second, t('checkpoints.copy')));
    expect(props.onCopy).toHaveBeenCalledExactlyOnceWith(checkpoint(2).text);
  });

  it('come twenty at a time', async () => {
    const many = Array.from({ length: 42 }, (_, index) => checkpoint(42 - index));
    const { root } = checkpoints({ checkpoints: many, logSize: 84 });
    const earlier = await unfold(root, '41 earlier checkpoints');
    expect(earlier.querySelectorAll('li')).toHaveLength(20);
    await click(button(earlier, t('checkpoints.more')));
    await click(button(earlier, t('checkpoints.more')));
    expect(earlier.querySelectorAll('li')).toHaveLength(41);
    expect(() => button(earlier, t('checkpoints.more'))).toThrow();
  });
});

describe('time stamps', () => {
  const SERVICE = 'https://tsa.example.org/';
  const get = `Stamp checkpoint 3: ${SERVICE}`;
  const opened = async (part: Parameters<typeof checkpoints>[0] = {}) => {
    const world = checkpoints(part);
    await click(button(world.root, t('checkpoints.stamps')));
    return world;
  };

  it('are asked for by a click on a service that the person set, for the latest checkpoint', async () => {
    const { root, props } = await opened();
    expect(props.onStamp).not.toHaveBeenCalled();
    await click(button(root, get));
    expect(props.onStamp).toHaveBeenCalledExactlyOnceWith(checkpoint(3), SERVICE);
    expect(root.querySelector('[role="status"], [aria-live]')?.textContent).toContain(
      'Checkpoint 3 is stamped: Nov 26, 2026',
    );
  });

  it('that did not come are told in a sentence by their service', async () => {
    const onStamp = vi.fn(async () => fail('stamp.rejected', 'stamp', { status: 2 }));
    const { root } = await opened({ onStamp });
    await click(button(root, get));
    expect(root.querySelector('li')?.parentElement?.textContent).toContain('The service refused to stamp (status 2)');
    const broken = await opened({ onStamp: () => Promise.reject(new Error('disk full')) });
    const silent = vi.spyOn(console, 'error').mockReturnValue();
    await click(button(broken.root, get));
    expect(broken.root.textContent).toContain(t('checkpoints.stamps-failed'));
    expect(silent).toHaveBeenCalledOnce();
    silent.mockRestore();
  });

  it('have services that are added and removed; none is there by itself', async () => {
    const onServices = vi.fn(async (all: readonly string[]) =>
      all.at(-1) === 'ftp' ? fail('settings.time-stamp-address', 'timeStamps[1]') : ok(null),
    );
    const { root } = await opened({ onServices });
    await type(root.querySelector('input[type="text"]'), ' ftp ');
    await click(button(root, t('checkpoints.stamps-add')));
    expect(onServices).toHaveBeenLastCalledWith([SERVICE, 'ftp']);
    expect(root.textContent).toContain(t('error.settings.time-stamp-address'));
    await type(root.querySelector('input[type="text"]'), 'https://other.example');
    await click(button(root, t('checkpoints.stamps-add')));
    expect(onServices).toHaveBeenLastCalledWith([SERVICE, 'https://other.example']);
    expect(root.querySelector<HTMLInputElement>('input[type="text"]')?.value).toBe('');
    await click(button(root, `Remove: ${SERVICE}`));
    expect(onServices).toHaveBeenLastCalledWith([]);
    expect((await opened({ services: [] })).root.textContent).not.toContain('Stamp checkpoint');
  });

  it('that came are shown with what they say of themselves, not as checked', () => {
    const stamps = [
      { at: WITNESS.at, by: '<i>Uhr</i>' },
      { at: WITNESS.at, by: null },
    ];
    const { root } = checkpoints({ checkpoints: [checkpoint(3, { stamps })] });
    const shown = [...root.querySelectorAll('dt')].find((dt) => dt.textContent === t('checkpoints.fact.stamped'));
    expect([...(shown?.nextElementSibling?.querySelectorAll('li') ?? [])].map((li) => li.textContent)).toEqual([
      'Nov 27, 2026 05:14, not checked here, by <i>Uhr</i>',
      'Nov 27, 2026 05:14, not checked here, by –',
    ]);
    const facts = [...checkpoints().root.querySelectorAll('dt')].map((dt) => dt.textContent);
    expect(facts).not.toContain(t('checkpoints.fact.stamped'));
  });
});

it('has no fault that axe finds, with everything open', async () => {
  const { root } = checkpoints({ checkpoints: [checkpoint(3, { witnesses: [WITNESS] }), checkpoint(2)], logSize: 9 });
  await click(button(root, t('checkpoints.add')));
  await click(button(root, t('checkpoints.add-pasted')));
  await click(button(root, t('checkpoints.stamps')));
  await click(button(root, t('checkpoints.stamps-add')));
  await unfold(root, '1 earlier checkpoint');
  await unfold(root, 'Checkpoint 2');
  // Colours are judged in real browsers, where they are painted.
  const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
