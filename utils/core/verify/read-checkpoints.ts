import { type CheckpointEnding, checkpointPath, MOST_NUMBERED, STAMP_ENDINGS } from '../export/names.ts';
import { utf8 } from '../log/bytes.ts';
import type { Problem } from '../result.ts';
import { type Checkpoint, parseCheckpoint } from '../sign/checkpoint.ts';
import { keyNumber } from '../sign/keys.ts';
import { checkSsh } from '../sign/sshsig.ts';
import { readStampOf } from '../sign/time-stamp.ts';
import { NAMESPACES } from '../sign/types.ts';
import { checkWitness } from '../sign/witness.ts';
import type { Instant } from '../time/instant.ts';
import { ifSupported } from './signatures.ts';
import type { BundleView, VerifyPorts } from './types.ts';
import { readText, readWhole } from './whole-file.ts';

export interface WitnessFound {
  readonly by: string;
  readonly at: Instant;
  /** Number of the key that signed it. */
  readonly number: string;
}

/** A time stamp (RFC 3161) of the checkpoint's very text. Its signature is not checked. */
export interface StampFound {
  readonly path: string;
  readonly at: Instant;
  /** What its certificate calls itself; null without a name. */
  readonly by: string | null;
}

/** A checkpoint of the bundle whose signatures, if it has any, fit. */
export interface CheckpointFound {
  readonly number: number;
  readonly path: string;
  readonly checkpoint: Checkpoint;
  /** Number of the key that signed it; null where it came without a signature. */
  readonly signedBy: string | null;
  readonly witness: WitnessFound | null;
  readonly stamps: readonly StampFound[];
}

export interface CheckpointsRead {
  readonly found: readonly CheckpointFound[];
  /** The first file that was refused, and why. */
  readonly refused: { readonly file: string; readonly problem: Problem } | null;
}

class Refused extends Error {
  readonly file: string;
  readonly problem: Problem;
  constructor(file: string, problem: Problem) {
    super(problem.code);
    this.file = file;
    this.problem = problem;
  }
}

/** A signature that is not there reads as an empty one, which is refused as no signature. */
async function textAt(view: BundleView, path: string): Promise<string> {
  const text = await readText(view, path);
  if (text !== null && !text.ok) throw new Refused(path, text.problem);
  return text?.value ?? '';
}

async function readOne(view: BundleView, number: number, ports: VerifyPorts): Promise<CheckpointFound> {
  const at = (ending: CheckpointEnding): string => checkpointPath(number, ending);
  const text = await textAt(view, at('txt'));
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint.ok) throw new Refused(at('txt'), checkpoint.problem);
  return {
    number,
    path: at('txt'),
    checkpoint: checkpoint.value,
    signedBy: await signedBy(view, at('sig'), text, ports),
    witness: await witnessOf(view, number, text, ports),
    stamps: await stampsOf(view, STAMP_ENDINGS.map(at), text, ports),
  };
}

async function signedBy(view: BundleView, path: string, text: string, ports: VerifyPorts): Promise<string | null> {
  if (!view.files.has(path)) return null;
  const signature = await textAt(view, path);
  const signed = await ifSupported(() => checkSsh(signature, NAMESPACES.checkpoint, utf8(text), ports.signatures));
  if (!signed.ok) throw new Refused(path, signed.problem);
  return keyNumber(signed.value.publicKey, ports.sha256);
}

async function witnessOf(
  view: BundleView,
  number: number,
  checkpointText: string,
  { sha256, signatures }: VerifyPorts,
): Promise<WitnessFound | null> {
  const [textPath, signaturePath] = (['witness.txt', 'witness.sig'] as const).map((e) => checkpointPath(number, e));
  if (textPath === undefined || signaturePath === undefined) return null;
  if (!view.files.has(textPath) && !view.files.has(signaturePath)) return null;
  const text = await textAt(view, textPath);
  const armoured = await textAt(view, signaturePath);
  const witness = await ifSupported(() => checkWitness(text, armoured, checkpointText, signatures));
  if (!witness.ok) throw new Refused(signaturePath, witness.problem);
  const { by, at, publicKey } = witness.value;
  return { by, at, number: await keyNumber(publicKey, sha256) };
}

async function stampsOf(
  { files }: BundleView,
  paths: readonly string[],
  text: string,
  { sha256 }: VerifyPorts,
): Promise<readonly StampFound[]> {
  const found: StampFound[] = [];
  for (const path of paths) {
    const file = files.get(path);
    if (file === undefined) continue;
    const bytes = await readWhole(file);
    const stamp = bytes.ok ? readStampOf(bytes.value, await sha256(utf8(text))) : bytes;
    if (!stamp.ok) throw new Refused(path, stamp.problem);
    found.push({ path, at: stamp.value.at, by: stamp.value.by });
  }
  return found;
}

/** Reads all checkpoints of a bundle and checks their signatures, but not yet whether they fit the log. */
export async function readCheckpoints(view: BundleView, ports: VerifyPorts): Promise<CheckpointsRead> {
  const numbers = new Set<number>();
  for (const path of view.files.keys()) {
    const [, number] = /^data\/checkpoints\/(\d{4})\./u.exec(path) ?? [];
    if (number !== undefined && Number(number) <= MOST_NUMBERED) numbers.add(Number(number));
  }
  const found: CheckpointFound[] = [];
  for (const number of [...numbers].toSorted((one, other) => one - other)) {
    try {
      found.push(await readOne(view, number, ports));
    } catch (error) {
      if (error instanceof Refused) return { found, refused: { file: error.file, problem: error.problem } };
      throw error;
    }
  }
  return { found, refused: null };
}
