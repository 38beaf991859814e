import type { StampStore } from '../app/ports.ts';
import type { Database } from './database.ts';

/** Beside `checkpoint-store.ts`, since the background carries that one and never asks for a stamp. */
export const createStampStore = (db: Database): StampStore => ({
  async add(log, number, stamp) {
    const tx = db.transaction('checkpoints', 'readwrite', { durability: 'strict' });
    const before = await tx.store.get([log, number]);
    if (before !== undefined) await tx.store.put({ ...before, stamps: [...(before.stamps ?? []), stamp] });
    await tx.done;
    return before !== undefined;
  },
});
