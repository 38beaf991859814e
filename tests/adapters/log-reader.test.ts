import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { dayCountsBetween } from '../../utils/adapters/day-count-store.ts';
import { openLogReader } from '../../utils/adapters/log-reader.ts';

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
  for (const seq of [1, 2, 3, 5]) await db.put('lines', { seq, at: seq, app: 'alpha', line: Uint8Array.of(seq) });
  await db.put('private', { seq: 2, line: Uint8Array.of(22) });
});

const told = (rows: readonly { seq: number; line: Uint8Array; privateLine: Uint8Array | null }[]) =>
  rows.map(({ seq, line, privateLine }) => [seq, line[0], privateLine?.[0]]);

test('a stretch of lines comes oldest first, both ends included, each with its private part', async () => {
  const log = await openLogReader();
  expect(told(await log.between(2, 5))).toEqual([
    [2, 2, 22],
    [3, 3, undefined],
    [5, 5, undefined],
  ]);
});

test('single lines come in the order asked for; what is not there is left out', async () => {
  const log = await openLogReader();
  expect(told(await log.of([5, 4, 2]))).toEqual([
    [5, 5, undefined],
    [2, 2, 22],
  ]);
});

test('counters of contacts in hours come for a stretch of days, both ends included', async () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
  for (const date of days)
    for (const app of ['zulu', 'alpha']) await db.put('days', { date, app, inHours: 1, afterHours: 0 });
  const found = (await dayCountsBetween(db, '2026-11-23', '2026-11-24')).map(({ date, app }) => `${date} ${app}`);
  expect(found).toEqual(['2026-11-23 alpha', '2026-11-23 zulu', '2026-11-24 alpha', '2026-11-24 zulu']);
});
