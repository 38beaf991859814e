import type { CheckpointStore } from '../app/ports.ts';
import type { SignedCheckpoint } from '../core/sign/signed-checkpoint.ts';
import type { Database } from './database.ts';

/** All checkpoints of one log, by number. */
const rangeOf = (log: string): IDBKeyRange => IDBKeyRange.bound([log], [log, []]);

export function createCheckpointStore(db: Database): CheckpointStore {
  return {
    async latest(log) {
      const cursor = await db.transaction('checkpoints').store.openCursor(rangeOf(log), 'prev');
      return cursor?.value ?? null;
    },
    all: (log) => db.getAll('checkpoints', rangeOf(log)),
    async add(fresh) {
      const tx = db.transaction('checkpoints', 'readwrite', { durability: 'strict' });
      const before = (await tx.store.openCursor(rangeOf(fresh.log), 'prev'))?.value;
      const known = before !== undefined && before.size === fresh.size && before.hash === fresh.hash;
      const kept: SignedCheckpoint = known ? before : { ...fresh, number: (before?.number ?? 0) + 1, witnesses: [] };
      if (!known) await tx.store.add(kept);
      await tx.done;
      return kept;
    },
    async addWitness(log, number, witness) {
      const tx = db.transaction('checkpoints', 'readwrite', { durability: 'strict' });
      const before = await tx.store.get([log, number]);
      const known = before?.witnesses.some(({ signature }) => signature === witness.signature) === true;
      if (before !== undefined && !known) await tx.store.put({ ...before, witnesses: [...before.witnesses, witness] });
      await tx.done;
      return before !== undefined;
    },
  };
}
