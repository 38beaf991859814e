import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createCheckpointStore } from '../../utils/adapters/checkpoint-store.ts';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { createDayCountStore } from '../../utils/adapters/day-count-store.ts';
import { countBefore, planErasure, readPrivateParts } from '../../utils/adapters/erase-desk.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import { createPseudonyms } from '../../utils/adapters/pseudonyms.ts';
import { createSettingsStore } from '../../utils/adapters/settings-store.ts';
import { createSigningKeys } from '../../utils/adapters/signing-key.ts';
import { eraseAll } from '../../utils/app/erase-all.ts';
import { erasePrivate } from '../../utils/app/erase-private.ts';
import type { Append, ErasableLog } from '../../utils/app/ports.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { DEFAULT_SETTINGS } from '../../utils/core/settings/types.ts';
import { CHAT, contactDraft, EVENING, heldItem, idOf, SETTINGS } from '../app/fakes.ts';

const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

let db: Database;
let now = EVENING;
beforeEach(async () => {
  now = EVENING;
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
});

let random = 0;
const storeOn = (database: Database): ErasableLog =>
  createLogStore({
    db: database,
    writer: '1.0 test',
    sha256,
    stamp: () => ({ at: now, zone: 'America/Bogota', epoch: 'e', monotonicMs: 1 }),
    random: (bytes) => {
      random += 1;
      return new Uint8Array(bytes).fill(random % 256);
    },
  });

/** The id of the log, once this has been appended. */
async function logOf(store: ErasableLog, append: Append): Promise<string> {
  await store.append([append]);
  return (await store.head()).log;
}

const from = (n: number, alias: string): Append => {
  const { seq: _seq, ...held } = heldItem(n, { sender: alias });
  return {
    draft: contactDraft(n, { content: { alias } }),
    held: [held],
  };
};

/** Lines 2 to 4 of the log, of which 2 and 4 come from one sender. */
async function filled(database = db): Promise<ErasableLog> {
  const log = storeOn(database);
  await log.append([from(1, 'a1'), from(2, 'b2'), from(3, 'a1')]);
  return log;
}

async function verdict() {
  const privates = new Map((await db.getAll('private')).map(({ seq, line }) => [seq, line]));
  const lines = (await db.getAll('lines')).map(({ seq, line }) => ({ line, privateLine: privates.get(seq) ?? null }));
  async function* all() {
    yield* lines;
  }
  return verifyChain(all(), sha256);
}

const kinds = async (): Promise<string[]> =>
  (await db.getAll('lines')).map(({ line }) => JSON.parse(new TextDecoder().decode(line)).k);

