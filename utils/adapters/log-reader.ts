import { correctedBy, notesBegin } from '../app/ports.ts';
import type { LogHead } from '../core/log/types.ts';
import type { Instant, LocalDate } from '../core/time/instant.ts';
import { openDatabase, type StoredDay, type StoredLine } from './database.ts';
import { dayCountsBetween } from './day-count-store.ts';
import { openLines } from './open-lines.ts';
import { createOpener } from './opener.ts';

export interface LogRow {
  readonly seq: number;
  readonly at: Instant;
  readonly app: string | null;
  readonly line: Uint8Array;
  /** Null where there is none, or it was erased. */
  readonly privateLine: Uint8Array | null;
}

export interface RowQuery {
  /** Only rows with a smaller `seq`. */
  readonly before?: number;
  readonly limit: number;
  /** Half-open `[fromAt, untilAt)`. */
  readonly fromAt?: Instant;
  readonly untilAt?: Instant;
  readonly app?: string;
}

/**
 * Reads the log for our own pages; never writes.
 * @throws {LockedError} from whatever gives rows, when one is sealed and the log is locked.
 */
export interface LogReader {
  head(): Promise<LogHead | null>;
  /** Newest first. */
  rows(query: RowQuery): Promise<readonly LogRow[]>;
  /** Lines `first` to `last`, both included, oldest first: a piece of a pass over the whole log. */
  between(first: number, last: number): Promise<readonly LogRow[]>;
  /** Those of these lines that are there, in the order asked for. */
  of(seqs: readonly number[]): Promise<readonly LogRow[]>;
  /** Counters of contacts in hours, one row for a day and app, from `first` to `last`, both included. */
  dayCounts(first: LocalDate, last: LocalDate): Promise<readonly StoredDay[]>;
  /** Oldest first, from the line after `afterSeq`; for verifying and exporting piece by piece. */
  lines(afterSeq: number, limit: number): Promise<readonly LogRow[]>;
  /** Annotations and corrections that speak of line `seq`, oldest first. */
  notesOn(seq: number): Promise<readonly LogRow[]>;
  /** Numbers of the lines that the person says are wrong. */
  corrected(): Promise<ReadonlySet<number>>;
}

export async function openLogReader(): Promise<LogReader> {
  const db = await openDatabase();

  const opener = createOpener(db);

  const opened = async (
    stored: readonly StoredLine[],
    secretOf: (seq: number) => Uint8Array | undefined,
  ): Promise<LogRow[]> => {
    const lines = await openLines(stored, secretOf, opener());
    return lines.map((line, place) => ({ ...line, at: stored[place]?.at ?? 0, app: stored[place]?.app ?? null }));
  };

  const withPrivate = async (stored: readonly StoredLine[]): Promise<LogRow[]> => {
    const store = db.transaction('private').store;
    const found = await Promise.all(stored.map(async ({ seq }) => [seq, (await store.get(seq))?.line] as const));
    const secrets = new Map(found);
    return opened(stored, (seq) => secrets.get(seq));
  };

  return {
    async head() {
      return ((await db.get('state', 'head')) as LogHead | undefined) ?? null;
    },
    async rows({ before = Number.MAX_SAFE_INTEGER, limit, fromAt = -Infinity, untilAt = Infinity, app }) {
      const found: StoredLine[] = [];
      const range = IDBKeyRange.upperBound(before, true);
      let cursor = await db.transaction('lines').store.openCursor(range, 'prev');
      while (cursor !== null && found.length < limit) {
        const { value } = cursor;
        const wanted = value.at >= fromAt && value.at < untilAt && (app === undefined || value.app === app);
        if (wanted) found.push(value);
        cursor = await cursor.continue();
      }
      return withPrivate(found);
    },
    async between(first, last) {
      const range = IDBKeyRange.bound(first, last);
      const tx = db.transaction(['lines', 'private']);
      const [lines, privates] = await Promise.all([
        tx.objectStore('lines').getAll(range),
        tx.objectStore('private').getAll(range),
      ]);
      const secrets = new Map(privates.map(({ seq, line }) => [seq, line]));
      return opened(lines, (seq) => secrets.get(seq));
    },
    async of(seqs) {
      const store = db.transaction('lines').store;
      const found = await Promise.all(seqs.map((seq) => store.get(seq)));
      return withPrivate(found.filter((line) => line !== undefined));
    },
    dayCounts: (first, last) => dayCountsBetween(db, first, last),
    async lines(afterSeq, limit) {
      return withPrivate(await db.getAll('lines', IDBKeyRange.lowerBound(afterSeq, true), limit));
    },
    async notesOn(seq) {
      const notes = await db.getAllFromIndex('lines', 'once', beginning(notesBegin(seq)));
      return withPrivate(notes.toSorted((a, b) => a.seq - b.seq));
    },
    async corrected() {
      const found = new Set<number>();
      let cursor = await db.transaction('lines').store.index('once').openKeyCursor(beginning(notesBegin()));
      for (; cursor !== null; cursor = await cursor.continue()) {
        const seq = correctedBy(cursor.key);
        if (seq !== null) found.add(seq);
      }
      return found;
    },
  };
}

const beginning = (text: string): IDBKeyRange => IDBKeyRange.bound(text, `${text}\uffff`);
