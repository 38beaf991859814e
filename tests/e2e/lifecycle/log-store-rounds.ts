/** Runs inside a page: the log store on the browser's own IndexedDB. Puts `rounds` into the page. */
import { createStamp, systemClock } from '../../../utils/adapters/clock.ts';
import { randomBytes, sha256 } from '../../../utils/adapters/crypto.ts';
import { type Database, openDatabase } from '../../../utils/adapters/database.ts';
import { createLogStore } from '../../../utils/adapters/log-store.ts';
import type { Append, LogStore } from '../../../utils/app/ports.ts';
import { hex } from '../../../utils/core/log/bytes.ts';
import { verifyChain } from '../../../utils/core/log/verify.ts';

export interface Chain {
  readonly verdict: Awaited<ReturnType<typeof verifyChain>>;
  readonly contacts: number;
}

const contact = (): Append => ({
  draft: {
    kind: 'contact',
    id: hex(randomBytes(16)),
    app: 'app',
    origin: 'https://app.example.org',
    route: 'page',
    certainty: 'observed',
    treatment: 'hold',
    failedOpen: false,
    employment: 'job',
    verdict: { kind: 'off', reason: 'outside-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
    content: null,
  },
});

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
    const fresh = Array.from({ length: 20 }, contact);
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
    for (let n = 0; n < count; n += 1) await log.append([contact()]);
  };
  await Promise.all([write(store(one)), write(store(other))]);
  const found = await chain(one);
  one.close();
  other.close();
  return { ...found, contacts: found.contacts - before };
}

(globalThis as typeof globalThis & { rounds?: unknown }).rounds = { offeredAgain, twoWriters };
