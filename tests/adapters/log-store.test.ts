import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { createDayCountStore } from '../../utils/adapters/day-count-store.ts';
import { createHeldStore } from '../../utils/adapters/held-store.ts';
import { openLogReader } from '../../utils/adapters/log-reader.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import { type Append, type LogStore, noteKey } from '../../utils/app/ports.ts';
import type { Sha256 } from '../../utils/core/log/bytes.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { ContactDraft, ReportedDraft } from '../../utils/core/log/types.ts';
import { CHAT, contactDraft, EVENING, heldItem, idOf, SOURCE } from '../app/fakes.ts';

/**
 * The store's own logic on an IndexedDB that runs here; real browsers, their kills and their quotas are met end to end
 * (tests/e2e). Hashes come from Node's OpenSSL, not from the code under test.
 */
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

let db: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  db = await openDatabase();
});

let random = 0;
const storeOn = (database: Database, writer = '1.0 test'): LogStore =>
  createLogStore({
    db: database,
    writer,
    sha256,
    stamp: () => ({ at: EVENING, zone: 'America/Bogota', epoch: 'e', monotonicMs: 1 }),
    random: (bytes) => {
      random += 1;
      return new Uint8Array(bytes).fill(random % 256);
    },
  });

const contact = (n: number, change: Partial<ContactDraft> = {}): Append => ({
  draft: contactDraft(n, { content: { title: `Title ${n}` }, ...change }),
});

async function lines(): Promise<{ seq: number; prev: string; k: string; x?: string; digest: string }[]> {
  const stored = await db.getAll('lines');
  return stored.map(({ line }) => ({ ...JSON.parse(new TextDecoder().decode(line)), digest: digest(line) }));
}

async function expectChain(size: number): Promise<void> {
  const all = await lines();
  expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: size }, (_, index) => index + 1));
  expect(all.map(({ prev }) => prev)).toEqual(['0'.repeat(64), ...all.slice(0, -1).map((line) => line.digest)]);
  expect(await storeOn(db).head()).toMatchObject({ size, hash: all.at(-1)?.digest });
}

test('the first write opens the log with a start entry; every line names the digest of the one before', async () => {
  const log = storeOn(db);
  expect(await log.append([contact(1), contact(2)])).toEqual([
    { seq: 2, before: null },
    { seq: 3, before: null },
  ]);
  expect((await lines()).map(({ k }) => k)).toEqual(['start', 'contact', 'contact']);
  await expectChain(3);
});

test('another version opens with a start entry of its own, the same version does not', async () => {
  await storeOn(db).append([contact(1)]);
  await storeOn(db).append([contact(2)]);
  await storeOn(db, '2.0 test').append([contact(3)]);
  expect((await lines()).map(({ k }) => k)).toEqual(['start', 'contact', 'contact', 'start', 'contact']);
  await expectChain(5);
});

test('private lines hash to what the chain says of them', async () => {
  await storeOn(db).append([contact(1), contact(2, { content: null })]);
  const [, first, second] = await lines();
  const privates = await db.getAll('private');
  expect(privates.map(({ seq, line }) => [seq, digest(line)])).toEqual([[2, first?.x]]);
  expect(second?.x).toBeUndefined();
});

test('many appends at once share transactions and keep their order', async () => {
  const log = storeOn(db);
  let transactions = 0;
  const open = db.transaction.bind(db);
  const counting = new Proxy(db, {
    get: (target, key) => {
      if (key !== 'transaction') return Reflect.get(target, key);
      return (...args: Parameters<typeof open>) => {
        if (args[1] === 'readwrite') transactions += 1;
        return open(...args);
      };
    },
  });
  await log.append([contact(0)]);
  const burst = storeOn(counting as Database);
  const results = await Promise.all(Array.from({ length: 300 }, (_, n) => burst.append([contact(n + 1)])));
  expect(results.map(([first]) => first?.seq)).toEqual(Array.from({ length: 300 }, (_, n) => n + 3));
  expect(transactions).toBeLessThanOrEqual(3);
  await expectChain(302);
});

test('a repeated contact is appended once, within a call, across calls and across runs of the background', async () => {
  const log = storeOn(db);
  expect(await log.append([contact(1), contact(1)])).toEqual([
    { seq: 2, before: null },
    { seq: 2, before: 'hold' },
  ]);
  expect(await log.append([contact(1, { treatment: 'show' }), contact(2)])).toEqual([
    { seq: 2, before: 'hold' },
    { seq: 3, before: null },
  ]);
  expect(await storeOn(db).append([contact(2)])).toEqual([{ seq: 3, before: 'hold' }]);
  await expectChain(3);
});

test('two writers that know nothing of each other never fork the chain', async () => {
  const [one, two] = [storeOn(db), storeOn(db)];
  await one.append([contact(1)]);
  await two.append([contact(2)]);
  await one.append([contact(3)]);
  await Promise.all([one.append([contact(4)]), two.append([contact(5)])]);
  await expectChain(6);
});

test('held items come and go with their entries', async () => {
  const log = storeOn(db);
  const held = createHeldStore(db);
  const { seq: _seq, ...item } = heldItem(1);
  await log.append([{ ...contact(1), held: [item] }]);
  expect(await held.all()).toEqual([{ ...item, seq: 2 }]);
  await held.markHandedOver([idOf(1), idOf(9)], EVENING);
  expect(await held.find(idOf(1))).toMatchObject({ handedOverAt: EVENING });
  await log.append([{ draft: { kind: 'note', what: 'shown-by-timeout', ref: 2 }, once: 'late', unhold: idOf(1) }]);
  expect(await held.count()).toBe(0);
});

