import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Database } from '../../utils/adapters/database.ts';
import { readHeld } from '../../utils/adapters/held-desk.ts';
import { createHeldStore } from '../../utils/adapters/held-store.ts';
import { createSealer } from '../../utils/adapters/sealer.ts';
import { readVault, sealRest, switchOff, switchOn, unlock } from '../../utils/adapters/vault-desk.ts';
import { turnRows } from '../../utils/adapters/vault-pass.ts';
import { opening, sealing } from '../../utils/adapters/vault-rows.ts';
import { vaultMark } from '../../utils/core/vault/mark.ts';
import type { VaultRecord } from '../../utils/core/vault/types.ts';
import { idOf } from '../app/fakes.ts';
import {
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

const record = async (): Promise<VaultRecord> => (await db.get('state', 'vault')) as VaultRecord;
const setUp = async (count = 3): Promise<void> => void (await writerOn(db).append(contacts(1, count)));

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
