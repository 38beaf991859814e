import type { CheckpointStore, SigningKeys, StampStore } from '../../utils/app/ports.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import type { SignedCheckpoint } from '../../utils/core/sign/signed-checkpoint.ts';
import { signerOf } from '../core/sign/keys.ts';

/** Checkpoints in memory; `tests/contracts/checkpoint-store.test.ts` holds it to what the real one does. */
export function memoryCheckpoints(): CheckpointStore & { readonly stamps: StampStore } {
  let kept: readonly SignedCheckpoint[] = [];
  const of = (log: string): readonly SignedCheckpoint[] => kept.filter((one) => one.log === log);
  return {
    latest: async (log) => of(log).at(-1) ?? null,
    all: async (log) => of(log),
    async add(fresh) {
      const before = of(fresh.log).at(-1);
      if (before !== undefined && before.size === fresh.size && before.hash === fresh.hash) return before;
      const made: SignedCheckpoint = { ...fresh, number: of(fresh.log).length + 1, witnesses: [] };
      kept = [...kept, made];
      return made;
    },
    async addWitness(log, number, witness) {
      const found = of(log).find((one) => one.number === number);
      if (found === undefined) return false;
      if (found.witnesses.some(({ signature }) => signature === witness.signature)) return true;
      kept = kept.map((one) => (one === found ? { ...found, witnesses: [...found.witnesses, witness] } : one));
      return true;
    },
    stamps: {
      async add(log, number, stamp) {
        const found = of(log).find((one) => one.number === number);
        if (found === undefined) return false;
        kept = kept.map((one) => (one === found ? { ...found, stamps: [...(found.stamps ?? []), stamp] } : one));
        return true;
      },
    },
  };
}

/** A key for each log, made from its id. */
export const memoryKeys: SigningKeys = {
  signerOf: async (log) => signerOf(new Uint8Array(Buffer.from(log.padEnd(32, '0').slice(0, 32)))),
};

/** A log that is nothing but a head. */
export function headOf(start: LogHead): { head(): Promise<LogHead>; set(head: LogHead): void } {
  let current = start;
  return {
    head: async () => current,
    set: (head) => {
      current = head;
    },
  };
}
