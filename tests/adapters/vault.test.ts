import 'fake-indexeddb/auto';
import * as node from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database, SealedHeld } from '../../utils/adapters/database.ts';
import { planErasure } from '../../utils/adapters/erase-desk.ts';
import { readHeld } from '../../utils/adapters/held-desk.ts';
import { createHeldStore } from '../../utils/adapters/held-store.ts';
import { createKeptFiles } from '../../utils/adapters/kept-files.ts';
import { openLogReader } from '../../utils/adapters/log-reader.ts';
import {
  changePassphrase,
  lock,
  readVault,
  sealRest,
  switchOff,
  switchOn,
  unlock,
} from '../../utils/adapters/vault-desk.ts';
import { LockedError } from '../../utils/core/vault/locked.ts';
import type { VaultRecord } from '../../utils/core/vault/types.ts';
import { idOf } from '../app/fakes.ts';
import {
  ALIAS,
  COURSE,
  contact,
  contacts,
  DONE,
  disk,
  freshDatabase,
  KEEP_MS,
  names,
  PASSPHRASE,
  problem,
  titleOf,
  titles,
  verdict,
  writerOn,
} from './vault-world.ts';

const FILE = new Blob(['\u0001 a picture of the shift plan']);

// Hundreds of rows, on machines that are busy.
vi.setConfig({ testTimeout: 30_000 });

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function gcmOpen(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer {
  const decipher = node.createDecipheriv('aes-256-gcm', key, iv).setAAD(aad).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

async function hashOf(file: Blob): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())).toString('hex');
}

const record = async (): Promise<VaultRecord> => (await db.get('state', 'vault')) as VaultRecord;
const setUp = async (count = 3): Promise<void> => void (await writerOn(db).append(contacts(1, count)));