const flood = (...ids: number[]): Append => ({
  draft: { kind: 'collapse', app: CHAT.id, origin: SOURCE.origin, count: ids.length, from: EVENING },
  counts: ids.map(idOf),
  held: ids.map((n) => {
    const { seq: _seq, ...item } = heldItem(n);
    return item;
  }),
});

test('a contact that a counted entry has is not counted again, whether it comes back alone or in another flood', async () => {
  const log = storeOn(db);
  await log.append([flood(1, 2, 3)]);
  await createHeldStore(db).remove([idOf(2)]);
  // The background died before it could answer: the page sends the same ones again, and more.
  const next = storeOn(db);
  expect(await next.append([contact(1), contact(4)])).toEqual([
    { seq: 2, before: null },
    { seq: 3, before: null },
  ]);
  expect(await next.append([flood(2, 3)])).toEqual([{ seq: 2, before: null }]);
  expect(await next.append([flood(2, 4, 5, 6)])).toEqual([{ seq: 4, before: null }]);
  const counted = (await db.getAll('lines')).map(({ line }) => JSON.parse(new TextDecoder().decode(line)).n);
  expect(counted).toEqual([undefined, 3, undefined, 2]);
  expect((await createDayCountStore(db).of('2026-11-24')).afterHours).toEqual({ [CHAT.id]: 6 });
  expect((await createHeldStore(db).all()).map(({ id }) => id)).toEqual([1, 3, 5, 6].map(idOf));
  await expectChain(4);
});

test('after-hours contacts and in-hours contacts are counted per day and app', async () => {
  const days = createDayCountStore(db);
  await storeOn(db).append([contact(1), contact(2), contact(3, { app: 'mail' })]);
  await storeOn(db).append([
    { draft: { kind: 'collapse', app: 'mail', origin: SOURCE.origin, count: 5, from: EVENING } },
  ]);
  await days.addInHours('2026-11-24', CHAT.id, 2);
  await days.addInHours('2026-11-24', CHAT.id, 1);
  await days.addInHours('2026-11-25', CHAT.id, 9);
  expect(await days.of('2026-11-24')).toEqual({
    afterHours: { [CHAT.id]: 2, mail: 6 },
    inHours: { [CHAT.id]: 3, mail: 0 },
  });
});

test('a write that fails rejects, stores nothing of its call, and the next one works on', async () => {
  let full = false;
  const failing = new Proxy(db, {
    get: (target, key) => {
      const value = Reflect.get(target, key);
      if (key !== 'transaction' || !full) return typeof value === 'function' ? value.bind(target) : value;
      return () => {
        throw new DOMException('no space', 'QuotaExceededError');
      };
    },
  });
  const log = storeOn(failing as Database);
  await log.append([contact(1)]);
  full = true;
  await expect(log.append([contact(2)])).rejects.toThrow('no space');
  full = false;
  expect(await log.append([contact(3)])).toEqual([{ seq: 3, before: null }]);
  await expectChain(3);
});

const reported = (n: number, change: Partial<ReportedDraft> = {}): Append => ({
  draft: {
    kind: 'reported',
    id: idOf(n),
    app: 'manual-call',
    when: EVENING - 26 * 3_600_000,
    end: null,
    later: true,
    employment: 'job',
    verdict: { kind: 'off', reason: 'outside-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
    content: { sender: 'the lead' },
    ...change,
  },
});

test('a contact that was typed in is stored once, in the chain, and counts for the day of which it speaks', async () => {
  const log = storeOn(db);
  const inHours = { kind: 'working', reason: 'within-hours', layer: 'contract', rule: 'x', until: null } as const;
  expect(await log.append([reported(1), reported(2, { verdict: inHours })])).toEqual([
    { seq: 2, before: null },
    { seq: 3, before: null },
  ]);
  expect(await storeOn(db).append([reported(1)])).toEqual([{ seq: 2, before: null }]);
  const days = createDayCountStore(db);
  expect((await days.of('2026-11-23')).afterHours).toEqual({ 'manual-call': 1 });
  expect((await days.of('2026-11-24')).afterHours).toEqual({});
  const [, first] = await lines();
  expect(first?.x).toBe(digest((await db.getAll('private'))[0]?.line ?? new Uint8Array()));
  await expectChain(3);
});

test('the notes on a line are found by its number, and only they; so are the lines that were corrected', async () => {
  const log = storeOn(db);
  const note = (ref: number, id: number, words: string, what: 'annotation' | 'correction' = 'annotation'): Append => ({
    draft: { kind: 'note', what, ref, content: { words } },
    once: noteKey(ref, what, `${idOf(id)} 0`),
  });
  await log.append([contact(1), note(2, 7, 'first'), note(22, 1, 'of 22'), note(2, 3, 'second'), note(2, 7, 'again')]);
  const reader = await openLogReader();
  const notes = await reader.notesOn(2);
  expect(notes.map(({ seq }) => seq)).toEqual([3, 5]);
  expect(notes.map(({ line, privateLine }) => readEntry(line, privateLine)?.content)).toEqual([
    { words: 'first' },
    { words: 'second' },
  ]);
  expect([...(await reader.corrected())]).toEqual([]);
  await log.append([note(22, 8, 'wrong', 'correction'), note(3, 9, 'wrong', 'correction')]);
  expect([...(await reader.corrected())].toSorted((a, b) => a - b)).toEqual([3, 22]);
  await expectChain(7);
});
