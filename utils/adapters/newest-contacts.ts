import type { LogHead } from '../core/log/types.ts';
import type { Instant } from '../core/time/instant.ts';
import { withDatabase } from './database.ts';

/** When the contacts among the newest `lines` lines came, oldest first. Reads no line itself: it may be locked. */
export const newestContacts = (lines: number): Promise<readonly Instant[]> =>
  withDatabase(async (db) => {
    const head = (await db.get('state', 'head')) as LogHead | undefined;
    const rows = await db.getAll('lines', IDBKeyRange.lowerBound((head?.size ?? 0) - lines, true));
    return rows.filter(({ app }) => app !== undefined).map(({ at }) => at);
  });
