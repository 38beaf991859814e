import type { LogHead } from '../core/log/types.ts';
import type { Instant } from '../core/time/instant.ts';
import { openDatabase, type StoredLine } from './database.ts';

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

/** Reads the log for our own pages; never writes. */
export interface LogReader {
  head(): Promise<LogHead | null>;
  /** Newest first. */
  rows(query: RowQuery): Promise<readonly LogRow[]>;
  /** Oldest first, from the line after `afterSeq`; for verifying and exporting piece by piece. */
  lines(afterSeq: number, limit: number): Promise<readonly LogRow[]>;
}

export async function openLogReader(): Promise<LogReader> {
  const db = await openDatabase();

  const withPrivate = (stored: readonly StoredLine[]): Promise<LogRow[]> => {
    const store = db.transaction('private').store;
    return Promise.all(
      stored.map(async ({ seq, at, app, line }) => {
        const privateLine = (await store.get(seq))?.line ?? null;
        return { seq, at, app: app ?? null, line, privateLine };
      }),
    );
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
    async lines(afterSeq, limit) {
      return withPrivate(await db.getAll('lines', IDBKeyRange.lowerBound(afterSeq, true), limit));
    },
  };
}
