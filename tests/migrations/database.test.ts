import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../utils/adapters/database.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

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
  await db.add('files', { sha256: 'a', size: 0, type: '', bytes: new Uint8Array(), at: 7 });
  expect(await db.getAllKeysFromIndex('files', 'at', 7)).toEqual(['a']);
});

/** Stores and indexes as version 2 made them. */
async function databaseOfVersion2(): Promise<void> {
  const db = await openDB('clocked-off', 2, {
    upgrade(fresh) {
      const lines = fresh.createObjectStore('lines', { keyPath: 'seq' });
      lines.createIndex('at', 'at');
      lines.createIndex('once', 'once', { unique: true, multiEntry: true });
      fresh.createObjectStore('private', { keyPath: 'seq' });
      fresh.createObjectStore('held', { keyPath: 'id' });
      fresh.createObjectStore('days', { keyPath: ['date', 'app'] });
      fresh.createObjectStore('state');
      fresh.createObjectStore('keys', { keyPath: 'log' });
      fresh.createObjectStore('checkpoints', { keyPath: ['log', 'number'] });
    },
  });
  await db.add('lines', { seq: 1, at: 1, once: ['c0ffee'], line: new Uint8Array([123, 125]) });
  await db.add('private', { seq: 1, line: new Uint8Array([123, 125]) });
  await db.add('checkpoints', { log: 'a', number: 1 });
  await db.put('state', { log: 'a', size: 1, hash: 'b' }, 'head');
  db.close();
}

test('a database of version 2 keeps all it has, and has room for a passphrase and for copies of files', async () => {
  await databaseOfVersion2();
  const db = await openDatabase();
  expect(await db.getAll('lines')).toEqual([{ seq: 1, at: 1, once: ['c0ffee'], line: new Uint8Array([123, 125]) }]);
  expect(await db.getAll('private')).toEqual([{ seq: 1, line: new Uint8Array([123, 125]) }]);
  expect(await db.getAll('checkpoints')).toEqual([{ log: 'a', number: 1 }]);
  expect(await db.get('state', 'head')).toEqual({ log: 'a', size: 1, hash: 'b' });
  expect(await db.get('state', 'vault')).toBeUndefined();
  const context = { id: 'c', enc: new Uint8Array(32), sealed: new Uint8Array(48) };
  await db.add('contexts', context);
  expect(await db.get('contexts', 'c')).toEqual(context);
  expect(await db.countFromIndex('files', 'at')).toBe(0);
});
