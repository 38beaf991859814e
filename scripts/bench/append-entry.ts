/** Runs inside a page of the extension: the log store against the least that a durable chained write can be. */

import { createStamp, systemClock } from '../../utils/adapters/clock.ts';
import { randomBytes, sha256 } from '../../utils/adapters/crypto.ts';
import { openDatabase } from '../../utils/adapters/database.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import { hex } from '../../utils/core/log/bytes.ts';
import { anyContact } from '../practice/contact.ts';

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** `count` appends, each awaited; milliseconds each. */
async function single(count: number): Promise<number[]> {
  const log = await store();
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await timed(() => log.append([anyContact()])));
  return times;
}

/** `count` appends asked for at once; milliseconds for each of them. */
async function burst(count: number): Promise<number> {
  const log = await store();
  const all = Array.from({ length: count }, anyContact);
  return (await timed(() => Promise.all(all.map((append) => log.append([append]))))) / count;
}

/** A digest and one strict put of a line of the same length. */
async function raw(count: number): Promise<number[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-raw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('lines', { keyPath: 'seq' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const times: number[] = [];
  let previous = hex(await sha256(new Uint8Array()));
  for (let seq = 0; seq < count; seq += 1) {
    times.push(
      await timed(async () => {
        const line = new TextEncoder().encode(JSON.stringify({ seq, pad: 'x'.repeat(420), prev: previous }));
        previous = hex(await sha256(line));
        await new Promise<void>((resolve, reject) => {
          const tx = db.transaction('lines', 'readwrite', { durability: 'strict' });
          tx.objectStore('lines').put({ seq, line });
          tx.oncomplete = () => resolve();
          tx.onabort = () => reject(tx.error);
        });
      }),
    );
  }
  db.close();
  return times;
}

async function store() {
  return createLogStore({
    db: await openDatabase(),
    stamp: createStamp(systemClock, 'bench'),
    random: randomBytes,
    sha256,
    writer: 'bench',
  });
}

(globalThis as typeof globalThis & { bench?: unknown }).bench = { single, burst, raw };
