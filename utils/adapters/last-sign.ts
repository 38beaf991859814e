import type { Continuity, LifeSign } from '../core/log/continuity.ts';
import type { Database } from './database.ts';

/** A run that we know only by a line of its own: it is never the current one. */
const ANOTHER_RUN = { epoch: '', monotonicMs: 0 };

/** The latest moment at which an earlier run was alive: its last line, or its last heartbeat. Null where there is neither. */
export async function readLastSign(db: Database): Promise<Continuity | null> {
  const [alive, cursor] = await Promise.all([
    db.get('state', 'alive') as Promise<LifeSign | undefined>,
    db.transaction('lines').store.openCursor(null, 'prev'),
  ]);
  const line = cursor?.value;
  if (line !== undefined && (alive === undefined || line.at > alive.at))
    return { sign: { ...ANOTHER_RUN, at: line.at }, clockNotedMs: null };
  return alive === undefined ? null : { sign: alive, clockNotedMs: null };
}
