import { describe, expect, it, vi } from 'vitest';
import { feedIndex, type KnownLog } from '../../entrypoints/log/index-feed.ts';
import { searchWords } from '../../entrypoints/log/search-words.ts';
import type { LogRow } from '../../utils/adapters/log-reader.ts';
import { LogIndex } from '../../utils/core/insight/log-index.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import { settled } from './screen.tsx';

const rowOf = (seq: number, text = `text ${seq}`): LogRow => {
  const line = { v: 1, seq, k: 'contact', t: '2026-11-25T20:00:00.000-05:00', tz: 'UTC', svc: 'alpha' };
  return {
    seq,
    at: 0,
    app: 'alpha',
    line: utf8(JSON.stringify(line)),
    privateLine: utf8(JSON.stringify({ v: 1, seq, title: 'Report', text })),
  };
};

/** A log of so many lines, which can grow and can fail. */
function logOf(size: number) {
  const log = {
    size,
    broken: false,
    head: async () => (log.size === 0 ? null : { log: 'a', size: log.size, hash: 'b' }),
    between: vi.fn(async (first: number, last: number) => {
      if (log.broken) throw new Error('the disk sleeps');
      return Array.from({ length: last - first + 1 }, (_, n) => rowOf(first + n));
    }),
  };
  return log;
}

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1_000 && !done(); turn += 1) await settled();
  expect(done()).toBe(true);
}

describe('the feed of the index', () => {
  it('says the size before it reads, then reads every line once, the newest first', async () => {
    const log = logOf(1_234);
    const known: KnownLog[] = [];
    feedIndex(
      async () => log,
      (one) => known.push(one),
      vi.fn(),
    ).look();
    await until(() => known.at(-1)?.whole === true);
    expect(known[0]).toMatchObject({ head: { size: 1_234 }, read: 0, whole: false });
    expect(log.between.mock.calls).toEqual([
      [1_035, 1_234],
      [835, 1_034],
      [635, 834],
      [435, 634],
      [235, 434],
      [35, 234],
      [1, 34],
    ]);
    expect([...(known.at(-1)?.index.kind ?? [])].filter((kind) => kind === 1)).toHaveLength(1_234);
  });

  it('adds what is appended, also while it still reads, and reads nothing again', async () => {
    const log = logOf(600);
    let last: KnownLog | undefined;
    const feed = feedIndex(
      async () => log,
      (known) => (last = known),
      vi.fn(),
    );
    feed.look();
    log.size = 602;
    feed.look();
    await until(() => last?.whole === true && last.head?.size === 602);
    log.size = 603;
    feed.look();
    await until(() => last?.head?.size === 603 && last.whole);
    const read = log.between.mock.calls.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, n) => from + n),
    );
    expect(read.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 603 }, (_, n) => n + 1));
  });

  it('knows an empty log as a whole one', async () => {
    let last: KnownLog | undefined;
    feedIndex(
      async () => logOf(0),
      (known) => (last = known),
      vi.fn(),
    ).look();
    await until(() => last !== undefined);
    expect(last).toMatchObject({ head: null, read: 0, whole: true });
  });

  it('goes on where it was after a failure, and says nothing once stopped', async () => {
    const log = logOf(10);
    const [onKnown, onFailed] = [vi.fn(), vi.fn()];
    const feed = feedIndex(async () => log, onKnown, onFailed);
    log.broken = true;
    feed.look();
    await until(() => onFailed.mock.calls.length === 1);
    log.broken = false;
    feed.look();
    await until(() => onKnown.mock.lastCall?.[0].whole === true);
    feed.stop();
    const calls = onKnown.mock.calls.length;
    log.size = 11;
    feed.look();
    await settled();
    expect(onKnown).toHaveBeenCalledTimes(calls);
  });
});

describe('a search through kept words', () => {
  const indexed = (size: number): LogIndex => {
    const index = new LogIndex();
    for (let seq = 1; seq <= size; seq += 1) index.add(seq, readEntry(rowOf(seq).line, rowOf(seq).privateLine));
    return index;
  };
  const words = ['report', 'text 7'];

  it('marks each candidate with the words it holds, and reads no stretch without one', async () => {
    const log = logOf(5_000);
    const report = vi.fn();
    const candidates = Uint32Array.of(4_000, 3_999, 77, 7);
    await searchWords(async () => log, indexed(5_000), candidates, words, report, new AbortController().signal);
    expect(log.between.mock.calls).toEqual([
      [3_999, 4_000],
      [7, 77],
    ]);
    const [bits, done] = report.mock.lastCall ?? [];
    expect(done).toBe(true);
    expect([bits[4_000], bits[77], bits[7], bits[8]]).toEqual([0b01, 0b11, 0b11, 0]);
  });

  it('stops when it is not wanted any more', async () => {
    const abort = new AbortController();
    const log = logOf(5_000);
    const report = vi.fn();
    log.between.mockImplementationOnce(async () => {
      abort.abort();
      return [];
    });
    const all = Uint32Array.from({ length: 5_000 }, (_, n) => 5_000 - n);
    await searchWords(async () => log, indexed(5_000), all, words, report, abort.signal);
    expect(log.between).toHaveBeenCalledOnce();
    expect(report).not.toHaveBeenCalled();
  });
});
