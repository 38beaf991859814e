/** Runs inside a page: the log store on the browser's own IndexedDB. Puts `rounds` into the page. */
import { anyContact } from '../../../scripts/practice/contact.ts';
import { createStamp, systemClock } from '../../../utils/adapters/clock.ts';
import { randomBytes, sha256 } from '../../../utils/adapters/crypto.ts';
import { type Database, openDatabase } from '../../../utils/adapters/database.ts';
import { createLogStore } from '../../../utils/adapters/log-store.ts';
import type { Append, LogStore } from '../../../utils/app/ports.ts';
import { verifyChain } from '../../../utils/core/log/verify.ts';

export interface Chain {
  readonly verdict: Awaited<ReturnType<typeof verifyChain>>;
  readonly contacts: number;
}

export interface FullDisk extends Chain {
  /** Acknowledged contacts that are not there. */
  readonly lost: number;
  /** Name of the error with which the store said that it could not. */
  readonly refused: string;
  /** Contacts acknowledged when there was room again. */
  readonly after: number;
}

const store = (db: Database): LogStore =>
  createLogStore({ db, stamp: createStamp(systemClock, 'run'), random: randomBytes, sha256, writer: 'test' });

async function chain(db: Database): Promise<Chain> {
  const stored = await db.getAll('lines');
  async function* lines() {
    for (const { line } of stored) yield { line, privateLine: null };
  }
  return {
    verdict: await verifyChain(lines(), sha256),
    contacts: stored.filter(({ app }) => app !== undefined).length,
  };
}

/** Contacts that are offered again come together with new ones, in one transaction. `count` new ones in all. */
async function offeredAgain(count: number): Promise<Chain> {
  const db = await openDatabase();
  const known: Append[] = [];
  const log = store(db);
  while (known.length < count) {
    const fresh = Array.from({ length: 20 }, anyContact);
    const again = known.slice(-5);
    await log.append([...fresh.slice(0, 10), ...again, ...fresh.slice(10)]);
    known.push(...fresh);
  }
  const found = await chain(db);
  db.close();
  return found;
}

/** Two writers at the same time, as when one background starts while another still ends; `count` contacts by each. */
async function twoWriters(count: number): Promise<Chain> {
  const [one, other] = [await openDatabase(), await openDatabase()];
  const before = (await chain(one)).contacts;
  const write = async (log: LogStore): Promise<void> => {
    for (let n = 0; n < count; n += 1) await log.append([anyContact()]);
  };
  await Promise.all([write(store(one)), write(store(other))]);
  const found = await chain(one);
  one.close();
  other.close();
  return { ...found, contacts: found.contacts - before };
}

/** Takes all the room that the site has, down to the last few kilobytes. Returns what gives it back. */
async function takeAllRoom(): Promise<() => Promise<void>> {
  const name = 'ballast';
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('weights', { autoIncrement: true });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const fits = (bytes: number): Promise<boolean> =>
    new Promise((resolve) => {
      const tx = db.transaction('weights', 'readwrite', { durability: 'strict' });
      tx.oncomplete = () => resolve(true);
      tx.onabort = () => resolve(false);
      try {
        tx.objectStore('weights').add(randomBytes(bytes));
      } catch {
        tx.abort(); // After a refusal, Firefox lets the next transaction delete, and nothing else.
      }
    });
  for (let bytes = 65_536; bytes >= 256; bytes /= 4) while (await fits(bytes));
  return () =>
    new Promise((resolve, reject) => {
      db.close();
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => resolve();
      deleting.onerror = () => reject(deleting.error);
    });
}

/** Contacts until the disk is full, and again when there is room: which were acknowledged, and are they all there? */
async function fullDisk(): Promise<FullDisk> {
  const db = await openDatabase();
  const log = store(db);
  const acknowledged: number[] = [];
  const append = async (): Promise<void> => {
    // Some at once, so that a refusal falls into the middle of a transaction.
    const appended = await log.append(Array.from({ length: 10 }, anyContact));
    acknowledged.push(...appended.map(({ seq }) => seq));
  };
  await append();
  const giveBack = await takeAllRoom();
  let refused = '';
  for (let round = 0; round < 2_000 && refused === ''; round += 1)
    await append().catch((why: unknown) => {
      refused = why instanceof Error || why instanceof DOMException ? why.name : String(why);
    });
  const before = acknowledged.length;
  await giveBack();
  await append();
  const there = new Set(await db.getAllKeys('lines'));
  const found = await chain(db);
  db.close();
  const lost = acknowledged.filter((seq) => !there.has(seq)).length;
  return { ...found, lost, refused, after: acknowledged.length - before };
}

(globalThis as typeof globalThis & { rounds?: unknown }).rounds = { offeredAgain, twoWriters, fullDisk };
