import { takeWitness } from '../app/take-witness.ts';
import type { Result } from '../core/result.ts';
import type { CheckedWitness } from '../core/sign/witness.ts';
import { createCheckpointStore } from './checkpoint-store.ts';
import { withDatabase } from './database.ts';
import { signatureCrypto } from './signature-crypto.ts';

/**
 * Takes in the file that a delegate sent back, as `takeWitness` does. For our own pages: the background starts on every
 * wake-up, and need not carry the check of a file that comes once in a while.
 * @throws when the browser could not open or write the database.
 */
export const takeWitnessFile = (file: string): Promise<Result<CheckedWitness>> =>
  withDatabase((db) => takeWitness({ checkpoints: createCheckpointStore(db), crypto: signatureCrypto }, file));
