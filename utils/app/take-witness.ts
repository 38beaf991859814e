import { fail, type Result } from '../core/result.ts';
import { formatCheckpoint } from '../core/sign/checkpoint.ts';
import type { SignatureCrypto } from '../core/sign/types.ts';
import { type CheckedWitness, checkWitness, parseWitness, splitWitnessFile } from '../core/sign/witness.ts';
import type { CheckpointStore } from './ports.ts';

export interface TakeWitnessPorts {
  readonly checkpoints: CheckpointStore;
  readonly crypto: SignatureCrypto;
}

/**
 * Takes in the countersignature that a delegate sent back, and keeps it beside its checkpoint. Codes: those of
 * `checkWitness`, and `checkpoint.unknown` where we made no such checkpoint.
 */
export async function takeWitness(
  { checkpoints, crypto }: TakeWitnessPorts,
  file: string,
): Promise<Result<CheckedWitness>> {
  const parts = splitWitnessFile(file);
  if (!parts.ok) return parts;
  const { text, signature } = parts.value;
  // Read once before the check, only to find which checkpoint it speaks of.
  const claimed = parseWitness(text);
  if (!claimed.ok) return claimed;
  const { head, at } = claimed.value.checkpoint;
  const wanted = formatCheckpoint(head, at);
  const known = (await checkpoints.all(head.log)).find((one) => one.text === wanted);
  if (known === undefined) return fail('checkpoint.unknown', 'witness');
  const checked = await checkWitness(text, signature, known.text, crypto);
  if (checked.ok) await checkpoints.addWitness(head.log, known.number, { text, signature });
  return checked;
}