describe('a log that is put under a passphrase', () => {
  test('reads as before, and nothing private of it lies in the store', async () => {
    await setUp(3);
    const sha256 = await hashOf(FILE);
    await createKeptFiles(db).keep({ sha256, bytes: FILE.size }, FILE, 1);
    const before = { titles: await titles(db), held: await readHeld() };
    for (const secret of [titleOf(2), ALIAS, 'shift plan']) expect(await disk(db)).toContain(secret);

    expect(await switchOn(PASSPHRASE, KEEP_MS, COURSE)).toEqual(DONE);
    const stored = await disk(db);
    for (const secret of [titleOf(2), ALIAS, 'shift plan', '"kind"', 'chat.example.org'])
      expect(stored).not.toContain(secret);
    expect(await readVault()).toMatchObject({ state: 'open', keepMs: KEEP_MS, unsealed: 0 });
    expect({ titles: await titles(db), held: await readHeld() }).toEqual(before);
    expect(new TextDecoder().decode((await createKeptFiles(db).bytesOf(sha256)) ?? undefined)).toBe(await FILE.text());
    expect(await verdict(db)).toMatchObject({ ok: true, count: 4 });
  });

  test('grows while it is locked, also by another run of the background, and is read after it was unlocked', async () => {
    await setUp(1);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    await lock();
    expect(await readVault()).toEqual({ state: 'locked' });
    await writerOn(db).append([contact(2)]);
    await writerOn(db).append([contact(3)]);
    const file = new Blob(['shift plan']);
    await createKeptFiles(db).keep({ sha256: await hashOf(file), bytes: file.size }, file, 1);
    for (const secret of [titleOf(2), titleOf(3), ALIAS, 'shift plan']) expect(await disk(db)).not.toContain(secret);
    // One of the pass, one of each run, one of the copy.
    expect(await db.count('contexts')).toBe(4);
    expect(await unlock(PASSPHRASE, KEEP_MS)).toEqual(DONE);
    expect(await titles(db)).toEqual(names(1, 3));
    expect(await verdict(db)).toMatchObject({ ok: true, count: 4 });
    expect((await readHeld()).map(({ title }) => title)).toEqual(names(1, 3));
    expect(await createKeptFiles(db).bytesOf(await hashOf(file))).not.toBeNull();
  });

  test('gives nothing away while it is locked', async () => {
    await setUp(2);
    const sha256 = await hashOf(FILE);
    await createKeptFiles(db).keep({ sha256, bytes: FILE.size }, FILE, 1);
    const reader = await openLogReader();
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    expect(await reader.rows({ limit: 5 })).toHaveLength(3);
    const files = createKeptFiles(db);
    await files.bytesOf(sha256);
    await lock();
    // Also through what has read before.
    await expect(reader.rows({ limit: 5 })).rejects.toThrow(LockedError);
    await expect(reader.between(1, 2)).rejects.toThrow(LockedError);
    await expect(reader.of([2])).rejects.toThrow(LockedError);
    await expect(reader.lines(0, 9)).rejects.toThrow(LockedError);
    await expect(titles(db)).rejects.toThrow(LockedError);
    await expect(files.bytesOf(sha256)).rejects.toThrow(LockedError);
    await expect(planErasure({ by: 'entry', seq: 2 })).rejects.toThrow(LockedError);
    const held = await readHeld();
    expect(held).toMatchObject([
      { id: idOf(1), sealed: true, sender: null, title: '', text: '', origin: '' },
      { seq: 3 },
    ]);
    expect(await createHeldStore(db).find(idOf(2))).toMatchObject({ seq: 3, sealed: true, title: '' });
    expect(await reader.head()).toMatchObject({ size: 3 });
  });

  test('still knows what it has, and how it was treated, while it is locked', async () => {
    await setUp(1);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    await lock();
    await writerOn(db).append([contact(2)]);
    const again = await writerOn(db).append([contact(1), contact(2), contact(3)]);
    expect(again).toEqual([
      { seq: 2, before: 'hold' },
      { seq: 3, before: 'hold' },
      { seq: 4, before: null },
    ]);
  });

  test('hands held items over while it is locked, and keeps their words', async () => {
    await setUp(1);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    await lock();
    const held = createHeldStore(db);
    expect(await held.markHandedOver([idOf(1)], 7)).toEqual([idOf(1)]);
    expect(await held.markHandedOver([idOf(1)], 8)).toEqual([]);
    await unlock(PASSPHRASE, KEEP_MS);
    expect(await held.all()).toMatchObject([{ handedOverAt: 7, sealed: true, title: '' }]);
    expect(await readHeld()).toMatchObject([{ handedOverAt: 7, title: titleOf(1) }]);
    await held.remove([idOf(1)]);
    expect(await held.count()).toBe(0);
  });

  test('is set once', async () => {
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    const before = await record();
    expect(await switchOn('another passphrase', KEEP_MS, COURSE)).toMatchObject(problem('vault.exists'));
    expect(await record()).toEqual(before);
    expect(await switchOn('short', KEEP_MS, COURSE)).toMatchObject(problem('vault.short'));
  });
});

test('the key pair lies wrapped as the record says: Node’s OpenSSL opens it', async () => {
  vi.restoreAllMocks();
  await setUp(1);
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  const { kdf, publicKey, wrapped } = await record();
  expect(kdf).toMatchObject({ name: 'PBKDF2-SHA256', iterations: 600_000 });
  const key = node.pbkdf2Sync(PASSPHRASE, kdf.salt, kdf.iterations, 32, 'sha256');
  const privateKey = node.createPrivateKey({
    key: gcmOpen(key, wrapped.iv, wrapped.key, publicKey),
    format: 'der',
    type: 'pkcs8',
  });
  const jwk = node.createPublicKey(privateKey).export({ format: 'jwk' });
  expect(Buffer.from(jwk.x ?? '', 'base64url')).toEqual(Buffer.from(publicKey));
});

