import { utf8 } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import {
  CHECKPOINT_LINES,
  type Checkpoint,
  formatCheckpoint,
  parseCheckpoint,
  readUtcTime,
  utcTime,
} from './checkpoint.ts';
import { checkSsh, SIGNATURE_BEGIN } from './sshsig.ts';
import { NAMESPACES, type SignatureCrypto } from './types.ts';

const MOST_NAME_CHARACTERS = 100;
const MOST_CHARACTERS = 1_024;
const MOST_FILE_CHARACTERS = 12_288;
/** Line breaks and other controls, and halves of characters, which UTF-8 cannot carry. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** What somebody says who received a checkpoint: this one lay before me at that time. */
export interface Witness {
  readonly checkpoint: Checkpoint;
  /** When the witness received it, by the witness's clock. */
  readonly at: Instant;
  /** The witness's name as they wrote it: a claim, to be shown as hostile text. */
  readonly by: string;
}

export interface CheckedWitness extends Witness {
  /** Whose signature it is; compare it with a key that you know. */
  readonly publicKey: Uint8Array;
}

/** Codes: `checkpoint.witness-name`. */
function checkName(by: string): Result<string> {
  const fits = by !== '' && by === by.trim() && by.length <= MOST_NAME_CHARACTERS && !NOT_IN_A_NAME.test(by);
  return fits ? ok(by) : fail('checkpoint.witness-name', 'by', { most: MOST_NAME_CHARACTERS });
}

/** The text that a witness signs: the checkpoint's five lines, when it was received, and by whom. */
export function formatWitness(checkpointText: string, at: Instant, by: string): Result<string> {
  const checkpoint = parseCheckpoint(checkpointText);
  if (!checkpoint.ok) return checkpoint;
  const name = checkName(by.trim());
  return name.ok ? ok(`${checkpointText}witness ${utcTime(at)}\nby ${name.value}\n`) : name;
}

/** Reads exactly what {@link formatWitness} writes. Codes: those of `parseCheckpoint`, `checkpoint.witness`, `.witness-name`. */
export function parseWitness(text: string): Result<Witness> {
  if (text.length > MOST_CHARACTERS) return fail('checkpoint.witness', 'witness');
  const lines = text.split('\n');
  const checkpoint = parseCheckpoint([...lines.slice(0, CHECKPOINT_LINES), ''].join('\n'));
  if (!checkpoint.ok) return checkpoint;
  const [witness = '', by = '', end, ...more] = lines.slice(CHECKPOINT_LINES);
  const at = witness.startsWith('witness ') ? readUtcTime(witness.slice('witness '.length)) : null;
  if (at === null || !by.startsWith('by ') || end !== '' || more.length > 0)
    return fail('checkpoint.witness', 'witness');
  const name = checkName(by.slice('by '.length));
  return name.ok ? ok({ checkpoint: checkpoint.value, at, by: name.value }) : name;
}

/**
 * Checks a countersignature of the checkpoint at hand. Codes: those of `checkSsh` and `parseWitness`, and
 * `checkpoint.witness-other` where it is a countersignature of another checkpoint.
 */
export async function checkWitness(
  text: string,
  armoured: string,
  checkpointText: string,
  crypto: SignatureCrypto,
): Promise<Result<CheckedWitness>> {
  const signed = await checkSsh(armoured, NAMESPACES.witness, utf8(text), crypto);
  if (!signed.ok) return signed;
  const witness = parseWitness(text);
  if (!witness.ok) return witness;
  const { head, at } = witness.value.checkpoint;
  if (formatCheckpoint(head, at) !== checkpointText) return fail('checkpoint.witness-other', 'witness');
  return ok({ ...witness.value, publicKey: signed.value.publicKey });
}

export interface WitnessFile {
  readonly text: string;
  readonly signature: string;
}

/** The file that a witness sends back: the signed text, and right behind it the armoured signature. */
export function splitWitnessFile(file: string): Result<WitnessFile> {
  if (file.length > MOST_FILE_CHARACTERS) return fail('checkpoint.witness', 'witness');
  // Mail programs change line ends; the signature covers LF.
  const whole = file.replaceAll('\r\n', '\n');
  const at = whole.indexOf(SIGNATURE_BEGIN);
  if (at === -1) return fail('checkpoint.witness', 'witness');
  return ok({ text: whole.slice(0, at), signature: whole.slice(at) });
}
