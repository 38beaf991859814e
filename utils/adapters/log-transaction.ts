import { type Append, keysOf } from '../app/ports.ts';
import type { BuiltEntry } from '../core/log/line.ts';
import type { EntryDraft, LogHead } from '../core/log/types.ts';
import type { LocalDate } from '../core/time/instant.ts';
import type { Database, StoredDay } from './database.ts';

export interface Row {
  readonly append: Append;
  readonly entry: BuiltEntry;
  /** The day it counts for, in the device's zone. */
  readonly date: LocalDate;
}

/** The head moved under us, or a key was there already: look again and rebuild. */
export class StaleHead extends Error {}

/**
 * Writes chained entries, the new head, held items and day counts in one strict transaction: all of it, or nothing.
 * @throws {StaleHead} when the stored head is not `base`, or an entry's key is in the log already.
 */
export async function storeRows(db: Database, base: LogHead, next: LogHead, rows: readonly Row[]): Promise<void> {
  const tx = db.transaction(['lines', 'private', 'held', 'days', 'state'], 'readwrite', { durability: 'strict' });
  const lines = tx.objectStore('lines');
  const privates = tx.objectStore('private');
  const held = tx.objectStore('held');
  const days = tx.objectStore('days');
  const state = tx.objectStore('state');
  const writes: Promise<unknown>[] = [];
  try {
    // What is read and what is written is asked for together: each answer is a journey to another process.
    const stored = state.get('head') as Promise<LogHead | undefined>;
    const counts = countsOf(rows).map(async (count) => {
      const day = await days.get([count.date, count.app]);
      return { ...count, inHours: day?.inHours ?? 0, afterHours: (day?.afterHours ?? 0) + count.afterHours };
    });
    for (const { append, entry } of rows) {
      const { seq, at, line, privateLine, app } = entry;
      const once = keysOf(append);
      writes.push(
        lines.add({ seq, at, line, ...(app === null ? {} : { app }), ...(once.length === 0 ? {} : { once }) }),
      );
      if (privateLine !== null) writes.push(privates.add({ seq, line: privateLine }));
      for (const item of append.held ?? []) writes.push(held.put({ ...item, seq }));
      for (const id of [append.unhold ?? []].flat()) writes.push(held.delete(id));
      // Exactly what the line names, so that the two cannot part.
      if (append.draft.kind === 'erase')
        for (const { first, last } of append.draft.lines) writes.push(privates.delete(IDBKeyRange.bound(first, last)));
      if (append.draft.kind === 'start') writes.push(state.put(append.draft.writer, 'writer'));
    }
    writes.push(state.put(next, 'head'), ...counts.map(async (count) => days.put(await count)));
    const finish = async (): Promise<void> => {
      const [before] = await Promise.all([stored, ...counts]);
      // An empty log has no head: it is new, or another writer emptied it.
      if (before === undefined ? base.size > 0 : before.log !== base.log || before.hash !== base.hash)
        throw new StaleHead();
      tx.commit(); // All is asked for; the browser need not hear from us again.
    };
    await Promise.all([finish(), ...writes, tx.done]);
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

function abandon(tx: { abort(): void }): void {
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
