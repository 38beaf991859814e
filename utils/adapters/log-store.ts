import { type Append, type Appended, type ErasableLog, keysOf } from '../app/ports.ts';
import type { Treatment } from '../core/contact/types.ts';
import { hex, type Sha256 } from '../core/log/bytes.ts';
import { type Continuity, continueFrom } from '../core/log/continuity.ts';
import { buildEntries, NO_HASH } from '../core/log/line.ts';
import { readEntry } from '../core/log/read.ts';
import type { EntryStamp, LogHead } from '../core/log/types.ts';
import { localParts } from '../core/time/zones.ts';
import { vaultMark } from '../core/vault/mark.ts';
import { isSealed } from '../core/vault/sealed-value.ts';
import type { Database, StoredLine } from './database.ts';
import { readLastSign } from './last-sign.ts';
import { type Row, StaleHead, storeRows } from './log-transaction.ts';
import { wipe } from './log-wipe.ts';
import { createSealer, type Sealer } from './sealer.ts';
import { storedVault } from './vault-state.ts';

/** Entries that share one strict transaction: the transaction costs, the hash does not. */
const BATCH = 500;

const SALT_BYTES = 16;

const MOST_TRIES = 20;

export interface LogStorePorts {
  readonly db: Database;
  readonly stamp: () => EntryStamp;
  readonly random: (bytes: number) => Uint8Array;
  readonly sha256: Sha256;
  /** Named in the `start` entry that opens the log and every run of another version: `0.1.0 firefox`. */
  readonly writer: string;
}

interface Stamped {
  /** Null for a sign of life, which is no entry. */
  readonly append: Append | null;
  readonly stamp: EntryStamp;
}

interface Job {
  /** Null to let go of the whole log. */
  readonly items: readonly Stamped[] | null;
  readonly resolve: (results: readonly Appended[]) => void;
  readonly reject: (why: unknown) => void;
}

/**
 * The one writer of the chain, with one queue. Lines are hashed before their transaction opens, since a transaction ends
 * while one waits for anything else; what arrives meanwhile shares the next one.
 */
