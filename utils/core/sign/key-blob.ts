import { utf8 } from '../log/bytes.ts';
import { readStrings, writeStrings } from './ssh-strings.ts';

/** Name of Ed25519 keys and signatures in SSH (RFC 8709). */
export const KEY_TYPE = 'ssh-ed25519';
const KEY_BYTES = 32;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A public key as SSH writes it: what key lines carry and fingerprints are made from. 51 bytes. */
export const keyBlob = (publicKey: Uint8Array): Uint8Array => writeStrings(utf8(KEY_TYPE), publicKey);

export interface KeyBlob {
  /** Name of the kind of key; null where the bytes are no key at all. */
  readonly type: string | null;
  /** 32 bytes; null where it is not an Ed25519 key. */
  readonly publicKey: Uint8Array | null;
}

export function readKeyBlob(bytes: Uint8Array): KeyBlob {
  const parts = readStrings(bytes);
  const [name, publicKey] = parts ?? [];
  if (parts === null || name === undefined) return { type: null, publicKey: null };
  const type = decoder.decode(name);
  const whole = type === KEY_TYPE && parts.length === 2 && publicKey?.length === KEY_BYTES;
  return { type, publicKey: whole ? publicKey : null };
}
