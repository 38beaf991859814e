import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { planErasure } from '../../utils/adapters/erase-desk.ts';
import { createHeldStore } from '../../utils/adapters/held-store.ts';
import { createPseudonyms } from '../../utils/adapters/pseudonyms.ts';
import { createSettingsStore } from '../../utils/adapters/settings-store.ts';
import { lock, readVault, sealRest, switchOn, unlock } from '../../utils/adapters/vault-desk.ts';
import { endSession } from '../../utils/adapters/vault-session.ts';
import { eraseAll } from '../../utils/app/erase-all.ts';
import { erasePrivate } from '../../utils/app/erase-private.ts';
import type { ErasableLog } from '../../utils/app/ports.ts';
import { LockedError } from '../../utils/core/vault/locked.ts';
import { CHAT, idOf } from '../app/fakes.ts';
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

vi.setConfig({ testTimeout: 30_000 });

let db: Database;
let log: ErasableLog;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  db = await openDatabase();
  log = writerOn(db);
  await log.append(contacts(1, 2));
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  await log.append([contact(3)]);
});

const ports = (store: ErasableLog) => ({
  log: store,
  pseudonyms: createPseudonyms(db),
  vault: { forget: endSession },
  settings: createSettingsStore(db),
  changed: async () => undefined,
});

test('erasing everything takes the passphrase with it; the next log is plain and new', async () => {
  await eraseAll(ports(log), false);
  expect(await readVault()).toEqual({ state: 'none' });
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  expect(await db.count('contexts')).toBe(0);
  expect(await log.append([contact(4)])).toEqual([{ seq: 2, before: null }]);
  expect(await titles(db)).toEqual([titleOf(4)]);
  expect(await disk(db)).toContain(titleOf(4));
  expect(await unlock(PASSPHRASE, null)).toMatchObject({ problem: { code: 'vault.none' } });
});

test('the keys go first: where the rest cannot be erased, it cannot be read', async () => {
  const clear = IDBObjectStore.prototype.clear;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    if (this.name !== 'contexts') throw new DOMException('disk full', 'QuotaExceededError');
    return clear.call(this);
  });
  await expect(eraseAll(ports(log), false)).rejects.toThrow();
  failing.mockRestore();
  expect(await db.count('lines')).toBe(4);
  expect([await db.count('contexts'), await db.get('state', 'vault')]).toEqual([0, undefined]);
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  await expect(titles(db)).rejects.toThrow(LockedError);
  // Nobody who comes later can seal for the key that is gone.
  await log.append([contact(5)]);
  expect(await disk(db)).toContain(titleOf(5));
  await eraseAll(ports(log), false);
  expect(await db.count('lines')).toBe(0);
});

test('private parts and held items of one sender are erased from a sealed log', async () => {
  const plan = await planErasure({ by: 'sender', app: CHAT.id, who: ALIAS });
  expect(plan).toMatchObject({ count: 3, erasure: { held: [idOf(1), idOf(2), idOf(3)] } });
  expect(await erasePrivate({ log, changed: () => undefined }, plan.erasure)).toMatchObject({ ok: true });
  expect([await db.count('private'), await db.count('held')]).toEqual([0, 0]);
  expect(await titles(db)).toEqual([]);
  expect(await verdict(db)).toMatchObject({ ok: true, count: 5, erased: 3, withheld: 0 });
  await lock();
  await expect(planErasure({ by: 'sender', app: CHAT.id, who: ALIAS })).rejects.toThrow(LockedError);
});

test('an old page that seals on after everything was erased brings no key back', async () => {
  await eraseAll(ports(log), false);
  expect(await sealRest(COURSE)).toMatchObject({ problem: { code: 'vault.none' } });
  expect(await createHeldStore(db).all()).toEqual([]);
  expect(await db.count('contexts')).toBe(0);
});