describe('a passphrase', () => {
  beforeEach(async () => {
    await setUp(1);
    await switchOn(PASSPHRASE, null, COURSE);
    await lock();
  });

  test('opens however it is typed; another does not', async () => {
    expect(await unlock('lusab-babad-gutih-tugad-zizul', null)).toMatchObject(problem('vault.wrong-passphrase'));
    expect(await readVault()).toEqual({ state: 'locked' });
    expect(await unlock(' LUSAB babad  gutih tugad zizur', null)).toEqual(DONE);
    expect(await readVault()).toEqual({ state: 'open', until: null, keepMs: null, unsealed: 0 });
  });

  test('is changed without touching the rows', async () => {
    const before = await disk(db);
    expect(await changePassphrase('not that one at all', 'four small grey mice')).toMatchObject(
      problem('vault.wrong-passphrase'),
    );
    expect(await changePassphrase(PASSPHRASE, 'mice')).toMatchObject(problem('vault.short'));
    expect(await changePassphrase(PASSPHRASE, 'four small grey mice')).toEqual(DONE);
    expect(await disk(db)).toBe(before);
    expect(await unlock(PASSPHRASE, null)).toMatchObject(problem('vault.wrong-passphrase'));
    expect(await unlock('four small grey mice', null)).toEqual(DONE);
    expect(await titles(db)).toEqual(names(1, 1));
  });

  test.each([
    ['format', { format: 2 }, 'vault.unknown-format'],
    [
      'salt',
      { kdf: { name: 'PBKDF2-SHA256', iterations: 600_000, salt: new Uint8Array(16) } },
      'vault.wrong-passphrase',
    ],
    ['public key', { publicKey: new Uint8Array(32).fill(9) }, 'vault.wrong-passphrase'],
    ['wrapped key', { wrapped: { iv: new Uint8Array(12), key: new Uint8Array(64) } }, 'vault.wrong-passphrase'],
    ['length', { wrapped: { iv: new Uint8Array(1), key: new Uint8Array(64) } }, 'vault.damaged'],
  ])('opens nothing where the record’s %s is another', async (_what, change, code) => {
    await db.put('state', { ...(await record()), ...change } as VaultRecord, 'vault');
    expect(await unlock(PASSPHRASE, null)).toMatchObject(problem(code));
    expect(await readVault()).toEqual({ state: 'locked' });
  });
});

describe('damage', () => {
  beforeEach(async () => {
    await setUp(3);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  });
  const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.map((byte, index) => (index === (at + bytes.length) % bytes.length ? byte ^ 1 : byte));

  test.each([20, 40, -1])('of a row (byte %d) is found', async (at) => {
    const row = await db.get('private', 2);
    await db.put('private', { seq: 2, line: flipped(row?.line ?? new Uint8Array(), at) });
    await expect(titles(db)).rejects.toMatchObject({ name: 'OperationError' });
    expect(await switchOff(COURSE)).toMatchObject(problem('vault.damaged'));
    expect(await readVault()).toMatchObject({ state: 'open' });
    expect(await sealRest(COURSE)).toEqual(DONE);
  });

  test('of a context is found', async () => {
    const [context] = await db.getAll('contexts');
    if (context === undefined) throw new Error('no context');
    await db.put('contexts', { ...context, sealed: flipped(context.sealed, 3) });
    await expect(titles(db)).rejects.toMatchObject({ name: 'OperationError' });
    await db.put('contexts', context);
    expect(await titles(db)).toEqual(names(1, 3));
  });

  test('by which rows change their places is found', async () => {
    const [one, two] = [await db.get('private', 2), await db.get('private', 3)];
    if (one === undefined || two === undefined) throw new Error('no rows');
    await db.put('private', { seq: 2, line: two.line });
    await db.put('private', { seq: 3, line: one.line });
    await expect(titles(db)).rejects.toMatchObject({ name: 'OperationError' });
    await db.put('private', one);
    await db.put('private', two);
    await db.put('private', { seq: 2, line: (await db.get('lines', 2))?.line ?? one.line });
    await expect(titles(db)).rejects.toMatchObject({ name: 'OperationError' });
    await db.put('private', one);
    const [a, b] = (await db.getAll('held')) as SealedHeld[];
    if (a === undefined || b === undefined) throw new Error('no held items');
    await db.put('held', { ...a, sealed: b.sealed });
    await expect(readHeld()).rejects.toMatchObject({ name: 'OperationError' });
  });
});
