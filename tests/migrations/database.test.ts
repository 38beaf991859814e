import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openDatabase } from '../../utils/adapters/database.ts';

/** Stores and indexes as version 1 made them; a browser in which it ran has these. */
async function databaseOfVersion1(): Promise<void> {
  const db = await openDB('clocked-off', 1, {
    upgrade(fresh) {
      const lines = fresh.createObjectStore('lines', { keyPath: 'seq' });
      lines.createIndex('at', 'at');
      lines.createIndex('once', 'once', { unique: true });
      fresh.createObjectStore('private', { keyPath: 'seq' });
      fresh.createObjectStore('held', { keyPath: 'id' });
      fresh.createObjectStore('days', { keyPath: ['date', 'app'] });
      fresh.createObjectStore('state');
    },
  });
  await db.add('lines', { seq: 1, at: 1, once: 'c0ffee', line: new Uint8Array([123, 125]) });
  await db.put('state', { log: 'a', size: 1, hash: 'b' }, 'head');
  db.close();
}

test('a database of version 1 keeps its lines, and what was appended once is still known', async () => {
  await databaseOfVersion1();
  const db = await openDatabase();
  expect(await db.getFromIndex('lines', 'once', 'c0ffee')).toMatchObject({ seq: 1, line: new Uint8Array([123, 125]) });
  expect(await db.get('state', 'head')).toEqual({ log: 'a', size: 1, hash: 'b' });
  await db.add('lines', { seq: 2, at: 2, once: ['one', 'two'], line: new Uint8Array() });
  expect(await db.getFromIndex('lines', 'once', 'two')).toMatchObject({ seq: 2 });
  await expect(db.add('lines', { seq: 3, at: 3, once: ['c0ffee'], line: new Uint8Array() })).rejects.toThrow();
});
