import { type EraseChoice, type ErasePlan, ErasePlanner } from '../core/log/erase.ts';
import { type PrivateParts, PrivatePartsCounter } from '../core/log/private-parts.ts';
import { type EntryView, readEntry } from '../core/log/read.ts';
import { HOUR_MS, type Instant } from '../core/time/instant.ts';
import { systemClock } from './clock.ts';
import { type Database, withDatabase } from './database.ts';
import { createKeptFiles } from './kept-files.ts';
import { createLogSource } from './log-source.ts';
import { createOpener } from './opener.ts';
import { openHeld } from './stored-held.ts';

/** For our own pages; the background does what they ask, and need not carry what looks for it. */
export const planErasure = (choice: EraseChoice): Promise<ErasePlan> =>
  withDatabase(async (db) => {
    const planner = new ErasePlanner(choice);
    await eachLine(db, (seq, entry, hasPrivate) => planner.add(seq, entry, hasPrivate));
    const open = createOpener(db)();
    const items = (await db.getAll('held')).map((item) => openHeld(item, open));
    const held = planner.dropped(await Promise.all(items));
    const old = await createKeptFiles(db).hashes(systemClock.now() - HOUR_MS);
    return { erasure: { lines: planner.lines(), held, files: planner.files(old) }, count: planner.count };
  });

export const readPrivateParts = (): Promise<PrivateParts> =>
  withDatabase(async (db) => {
    const counter = new PrivatePartsCounter();
    await eachLine(db, (_seq, entry, hasPrivate) => counter.add(entry, hasPrivate));
    return counter.found();
  });

/** Lines in the log that were written before `at`. */
export const countBefore = (at: Instant): Promise<number> =>
  withDatabase((db) => db.countFromIndex('lines', 'at', IDBKeyRange.upperBound(at, true)));

async function eachLine(
  db: Database,
  tell: (seq: number, entry: EntryView | null, hasPrivate: boolean) => void,
): Promise<void> {
  const source = createLogSource(db);
  const last = (await source.head())?.size ?? 0;
  for await (const { seq, line, privateLine } of source.lines({ first: 1, last }))
    tell(seq, readEntry(line, privateLine), privateLine !== null);
}
