import { Buffer } from 'node:buffer';
import { sealCrypto } from '../../../utils/adapters/seal-crypto.ts';
import type { Result } from '../../../utils/core/result.ts';
import { openSealed } from '../../../utils/core/seal/open.ts';
import { Sealer } from '../../../utils/core/seal/seal.ts';
import type { RandomAccess } from '../../../utils/core/verify/types.ts';

export const accessTo = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  slice: async (from, until) => bytes.slice(from, until),
});

/** Repeats after a prime number of bytes, so that no chunk is like another. */
export const sample = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + (at % 251)) % 256);

/** Sealed in one go, or in pieces of some length. */
export async function sealed(plain: Uint8Array, recipient: Uint8Array, piece = plain.length): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const sealer = await Sealer.start(recipient, (bytes) => void parts.push(bytes.slice()), sealCrypto);
  for (let at = 0; at < plain.length; at += piece) await sealer.push(plain.subarray(at, at + piece));
  await sealer.end();
  return Buffer.concat(parts);
}

export async function opened(file: Uint8Array, secrets: readonly Uint8Array[]): Promise<Result<Uint8Array>> {
  const source = await openSealed(accessTo(file), secrets, sealCrypto);
  return source.ok ? { ok: true, value: await source.value.slice(0, source.value.size) } : source;
}
