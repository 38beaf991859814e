import type { Append } from '../app/ports.ts';
import type { BuiltEntry } from '../core/log/line.ts';
import type { EntryDraft, LogHead } from '../core/log/types.ts';
import type { LocalDate } from '../core/time/instant.ts';
import { vaultMark } from '../core/vault/mark.ts';
import type { VaultRecord } from '../core/vault/types.ts';
import type { Database, StoredDay } from './database.ts';
import type { Sealer } from './sealer.ts';
import { storedParts } from './stored-parts.ts';

export interface Row {
  readonly append: Append;
  readonly entry: BuiltEntry;
  /** The day it counts for, in the device's zone. */
  readonly date: LocalDate;
}

/** The head moved under us, a key was there already, or the passphrase was set or taken off: look again and rebuild. */
export class StaleHead extends Error {}

const STORES = ['lines', 'private', 'held', 'days', 'state', 'contexts', 'files'] as const;

/**
 * Writes chained entries, the new head, held items, day counts and kept files in one strict transaction: all of it, or nothing.
 * Under a passphrase, what is private of them is sealed first, and its context stored with the first of them.
 * @throws {StaleHead} when the stored head is not `base`, an entry's key is in the log already, or the sealer is not the
 * vault's.
 */
export async function storeRows(
  db: Database,
  base: LogHead,
  next: LogHead,
  rows: readonly Row[],
  sealer: Sealer | null,
): Promise<void> {
  const parts = await Promise.all(rows.map((row) => storedParts(row, sealer)));
  const drop = rows.flatMap(({ append }) => append.drop ?? []);
  // A copy of a big file that is being stored must keep no line waiting.
  const stores = drop.length === 0 ? STORES.slice(0, -1) : STORES;
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const lines = tx.objectStore('lines');
  const privates = tx.objectStore('private');
  const held = tx.objectStore('held');
  const days = tx.objectStore('days');
  const state = tx.objectStore('state');
  const writes: Promise<unknown>[] = [];
  try {
    // What is read and what is written is asked for together: each answer is a journey to another process.
    const stored = state.get('head') as Promise<LogHead | undefined>;
    const vault = state.get('vault') as Promise<VaultRecord | undefined>;
    const counts = countsOf(rows).map(async (count) => {
      const day = await days.get([count.date, count.app]);
      return { ...count, inHours: day?.inHours ?? 0, afterHours: (day?.afterHours ?? 0) + count.afterHours };
    });
    for (const { append, line, privateLine, items } of parts) {
      writes.push(lines.add(line));
      if (privateLine !== null) writes.push(privates.add(privateLine));
      for (const item of items) writes.push(held.put(item));
      for (const id of [append.unhold ?? []].flat()) writes.push(held.delete(id));
      // Exactly what the line names, so that the two cannot part.
      if (append.draft.kind === 'erase')
        for (const { first, last } of append.draft.lines) writes.push(privates.delete(IDBKeyRange.bound(first, last)));
      if (append.draft.kind === 'start') writes.push(state.put(append.draft.writer, 'writer'));
    }
    if (sealer !== null && !sealer.isStored) writes.push(tx.objectStore('contexts').put(sealer.context));
    for (const sha256 of drop) writes.push(tx.objectStore('files').delete(sha256));
    writes.push(state.put(next, 'head'), ...counts.map(async (count) => days.put(await count)));
    // No commit() of ours, though it would save a moment: Firefox then keeps what succeeded where a later request fails.
    const guard = async (): Promise<void> => {
      const [before, known] = await Promise.all([stored, vault]);
      // An empty log has no head: it is new, or another writer emptied it.
      if (before === undefined ? base.size > 0 : before.log !== base.log || before.hash !== base.hash)
        throw new StaleHead();
      // A row that nobody can open, or that lies open under a passphrase, must not be.
      if (sealer === null ? known !== undefined && !known.closing : vaultMark(known) !== sealer.mark)
        throw new StaleHead();
    };
    await Promise.all([guard(), ...writes, tx.done]);
    if (sealer !== null) sealer.isStored = true;
  } catch (error) {
    abandon(tx);
    throw await reasonOf(tx.done, error);
  }
}

/** Contacts per day and app among the rows. */
function countsOf(rows: readonly Row[]): StoredDay[] {
  const sums = new Map<string, StoredDay>();
  for (const { append, date } of rows) {
    const { draft } = append;
    const contacts = contactsIn(draft);
    if (contacts === 0 || !('app' in draft)) continue;
    const { app } = draft;
    const sum = sums.get(`${date} ${app}`) ?? { date, app, inHours: 0, afterHours: 0 };
    sums.set(`${date} ${app}`, { ...sum, afterHours: sum.afterHours + contacts });
  }
  return [...sums.values()];
}

/** Contacts outside hours. Those within them, which only the person can type in, are in the log alone. */
function contactsIn(draft: EntryDraft): number {
  if (draft.kind === 'collapse') return draft.count;
  if (draft.kind === 'reported') return draft.verdict.kind === 'working' ? 0 : 1;
  return draft.kind === 'contact' ? 1 : 0;
}

export function abandon(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended already: a request that fails aborts its transaction.
  }
}

/** Of an aborted transaction, every request fails somehow; the transaction itself knows which failure was the first. */
async function reasonOf(done: Promise<void>, error: unknown): Promise<unknown> {
  if (error instanceof StaleHead) {
    await done.catch(() => undefined); // The abort we asked for.
    return error;
  }
  const reason: unknown = await done.then(
    () => error,
    (why: unknown) => why ?? error,
  );
  return isClash(reason) || isClash(error) ? new StaleHead() : reason;
}

function isClash(why: unknown): boolean {
  return why instanceof DOMException && why.name === 'ConstraintError';
}
