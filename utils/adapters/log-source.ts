import type { LogSource } from '../app/export-bundle.ts';
import type { BundleLine } from '../core/export/types.ts';
import type { LogHead } from '../core/log/types.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Database } from './database.ts';
import { openLines } from './open-lines.ts';
import { createOpener } from './opener.ts';

/** Lines read in one piece. */
const PIECE = 1_000;

/** What there is to choose from. */
export interface LogContents {
  readonly firstAt: Instant;
  /** Ids of the apps that contacts came through after hours. */
  readonly apps: ReadonlySet<string>;
}

interface StoredLog extends LogSource {
  /** Null for an empty log. */
  contents(): Promise<LogContents | null>;
}

/**
 * The log for whoever writes a bundle of it: piece by piece, never all of it at once.
 * @throws {LockedError} in `lines`, when some are sealed and the log is locked.
 */
export function createLogSource(db: Database): StoredLog {
  const opener = createOpener(db);

  const read = async (from: number, last: number): Promise<readonly BundleLine[]> => {
    const to = Math.min(from + PIECE - 1, last);
    if (to < from) return [];
    const range = IDBKeyRange.bound(from, to);
    const [lines, privates] = await Promise.all([db.getAll('lines', range), db.getAll('private', range)]);
    const bySeq = new Map(privates.map(({ seq, line }) => [seq, line]));
    return openLines(lines, (seq) => bySeq.get(seq), opener());
  };

  return {
    async head() {
      return ((await db.get('state', 'head')) as LogHead | undefined) ?? null;
    },
    // By keys alone: the lines themselves would take seconds in a long log.
    seqsWithin: ({ from, until }) => db.getAllKeysFromIndex('lines', 'at', IDBKeyRange.bound(from, until, false, true)),
    async contents() {
      const first = await db.transaction('lines').store.index('at').openCursor();
      if (first === null) return null;
      const days = await db.getAll('days');
      const apps = days.filter(({ afterHours }) => afterHours > 0).map(({ app }) => app);
      return { firstAt: first.value.at, apps: new Set(apps) };
    },
    async *lines({ first, last }) {
      // The next piece is fetched while this one is worked on.
      let ahead = read(first, last);
      for (let next = first; next <= last; next += PIECE) {
        const piece = await ahead;
        ahead = read(next + PIECE, last);
        yield* piece;
      }
    },
    async inHours({ first, last }) {
      const days = await db.getAll('days', IDBKeyRange.bound([first], [last, []]));
      return days.map(({ date, app, inHours }) => ({ date, app, count: inHours }));
    },
  };
}