/** Fails from the moment on at which it is told to, with the last request of a transaction: as a full disk does. */
function failing(target: Database): { readonly db: Database; full: boolean } {
  const state = { full: false, db: target };
  state.db = new Proxy(target, {
    get(_, key) {
      const value = Reflect.get(target, key);
      if (key !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
      return (...args: Parameters<Database['transaction']>) => {
        const tx = target.transaction(...args);
        if (state.full && args[1] === 'readwrite') void Promise.resolve().then(() => tx.abort());
        return tx;
      };
    },
  });
  return state;
}

describe('private parts of one sender', () => {
  const choice = { by: 'sender', app: CHAT.id, who: 'a1' } as const;

  test('go, with what was held of them, and the log says so in the same transaction', async () => {
    const log = await filled();
    const { erasure, count } = await planErasure(choice);
    expect(count).toBe(2);
    const changed = vi.fn();
    expect(await erasePrivate({ log, changed }, erasure)).toEqual({ ok: true, value: 5 });
    expect(changed).toHaveBeenCalledOnce();
    expect((await db.getAll('private')).map(({ seq }) => seq)).toEqual([3]);
    expect((await db.getAll('held')).map(({ id }) => id)).toEqual([idOf(2)]);
    expect(await verdict()).toMatchObject({ ok: true, count: 5, erased: 2, withheld: 0 });
    const [line] = await db.getAll('lines', 5);
    expect(JSON.parse(new TextDecoder().decode(line?.line))).toMatchObject({
      ...{ k: 'erase', what: 'private', n: 2 },
      lines: [
        [2, 2],
        [4, 4],
      ],
    });
  });

  test('all stay where the transaction is aborted, and no line says otherwise', async () => {
    const broken = failing(db);
    const log = await filled(broken.db);
    const { erasure } = await planErasure(choice);
    broken.full = true;
    await expect(erasePrivate({ log, changed: vi.fn() }, erasure)).rejects.toThrow();
    broken.full = false;
    expect(await kinds()).toEqual(['start', 'contact', 'contact', 'contact']);
    expect(await db.count('private')).toBe(3);
    expect(await db.count('held')).toBe(3);
    expect(await verdict()).toMatchObject({ ok: true, erased: 0, withheld: 0 });
  });

  test.each([
    ['nothing', [], 'erase.nothing'],
    ['a line that is not there yet', [{ count: 1, lines: [{ first: 4, last: 5 }] }], 'erase.no-entry'],
    ['line 0', [{ count: 1, lines: [{ first: 0, last: 2 }] }], 'erase.no-entry'],
    ['a range that runs back', [{ count: 1, lines: [{ first: 3, last: 2 }] }], 'erase.no-entry'],
  ])('are not erased by %s', async (_name, lines, code) => {
    const log = await filled();
    expect(await erasePrivate({ log, changed: vi.fn() }, { lines, held: [idOf(1)], files: [] })).toMatchObject({
      ok: false,
      problem: { code },
    });
    expect(await db.count('private')).toBe(3);
    expect(await db.count('held')).toBe(3);
  });
});

test('who is in the log can be asked for, and how much of it is old', async () => {
  await filled();
  expect(await readPrivateParts()).toEqual({
    count: 3,
    apps: [CHAT.id],
    senders: [
      { app: CHAT.id, who: 'a1', name: null, count: 2 },
      { app: CHAT.id, who: 'b2', name: null, count: 1 },
    ],
  });
  expect([await countBefore(EVENING), await countBefore(EVENING + 1)]).toEqual([0, 4]);
});

describe('everything', () => {
  const ports = (log: ErasableLog) => ({
    log,
    pseudonyms: createPseudonyms(db),
    vault: { forget: vi.fn(async () => undefined) },
    settings: createSettingsStore(db),
    changed: vi.fn(async () => undefined),
  });

  /** With all that can lie in the database. */
  async function full(): Promise<ErasableLog> {
    const log = await filled();
    const { log: id, size, hash } = await log.head();
    await createSettingsStore(db).write(SETTINGS);
    await db.put('state', true, 'welcomed');
    await db.put('state', { [CHAT.id]: { what: 'watched', at: EVENING } }, 'watched');
    await createPseudonyms(db).aliasOf(CHAT.id, 'Ana');
    await createSigningKeys(db).signerOf(id);
    const checkpoint = { log: id, size, hash, at: EVENING, text: '', signature: '', reason: 'asked' } as const;
    await createCheckpointStore(db).add(checkpoint as never);
    await db.put('files', { sha256: 'a'.repeat(64), size: 1, type: '', bytes: new Uint8Array(1), at: 1 });
    await createDayCountStore(db).addInHours('2026-11-24', CHAT.id, 2);
    await db.put('contexts', { id: 'c', enc: new Uint8Array(1), sealed: new Uint8Array(1) });
    return log;
  }

  const counts = async () =>
    Object.fromEntries(await Promise.all([...db.objectStoreNames].map(async (name) => [name, await db.count(name)])));

  test('goes but for the settings; a new log begins with a new name, new key and first line', async () => {
    const log = await full();
    expect(Object.values(await counts())).not.toContain(0);
    const before = await log.head();
    const all = ports(log);
    const alias = await all.pseudonyms.aliasOf(CHAT.id, 'Ana');
    await eraseAll(all, false);
    expect(await counts()).toMatchObject({
      lines: 0,
      private: 0,
      held: 0,
      days: 0,
      keys: 0,
      checkpoints: 0,
      files: 0,
      contexts: 0,
      state: 2,
    });
    expect(await createSettingsStore(db).read()).toEqual(SETTINGS);
    expect(await db.get('state', 'welcomed')).toBe(true);
    expect(all.changed).toHaveBeenCalledOnce();
    expect(all.vault.forget).toHaveBeenCalledOnce();
    expect(await all.pseudonyms.aliasOf(CHAT.id, 'Ana')).not.toBe(alias);
    // Nothing of the old log is noted in the new one, not even how long it has been silent.
    now += 3_600_000;
    expect(await log.append([from(1, 'a1')])).toEqual([{ seq: 2, before: null }]);
    expect(await kinds()).toEqual(['start', 'contact']);
    expect((await log.head()).log).not.toBe(before.log);
    expect(await verdict()).toMatchObject({ ok: true, count: 2 });
  });

  test('takes its turn: what was asked for before is gone, what comes after is in the new log', async () => {
    const log = await full();
    const results = [log.append([from(4, 'c')]), log.append([from(5, 'c')]), log.wipe(), log.append([from(6, 'd')])];
    await Promise.all(results);
    expect(await results[3]).toEqual([{ seq: 2, before: null }]);
    expect(await kinds()).toEqual(['start', 'contact']);
    expect(await db.count('private')).toBe(1);
    expect(await verdict()).toMatchObject({ ok: true, count: 2, withheld: 0 });
  });

  test('a second writer that knew the old log begins the new one too, and continues none that is gone', async () => {
    const [one, two] = [storeOn(db), storeOn(db)];
    const old = await logOf(two, from(1, 'a'));
    await one.wipe();
    await two.append([from(2, 'b')]);
    const lines = (await db.getAll('lines')).map(({ line }) => JSON.parse(new TextDecoder().decode(line)));
    expect(lines.map(({ seq, k }) => [seq, k])).toEqual([
      [1, 'start'],
      [2, 'contact'],
    ]);
    expect(lines[0].log).not.toBe(old);
  });

  test('takes the settings too where that was asked for', async () => {
    const all = ports(await full());
    await eraseAll(all, true);
    expect(await createSettingsStore(db).read()).toEqual(DEFAULT_SETTINGS);
    expect(await all.settings.read()).toEqual(DEFAULT_SETTINGS);
  });

  test('stays where the transaction is aborted, and the log goes on', async () => {
    const log = await full();
    const before = await counts();
    const broken = failing(db);
    const other = storeOn(broken.db);
    await other.append([from(7, 'x')]);
    broken.full = true;
    const all = ports(other);
    await expect(eraseAll(all, true)).rejects.toThrow();
    broken.full = false;
    expect(await counts()).toEqual({ ...before, lines: 5, private: 4, held: 4 });
    expect(all.changed).not.toHaveBeenCalled();
    expect(await createSettingsStore(db).read()).toEqual(SETTINGS);
    await other.append([from(8, 'y')]);
    expect(await verdict()).toMatchObject({ ok: true, count: 6 });
    expect((await log.head()).size).toBe(6);
  });
});
