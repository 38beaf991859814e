import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../utils/adapters/database.ts';
import { newestContacts } from '../../utils/adapters/newest-contacts.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('the newest lines tell when their contacts came, whatever is in them', async () => {
  const db = await openDatabase();
  const sealed = Uint8Array.of(1, 2, 3);
  for (const seq of [1, 2, 4, 5]) await db.put('lines', { seq, at: seq * 10, app: 'alpha', line: sealed });
  await db.put('lines', { seq: 3, at: 30, line: sealed });
  await db.put('state', { log: 'a', size: 5, hash: 'h', at: 50 } as never, 'head');
  expect(await newestContacts(3)).toEqual([40, 50]);
  expect(await newestContacts(200)).toEqual([10, 20, 40, 50]);
});

test('an empty log tells of none', async () => {
  expect(await newestContacts(200)).toEqual([]);
});
