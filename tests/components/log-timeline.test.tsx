// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { BLOCK, blockAt, blockCount, blocksInSight, placesOf } from '../../components/log/blocks.ts';
import type { LogRowView } from '../../components/log/log-rows.tsx';
import { LogTimeline, type LogTimelineProps } from '../../components/log/log-timeline.tsx';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import { again, button, click, settled, show, t } from './screen.tsx';

const rowOf = (seq: number): LogRowView => {
  const line = JSON.stringify({ v: 1, seq, k: 'contact', t: '2026-11-25T20:00:00.000-05:00', tz: 'UTC', svc: 'alpha' });
  return { seq, entry: readEntry(utf8(line), null), line };
};
const descending = (from: number): Uint32Array => Uint32Array.from({ length: from }, (_, place) => from - place);
const timeline = (part: Partial<LogTimelineProps> = {}) => (
  <LogTimeline
    seqs={descending(100_000)}
    revision={1}
    read={async (seqs) => seqs.map(rowOf)}
    appName={String}
    {...part}
  />
);
const drawn = async (part: Partial<LogTimelineProps> = {}): Promise<HTMLElement> => {
  const root = show(timeline(part));
  await act(settled);
  await act(settled);
  return root;
};
const items = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('li')];

describe('blocks of rows', () => {
  it('tile the list, and none but the newest changes when an entry comes', () => {
    for (const length of [1, BLOCK - 1, BLOCK, BLOCK + 1, 1_000]) {
      const places = Array.from({ length: blockCount(length) }, (_, block) => placesOf(block, length)).toReversed();
      expect(places.flatMap(([from, until]) => Array.from({ length: until - from }, (_, n) => from + n))).toEqual(
        Array.from({ length }, (_, n) => n),
      );
      for (let place = 0; place < length; place += 1) {
        const [from, until] = placesOf(blockAt(place, length), length);
        expect(place >= from && place < until).toBe(true);
        if (length - place > BLOCK) expect(blockAt(place + 1, length + 1)).toBe(blockAt(place, length));
      }
    }
  });

  it('in sight are those of the window and around it, wherever it stands', () => {
    const measured = new Map([[49, 10_000]]);
    expect(blocksInSight(1_000, measured, 0, 800)).toEqual({ newest: 49, oldest: 49 });
    expect(blocksInSight(1_000, measured, 11_500, 800).newest).toBe(48);
    expect(blocksInSight(1_000, measured, 1e9, 800)).toEqual({ newest: 0, oldest: 0 });
    expect(blocksInSight(1_000, measured, -1e9, 800)).toEqual({ newest: 49, oldest: 49 });
  });
});

describe('the timeline', () => {
  it('draws a few rows of a hundred thousand, and each says its place among all', async () => {
    const read = vi.fn(async (seqs: readonly number[]) => seqs.map(rowOf));
    const root = await drawn({ read });
    expect(items(root).length).toBeGreaterThan(20);
    expect(items(root).length).toBeLessThan(200);
    expect(read.mock.calls.flatMap(([seqs]) => seqs)).toHaveLength(items(root).length);
    const [first, second] = items(root);
    expect(first?.dataset.seq).toBe('100000');
    expect([second?.getAttribute('aria-posinset'), second?.getAttribute('aria-setsize')]).toEqual(['2', '100000']);
    // What is not drawn keeps its room.
    const room = [...root.querySelectorAll<HTMLElement>('div')].map(({ style }) =>
      Number.parseFloat(style.blockSize || '0'),
    );
    expect(Math.max(...room)).toBeGreaterThan(1_000_000);
  });

  it('says a day once, in whatever blocks its rows are', async () => {
    vi.stubGlobal('innerHeight', 4_000);
    const root = await drawn();
    vi.unstubAllGlobals();
    expect(root.querySelectorAll('h3')).toHaveLength(1);
    expect(root.querySelectorAll('ol').length).toBeGreaterThan(1);
  });

  it('keeps an open row and what was typed into it, whatever comes', async () => {
    const details = () => <input aria-label="own words" />;
    const root = await drawn({ details, seqs: descending(60) });
    await click(button(root, t('log.details-of', { seq: 60 })));
    const field = root.querySelector<HTMLInputElement>('input');
    if (field !== null) field.value = 'half a sentence';
    again(root, timeline({ details, seqs: descending(5_000), revision: 2 }));
    await act(settled);
    await act(settled);
    await act(settled);
    expect(items(root)[0]?.dataset.seq).toBe('5000');
    expect(root.querySelector<HTMLInputElement>('input')?.value).toBe('half a sentence');
    expect(root.querySelector('input')?.closest('li')?.getAttribute('aria-posinset')).toBe('4941');
  });

  it('reads again what may have changed, and shows the old meanwhile', async () => {
    let name = 'alpha';
    const read = async (seqs: readonly number[]): Promise<readonly LogRowView[]> =>
      seqs.map((seq) => {
        const row = rowOf(seq);
        return { ...row, entry: row.entry && { ...row.entry, app: name } };
      });
    const root = await drawn({ read, seqs: descending(3) });
    expect(root.textContent).toContain('alpha');
    name = 'beta';
    again(root, timeline({ read, seqs: descending(3), revision: 2 }));
    expect(root.textContent).toContain('alpha');
    await act(settled);
    expect(root.textContent).toContain('beta');
    expect(root.textContent).not.toContain('alpha');
  });

  it('draws nothing anew of which nothing changed', async () => {
    const appName = vi.fn(String);
    const [read, seqs] = [async (wanted: readonly number[]) => wanted.map(rowOf), descending(30)];
    const root = await drawn({ appName, read, seqs });
    expect(appName).toHaveBeenCalledTimes(30);
    again(root, timeline({ appName, read, seqs }));
    expect(appName).toHaveBeenCalledTimes(30);
    // One more entry: what stands is drawn once more, since each row says its place.
    again(root, timeline({ appName, read, seqs: descending(31), revision: 1 }));
    await act(settled);
    expect(items(root)[1]?.getAttribute('aria-posinset')).toBe('2');
    expect(items(root)).toHaveLength(31);
  });

  it('reads and draws one block at a time', async () => {
    const read = vi.fn(async (wanted: readonly number[]) => wanted.map(rowOf));
    vi.stubGlobal('innerHeight', 4_000);
    await drawn({ read });
    vi.unstubAllGlobals();
    expect(read.mock.calls.length).toBeGreaterThan(2);
    expect(Math.max(...read.mock.calls.map(([wanted]) => wanted.length))).toBe(BLOCK);
  });

  it('shows a line that is not there as one that cannot be read', async () => {
    const root = await drawn({ seqs: descending(3), read: async () => [rowOf(3), rowOf(1)] });
    expect(items(root)).toHaveLength(3);
    expect(items(root)[1]?.textContent).toContain(t('log.unreadable'));
  });

  it('asks again when reading failed', async () => {
    const read = vi
      .fn(async (seqs: readonly number[]) => seqs.map(rowOf))
      .mockRejectedValueOnce(new Error('the disk sleeps'));
    const root = await drawn({ seqs: descending(3), read });
    expect(items(root)).toHaveLength(0);
    again(root, timeline({ seqs: descending(3), read }));
    await act(settled);
    expect(items(root)).toHaveLength(3);
  });
});