export function createLogStore({ db, stamp, random, sha256, writer }: LogStorePorts): ErasableLog {
  const jobs: Job[] = [];
  let running = false;
  let head: LogHead | null = null;
  /** Our latest sign of life, or that of the run before; null in an empty log. */
  let continuity: Continuity | null = null;

  /** Null where there is no passphrase. One data key for each run. */
  let sealer: Sealer | null = null;

  const salt = (): string => hex(random(SALT_BYTES));

  const readHead = async (): Promise<LogHead> => {
    const stored = (await db.get('state', 'head')) as LogHead | undefined;
    return stored ?? { log: salt(), size: 0, hash: NO_HASH };
  };

  const run = async (): Promise<void> => {
    running = true;
    while (jobs.length > 0) {
      const batch = takeBatch(jobs);
      try {
        const results = await (batch[0]?.items === null
          ? letGo()
          : writeItems(batch.flatMap(({ items }) => items ?? [])));
        let from = 0;
        for (const { items, resolve } of batch) {
          const until = from + (items?.length ?? 0);
          resolve(results.slice(from, until));
          from = until;
        }
      } catch (error) {
        head = null;
        for (const job of batch) job.reject(error);
      }
    }
    running = false;
  };

  /** The first write of a run names its writer in a `start` entry, where the log is new or another version wrote last. */
  const begin = async (at: EntryStamp): Promise<void> => {
    if (head !== null) return;
    const [stored, last, before, vault] = await Promise.all([
      readHead(),
      readLastSign(db),
      db.get('state', 'writer'),
      storedVault(db),
    ]);
    if (sealer?.mark !== vaultMark(vault)) sealer = await createSealer(vault);
    head = stored;
    continuity ??= stored.size === 0 ? null : last;
    if (before !== writer) await write([{ append: { draft: { kind: 'start', writer } }, stamp: at }]);
  };

  /** Optimistic first: ids are random, so nearly every entry is new. Only a clash makes us look which are known. */
  const writeItems = async (items: readonly Stamped[]): Promise<readonly Appended[]> => {
    const [first] = items;
    if (first === undefined) return [];
    // Being alive opens no log.
    if (items.every(isBeat) && (head ?? (await readHead())).size === 0) {
      await db.put('state', first.stamp, 'alive');
      return items.map(() => NOTHING);
    }
    let why: unknown = null;
    for (let tries = 1; ; tries += 1) {
      try {
        await begin(first.stamp);
        return await write(items, tries === 1 ? undefined : await knownAmong(items));
      } catch (error) {
        // Another writer, who is there only while one background ends and the next begins, may come first again. Whatever
        // else failed gets a second try: after a full disk, Firefox lets the next transaction delete, and nothing else.
        if (!(error instanceof StaleHead)) {
          if (why !== null) throw why;
          why = error;
        } else if (tries === MOST_TRIES) throw error;
        head = null;
      }
    }
  };

  const knownAmong = async (items: readonly Stamped[]): Promise<Map<string, Appended>> => {
    const known = new Map<string, Appended>();
    const index = db.transaction('lines').store.index('once');
    const find = async (key: string): Promise<void> => {
      const stored = await index.get(key);
      if (stored !== undefined) known.set(key, { seq: stored.seq, before: treatmentIn(stored) });
    };
    await Promise.all(items.flatMap(({ append }) => (append === null ? [] : keysOf(append))).map(find));
    return known;
  };

  /** @param known entries of the log by their key; grows by what this call appends, so that repeats within it are one. */
  const write = async (
    items: readonly Stamped[],
    known = new Map<string, Appended>(),
  ): Promise<readonly Appended[]> => {
    const base = head ?? (await readHead());
    const fresh: { readonly append: Append; readonly stamp: EntryStamp }[] = [];
    let reached = continuity;
    let isNews = items.some(isBeat);
    const results = items.map(({ append, stamp: at }): Appended => {
      const { breaks, after } = continueFrom(reached, at);
      reached = after;
      isNews ||= breaks.length > 0;
      for (const draft of breaks) fresh.push({ append: { draft }, stamp: at });
      if (append === null) return NOTHING;
      const keys = keysOf(append);
      const added = keys.filter((key) => !known.has(key));
      const [first] = keys;
      const before = first === undefined ? undefined : known.get(first);
      if (before !== undefined && added.length === 0) return before;
      const { draft } = append;
      const seq = base.size + fresh.push({ append: counting(append, added), stamp: at });
      for (const key of added) known.set(key, { seq, before: draft.kind === 'contact' ? draft.treatment : null });
      return { seq, before: null };
    });
    const entries = fresh.map(({ append, stamp: at }) => ({
      draft: append.draft,
      stamp: at,
      salt: salt(),
      privateSalt: salt(),
    }));
    const built = await buildEntries(base, entries, sha256);
    const rows = fresh.map(({ append, stamp: { at, zone } }, index): Row => {
      const entry = built.entries[index];
      if (entry === undefined) throw new RangeError('buildEntries returned fewer entries than it was given');
      // What was typed in belongs to the day of which the person speaks.
      const { draft } = append;
      return { append, entry, date: localParts(draft.kind === 'reported' ? draft.when : at, zone).date };
    });
    if (rows.length > 0) await storeRows(db, base, built.head, rows, sealer);
    head = built.head;
    continuity = reached;
    // Only once the breaks before it are durable. If it fails, the lines still stand, and the next gap begins too early.
    if (isNews && reached !== null) await db.put('state', reached.sign, 'alive').catch(() => undefined);
    return results;
  };

  const letGo = async (): Promise<readonly Appended[]> => {
    await wipe(db);
    sealer = null;
    head = null;
    continuity = null;
    return [];
  };

  const enqueue = (appends: readonly (Append | null)[] | null): Promise<readonly Appended[]> =>
    new Promise((resolve, reject) => {
      const items = appends?.map((append) => ({ append, stamp: stamp() })) ?? null;
      jobs.push({ items, resolve, reject });
      if (!running) void run();
    });

  return {
    append: enqueue,
    beat: async () => void (await enqueue([null])),
    head: readHead,
    wipe: async () => void (await enqueue(null)),
  };
}

/** Result of a sign of life. */
const NOTHING: Appended = { seq: 0, before: null };

const isBeat = ({ append }: Stamped): boolean => append === null;

/** As many whole jobs as fit into one batch, and at least one; letting go of the log is one of its own. */
function takeBatch(jobs: Job[]): Job[] {
  let size = 0;
  let count = 0;
  for (const { items } of jobs) {
    size += items?.length ?? Infinity;
    if (count > 0 && size > BATCH) break;
    count += 1;
  }
  return jobs.splice(0, count);
}

/** A counted entry without the contacts that are in the log already. */
function counting(append: Append, counts: readonly string[]): Append {
  const { draft, held = [] } = append;
  if (draft.kind !== 'collapse' || append.counts === undefined) return append;
  const items = held.filter(({ id }) => counts.includes(id));
  return { ...append, draft: { ...draft, count: counts.length }, counts, held: items };
}

function treatmentIn({ line, treatment }: StoredLine): Treatment | null {
  return isSealed(line) ? (treatment ?? null) : ((readEntry(line, null)?.treatment ?? null) as Treatment | null);
}
