import 'fake-indexeddb/auto';
import * as node from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Database, openDatabase, type SealedHeld } from '../../utils/adapters/database.ts';
import { planErasure } from '../../utils/adapters/erase-desk.ts';
import { readHeld } from '../../utils/adapters/held-desk.ts';
import { createHeldStore } from '../../utils/adapters/held-store.ts';
import { createKeptFiles } from '../../utils/adapters/kept-files.ts';
import { openLogReader } from '../../utils/adapters/log-reader.ts';
import { createSealer } from '../../utils/adapters/sealer.ts';
import {
  changePassphrase,
  lock,
  readVault,
  sealRest,
  switchOff,
  switchOn,
  unlock,
} from '../../utils/adapters/vault-desk.ts';
import { turnRows } from '../../utils/adapters/vault-pass.ts';
import { opening, sealing } from '../../utils/adapters/vault-rows.ts';
import { LockedError } from '../../utils/core/vault/locked.ts';
import { vaultMark } from '../../utils/core/vault/mark.ts';
import type { VaultRecord } from '../../utils/core/vault/types.ts';
import { idOf } from '../app/fakes.ts';
import {
  ALIAS,
  COURSE,
  contact,
  contacts,
  disk,
  KEEP_MS,
  PASSPHRASE,
  titleOf,
  titles,
  verdict,
  writerOn,
} from './vault-world.ts';

const DONE = { ok: true, value: null };
const FILE = new Blob(['\u0001 a picture of the shift plan']);

// Hundreds of rows, on machines that are busy.
vi.setConfig({ testTimeout: 30_000 });

