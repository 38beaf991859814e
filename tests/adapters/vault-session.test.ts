import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { onVaultChange, readVault, switchOff, switchOn, unlock } from '../../utils/adapters/vault-desk.ts';
import { beginSession, endSession, keepSession, readSession } from '../../utils/adapters/vault-session.ts';
import { readVaultState } from '../../utils/adapters/vault-state.ts';
import { LockedError } from '../../utils/core/vault/locked.ts';
import { EVENING } from '../app/fakes.ts';
import { COURSE, contact, KEEP_MS, PASSPHRASE, titles, writerOn } from './vault-world.ts';

vi.setConfig({ testTimeout: 30_000 });

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  vi.useFakeTimers({ now: EVENING, toFake: ['Date'] });
  db = await openDatabase();
  await writerOn(db).append([contact(1)]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
const until = async (): Promise<number | null | undefined> => (await readSession(Date.now()))?.until;

test('reading keeps the log open, and moves the lock on once a minute; then it locks by itself', async () => {
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  expect(await until()).toBe(EVENING + KEEP_MS);
  later(59_999);
  await titles(db);
  expect(await until()).toBe(EVENING + KEEP_MS);
  later(1);
  await titles(db);
  expect(await until()).toBe(EVENING + 60_000 + KEEP_MS);
  later(KEEP_MS - 1);
  expect(await readVaultState(db, Date.now())).toBe('open');
  later(1);
  await expect(titles(db)).rejects.toThrow(LockedError);
  expect(await readVault()).toEqual({ state: 'locked' });
  expect(await readVaultState(db, Date.now())).toBe('locked');
  expect(await switchOff(COURSE)).toMatchObject({ problem: { code: 'vault.locked' } });
});

test('a key past its time is taken out of memory by whoever asks, and no other', async () => {
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  await readSession(Date.now());
  expect(await fakeBrowser.storage.session.get()).not.toEqual({});
  later(KEEP_MS);
  await readSession(Date.now());
  expect(await fakeBrowser.storage.session.get()).toEqual({});
});

test('until the browser closes, no time locks it', async () => {
  await switchOn(PASSPHRASE, null, COURSE);
  later(1e10);
  expect(await titles(db)).toHaveLength(1);
  expect(await readVault()).toMatchObject({ state: 'open', until: null, keepMs: null });
});

test('a page that reads while another locks does not bring the key back', async () => {
  await beginSession('key', KEEP_MS, EVENING);
  const session = await readSession(EVENING);
  if (session === null) throw new Error('no session');
  await endSession();
  await keepSession(session, EVENING + 100_000);
  expect(await readSession(EVENING + 100_001)).toBeNull();
});

test('a page that reads while nobody does anything in it does not move the lock on', async () => {
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  const before = await until();
  const pressed = (isActive: boolean) => vi.stubGlobal('navigator', { userActivation: { isActive } });
  pressed(false);
  later(KEEP_MS / 2);
  await titles(db);
  expect(await until()).toBe(before);
  pressed(true);
  await titles(db);
  expect(await until()).toBe((before ?? 0) + KEEP_MS / 2);
  vi.unstubAllGlobals();
});

test('the key is nowhere but in memory for this session', async () => {
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  const session = await readSession(Date.now());
  const stored = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
  const raw = Buffer.from(session?.key ?? '', 'base64')
    .subarray(-32)
    .toString('latin1');
  expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain(session?.key);
  const { serialize } = await import('node:v8');
  expect(serialize(stored).toString('latin1')).not.toContain(raw);
});

test('pages hear of every lock and unlock, and the background is told of each change', async () => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ ok: true, value: null } as never);
  const heard = vi.fn();
  const stop = onVaultChange(heard);
  await switchOn(PASSPHRASE, KEEP_MS, COURSE);
  expect(heard).toHaveBeenCalledTimes(1);
  await endSession();
  expect(heard).toHaveBeenCalledTimes(2);
  await unlock(PASSPHRASE, KEEP_MS);
  expect(heard).toHaveBeenCalledTimes(3);
  stop();
  await endSession();
  expect(heard).toHaveBeenCalledTimes(3);
  expect(send).toHaveBeenCalledWith({ name: 'vault.changed', request: null });
});
