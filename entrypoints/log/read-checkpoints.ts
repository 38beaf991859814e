import type { CheckpointView, StampView, WitnessView } from '../../components/checkpoints/types.ts';
import { createCheckpointStore } from '../../utils/adapters/checkpoint-store.ts';
import { sha256 } from '../../utils/adapters/crypto.ts';
import { openDatabase } from '../../utils/adapters/database.ts';
import { signatureCrypto } from '../../utils/adapters/signature-crypto.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { fromBase64 } from '../../utils/core/sign/base64.ts';
import { keyNumber } from '../../utils/core/sign/keys.ts';
import type { SignedCheckpoint, StoredStamp, StoredWitness } from '../../utils/core/sign/signed-checkpoint.ts';
import { checkSsh } from '../../utils/core/sign/sshsig.ts';
import { readTimeStamp } from '../../utils/core/sign/time-stamp.ts';
import { NAMESPACES } from '../../utils/core/sign/types.ts';
import { checkWitness } from '../../utils/core/sign/witness.ts';
import { reader } from './reader.ts';

type Store = ReturnType<typeof createCheckpointStore>;

let opened: Promise<Store> | undefined;

/** One connection for the life of the page. */
function store(): Promise<Store> {
  opened ??= openDatabase().then(createCheckpointStore);
  return opened;
}

export interface ReadCheckpoints {
  readonly logSize: number;
  /** Newest first. */
  readonly checkpoints: readonly CheckpointView[];
}

export async function readCheckpoints(): Promise<ReadCheckpoints> {
  const head = await (await reader()).head();
  if (head === null) return { logSize: 0, checkpoints: [] };
  const all = await (await store()).all(head.log);
  return { logSize: head.size, checkpoints: await Promise.all(all.toReversed().map(viewOf)) };
}

/** By signature: none of them changes, and all are read again with every contact. */
const keyNumbers = new Map<string, Promise<string | null>>();

async function viewOf(stored: SignedCheckpoint): Promise<CheckpointView> {
  const { log, number, size, at, text, signature } = stored;
  const known = keyNumbers.get(signature) ?? signedBy(text, signature);
  keyNumbers.set(signature, known);
  const witnesses = await Promise.all(stored.witnesses.map((one) => witnessOf(text, one)));
  return {
    log,
    number,
    size,
    at,
    text,
    signature,
    keyNumber: await known,
    witnesses: witnesses.filter((one) => one !== null),
    stamps: (stored.stamps ?? []).flatMap(stampOf),
  };
}

async function signedBy(text: string, signature: string): Promise<string | null> {
  const signed = await checkSsh(signature, NAMESPACES.checkpoint, utf8(text), signatureCrypto);
  return signed.ok ? keyNumber(signed.value.publicKey, sha256) : null;
}

/** As with witnesses: what cannot be read any more is not shown as a stamp. */
function stampOf({ response }: StoredStamp): readonly StampView[] {
  const read = readTimeStamp(fromBase64(response) ?? new Uint8Array());
  return read.ok ? [{ at: read.value.at, by: read.value.by }] : [];
}

/** Checked when it was taken in; what does not fit any more is not shown as a confirmation. */
async function witnessOf(checkpoint: string, one: StoredWitness): Promise<WitnessView | null> {
  const checked = await checkWitness(one.text, one.signature, checkpoint, signatureCrypto);
  if (!checked.ok) return null;
  const { by, at, publicKey } = checked.value;
  return { by, at, keyNumber: await keyNumber(publicKey, sha256) };
}
