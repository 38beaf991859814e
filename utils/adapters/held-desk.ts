import type { HeldItem } from '../core/contact/types.ts';
import { LockedError } from '../core/vault/locked.ts';
import { withDatabase } from './database.ts';
import { createOpener } from './opener.ts';
import { closedHeld, openHeld } from './stored-held.ts';

/**
 * What is held, for our own pages, where the log has a passphrase: the background, which answers `held.read`, carries
 * nothing that opens it. While the log is locked, sealed items come without sender, title, text and origin.
 */
export const readHeld = (): Promise<readonly HeldItem[]> =>
  withDatabase(async (db) => {
    const stored = (await db.getAll('held')).sort((a, b) => a.seq - b.seq);
    const open = createOpener(db)();
    return Promise.all(stored.map((item) => openHeld(item, open))).catch((error: unknown) => {
      if (error instanceof LockedError) return stored.map(closedHeld);
      throw error;
    });
  });
