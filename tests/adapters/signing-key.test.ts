import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { signatureCrypto } from '../../utils/adapters/signature-crypto.ts';
import { createSigningKeys } from '../../utils/adapters/signing-key.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { checkSsh, signSsh } from '../../utils/core/sign/sshsig.ts';
import { crypto as byOpenssl } from '../core/sign/keys.ts';

const LOG = 'a'.repeat(32);

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
});

test('a log keeps its key, and another log has another one', async () => {
  const { publicKey } = await createSigningKeys(db).signerOf(LOG);
  expect(publicKey).toHaveLength(32);
  expect((await createSigningKeys(db).signerOf(LOG)).publicKey).toEqual(publicKey);
  expect((await createSigningKeys(db).signerOf('b'.repeat(32))).publicKey).not.toEqual(publicKey);
});

test('two that ask for a new key at the same time get the same one', async () => {
  const [one, two] = await Promise.all([createSigningKeys(db).signerOf(LOG), createSigningKeys(db).signerOf(LOG)]);
  expect(two.publicKey).toEqual(one.publicKey);
  const data = utf8('data');
  expect(await two.sign(data)).toEqual(await one.sign(data));
});

test('the key that lies on the disk cannot be exported through the browser', async () => {
  await createSigningKeys(db).signerOf(LOG);
  const stored = await db.get('keys', LOG);
  if (stored === undefined) throw new Error('no key was stored');
  expect(stored.privateKey).toMatchObject({ extractable: false, usages: ['sign'] });
  await expect(crypto.subtle.exportKey('pkcs8', stored.privateKey)).rejects.toThrow();
});

test('signatures are good for OpenSSL and for our own check', async () => {
  const signer = await createSigningKeys(db).signerOf(LOG);
  const armoured = await signSsh(signer, 'test/v1', utf8('text'), signatureCrypto.sha512);
  for (const judge of [signatureCrypto, byOpenssl]) {
    expect(await checkSsh(armoured, 'test/v1', utf8('text'), judge)).toEqual({
      ok: true,
      value: { publicKey: signer.publicKey, namespace: 'test/v1' },
    });
    expect((await checkSsh(armoured, 'test/v1', utf8('test'), judge)).ok).toBe(false);
  }
});

test('a database of version 1 gets the new stores and keeps what it has', async () => {
  globalThis.indexedDB = new IDBFactory();
  // The stores as version 0.1.0 made them.
  const old = await openDB('clocked-off', 1, {
    upgrade(before) {
      const lines = before.createObjectStore('lines', { keyPath: 'seq' });
      lines.createIndex('at', 'at');
      lines.createIndex('once', 'once', { unique: true });
      before.createObjectStore('private', { keyPath: 'seq' });
      before.createObjectStore('held', { keyPath: 'id' });
      before.createObjectStore('days', { keyPath: ['date', 'app'] });
      before.createObjectStore('state');
    },
  });
  const head = { log: LOG, size: 1, hash: '1'.repeat(64) };
  const line = { seq: 1, at: 5, once: 'first', line: utf8('{}') };
  await old.put('state', head, 'head');
  await old.put('lines', line);
  old.close();

  const upgraded = await openDatabase();
  expect(await upgraded.get('state', 'head')).toEqual(head);
  expect(await upgraded.getFromIndex('lines', 'once', 'first')).toEqual(line);
  expect((await createSigningKeys(upgraded).signerOf(LOG)).publicKey).toHaveLength(32);
  expect(await upgraded.getAll('checkpoints')).toEqual([]);
});
