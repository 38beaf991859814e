import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { createLogSource } from '../../utils/adapters/log-source.ts';

/** More than two pieces. */
const SIZE = 2_345;

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
});

async function fillLog(): Promise<void> {
  const tx = db.transaction(['lines', 'private'], 'readwrite');
  for (let seq = 1; seq <= SIZE; seq += 1) {
    void tx.objectStore('lines').add({ seq, at: 1_000 * seq, line: new Uint8Array([123, seq & 255]) });
    if (seq % 7 === 0) void tx.objectStore('private').add({ seq, line: new Uint8Array([123, seq & 127]) });
  }
  await tx.done;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('the log, read piece by piece', () => {
  it('gives every line of a range once, in order, with its private line', async () => {
    await fillLog();
    const log = createLogSource(db);
    for (const range of [
      { first: 1, last: SIZE },
      { first: 999, last: 2_001 },
      { first: 1_000, last: 1_000 },
    ]) {
      const lines = await all(log.lines(range));
      expect(lines.map(({ seq }) => seq)).toEqual(
        Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index),
      );
      for (const { seq, line, privateLine } of lines)
        expect([line[1], privateLine?.[1]]).toEqual([seq & 255, seq % 7 === 0 ? seq & 127 : undefined]);
    }
  });

  it('finds the lines of a stretch, its end not included', async () => {
    await fillLog();
    const seqs = await createLogSource(db).seqsWithin({ from: 7_000, until: 2_000_000 });
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_993 }, (_, index) => 7 + index));
  });

  it('says what there is to choose from', async () => {
    const log = createLogSource(db);
    expect([await log.head(), await log.contents()]).toEqual([null, null]);
    await fillLog();
    for (const [app, afterHours] of [
      ['app-1', 3],
      ['in-hours-only', 0],
    ] as const)
      await db.add('days', { date: '2026-03-01', app, inHours: 1, afterHours });
    expect(await log.contents()).toEqual({ firstAt: 1_000, apps: new Set(['app-1']) });
  });

  it('gives the counters of whole days', async () => {
    for (const [date, inHours] of [
      ['2026-03-01', 1],
      ['2026-03-02', 2],
      ['2026-03-04', 4],
      ['2026-03-05', 5],
    ] as const)
      await db.add('days', { date, app: 'chat', inHours, afterHours: 9 });
    expect(await createLogSource(db).inHours({ first: '2026-03-02', last: '2026-03-04' })).toEqual([
      { date: '2026-03-02', app: 'chat', count: 2 },
      { date: '2026-03-04', app: 'chat', count: 4 },
    ]);
  });
});