/** A passphrase takes a while to become a key; here it need not, but for the judge's test. */
const cheaply = (): void => {
  const { deriveKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((params, ...rest) =>
    deriveKey.call(crypto.subtle, { ...(params as Pbkdf2Params), iterations: 10 }, ...rest),
  );
};

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  cheaply();
  db = await openDatabase();
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
const names = (from: number, count: number): string[] => contacts(from, count).map((_, index) => titleOf(from + index));
const problem = (code: string) => ({ ok: false, problem: { code } });

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

describe('the passes over the rows', () => {
  /** More than one piece. */
  const MANY = 520;

  test('seal what is there while contacts arrive', async () => {
    await setUp(MANY);
    const writer = writerOn(db);
    await writer.append([contact(MANY + 1)]);
    let n = MANY + 1;
    const arriving: Promise<unknown>[] = [];
    const shares: number[] = [];
    const progress = (share: number): void => {
      shares.push(share);
      n += 1;
      arriving.push(writer.append([contact(n)]));
    };
    arriving.push(writer.append([contact(9_999)]));
    expect(await switchOn(PASSPHRASE, KEEP_MS, { progress })).toEqual(DONE);
    await Promise.all(arriving);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(await disk(db)).not.toContain('Budget of');
    expect(await readVault()).toMatchObject({ unsealed: 0 });
    expect((await titles(db)).length).toBe(n + 1);
    expect(await verdict(db)).toMatchObject({ ok: true, count: n + 2 });
  });

  test('open what is there while contacts arrive, and leave no key behind', async () => {
    await setUp(MANY);
    const plain = await db.getAll('lines');
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    const writer = writerOn(db);
    await writer.append([contact(MANY + 1)]);
    let n = MANY + 1;
    const arriving: Promise<unknown>[] = [writer.append([contact(9_999)])];
    const progress = (): void => {
      n += 1;
      arriving.push(writer.append([contact(n)]));
    };
    expect(await switchOff({ progress })).toEqual(DONE);
    await Promise.all(arriving);
    expect(await readVault()).toEqual({ state: 'none' });
    expect([await db.count('contexts'), await db.get('state', 'vault')]).toEqual([0, undefined]);
    expect(await fakeBrowser.storage.session.get()).toEqual({});
    expect((await titles(db)).length).toBe(n + 1);
    expect((await db.getAll('lines')).slice(0, plain.length)).toEqual(plain);
    expect((await readHeld()).every(({ title }) => title.startsWith('Budget of'))).toBe(true);
    expect(await verdict(db)).toMatchObject({ ok: true, count: n + 2 });
  });

  test.each([
    ['lines', 300, 3 * MANY + 1],
    ['lines', 510, 3 * MANY + 1 - 500],
    ['private', 10, 2 * MANY],
    ['held', 505, MANY - 500],
  ])('that break off in %s after %d rows leave a log that reads, and go on', async (store, nth, left) => {
    await setUp(MANY);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      if (this.name === store) puts += 1;
      if (puts > nth) throw new DOMException('disk full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    await expect(switchOn(PASSPHRASE, KEEP_MS, COURSE)).rejects.toMatchObject({ name: 'QuotaExceededError' });
    failing.mockRestore();
    expect(await titles(db)).toEqual(names(1, MANY));
    expect((await readHeld()).map(({ title }) => title)).toEqual(names(1, MANY));
    const { unsealed } = (await readVault()) as { unsealed: number };
    // Pieces of 500 rows: all of one, or nothing.
    expect(unsealed).toBe(left);
    await writerOn(db).append([contact(MANY + 1)]);
    expect(await sealRest(COURSE)).toEqual(DONE);
    expect(await readVault()).toMatchObject({ unsealed: 0 });
    expect(await disk(db)).not.toContain('Budget of');
    expect(await titles(db)).toEqual(names(1, MANY + 1));
  });

  test('stop where they are told to', async () => {
    await setUp(MANY);
    const stop = new AbortController();
    const course = { progress: () => stop.abort(), signal: stop.signal };
    await expect(switchOn(PASSPHRASE, KEEP_MS, course)).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readVault()).toMatchObject({ state: 'open', unsealed: 3 * MANY + 1 - 500 });
    const again = new AbortController();
    await expect(switchOff({ progress: () => again.abort(), signal: again.signal })).rejects.toThrow();
    await writerOn(db).append([contact(MANY + 1)]);
    expect(await disk(db)).toContain(titleOf(MANY + 1));
    expect(await switchOff(COURSE)).toEqual(DONE);
    expect(await titles(db)).toEqual(names(1, MANY + 1));
  });

  test('bring back nothing that was erased, and no mark that was set, meanwhile', async () => {
    await setUp(2);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    await switchOff(COURSE);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    const vault = await record();
    const open = opening(async (_place, stored) => stored);
    const meanwhile = {
      ...open,
      isDone: (store: Parameters<typeof open.isDone>[0], row: Parameters<typeof open.isDone>[1]) =>
        store === 'lines' || store === 'files' || open.isDone(store, row),
      async turn(store: Parameters<typeof open.turn>[0], row: Parameters<typeof open.turn>[1]) {
        if (store === 'private') await db.delete('private', 2);
        if (store === 'held') await createHeldStore(db).markHandedOver([idOf(1)], 5);
        return row;
      },
    };
    await turnRows(db, vaultMark(vault), meanwhile, COURSE, null);
    expect((await db.getAll('private')).map(({ seq }) => seq)).toEqual([3]);
    expect((await db.getAll('held')).map(({ handedOverAt }) => handedOverAt)).toEqual([5, null]);
  });

  test('write nothing for a passphrase that was taken off or erased meanwhile', async () => {
    await setUp(2);
    await switchOn(PASSPHRASE, KEEP_MS, COURSE);
    const sealer = await createSealer(await record());
    await switchOff(COURSE);
    if (sealer === null) throw new Error('no sealer');
    await expect(turnRows(db, sealer.mark, sealing(sealer), COURSE, sealer.context)).rejects.toThrow();
    expect(await titles(db)).toEqual(names(1, 2));
    expect(await db.count('contexts')).toBe(0);
    expect(await sealRest(COURSE)).toMatchObject(problem('vault.none'));
    expect(await unlock(PASSPHRASE, null)).toMatchObject(problem('vault.none'));
    expect(await switchOff(COURSE)).toMatchObject(problem('vault.locked'));
  });
});
