import { joinBytes } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { type RandomAccess, UnreadableFile } from '../verify/types.ts';
import { readArmour, startsArmoured } from './armour.ts';
import { CHUNK_BYTES, chunkNonce, PAYLOAD_NONCE_BYTES, SEALED_CHUNK_BYTES, TAG_BYTES } from './chunks.ts';
import { unwrapFileKey } from './file-key.ts';
import { MOST_HEADER_BYTES, readHeader, VERSION_LINE } from './header.ts';
import type { SealCrypto } from './types.ts';

const NOTHING = new Uint8Array(0);
const damaged = fail('seal.damaged', 'bundle');
/** Of any version of age: what is not for us is still not a ZIP. */
const START = VERSION_LINE.slice(0, -2);

/** Whether it begins as a sealed file does, in bytes or in armour. */
export async function looksSealed(source: RandomAccess): Promise<boolean> {
  const head = await source.slice(0, START.length);
  return String.fromCharCode(...head) === START || startsArmoured(source);
}

/**
 * Opens an age file: what is in it, to be read in any place, one chunk at a time in memory. Every chunk was read and found whole
 * before; one that changes afterwards throws {@link UnreadableFile}.
 * Codes: `seal.not-sealed`, `seal.version`, `seal.header`, `seal.armour`, `seal.armour-big`, `seal.passphrase`, `seal.wrong-key`,
 * `seal.damaged`.
 */
export async function openSealed(
  given: RandomAccess,
  secrets: readonly Uint8Array[],
  crypto: SealCrypto,
  signal?: AbortSignal,
): Promise<Result<RandomAccess>> {
  const source = (await startsArmoured(given)) ? await readArmour(given) : ok(given);
  if (!source.ok) return source;
  const header = readHeader(await source.value.slice(0, MOST_HEADER_BYTES));
  if (!header.ok) return header;
  const { stanzas, mac, signed, length } = header.value;
  const fileKey = await unwrapFileKey(stanzas, secrets, crypto);
  if (!fileKey.ok) return fileKey;
  const expected = await crypto.hmacSha256(await crypto.derive(fileKey.value, NOTHING, 'header'), signed);
  if (!expected.every((byte, index) => byte === mac[index])) return damaged;
  const start = length + PAYLOAD_NONCE_BYTES;
  const nonce = await source.value.slice(length, start);
  if (nonce.length !== PAYLOAD_NONCE_BYTES) return fail('seal.header', 'bundle');
  return openPayload(source.value, start, await crypto.derive(fileKey.value, nonce, 'payload'), crypto, signal);
}

async function openPayload(
  source: RandomAccess,
  start: number,
  key: Uint8Array,
  crypto: SealCrypto,
  signal: AbortSignal | undefined,
): Promise<Result<RandomAccess>> {
  const count = Math.ceil((source.size - start) / SEALED_CHUNK_BYTES);
  const plainOf = async (index: number): Promise<Uint8Array | null> => {
    const from = start + index * SEALED_CHUNK_BYTES;
    const sealed = await source.slice(from, Math.min(from + SEALED_CHUNK_BYTES, source.size));
    return sealed.length < TAG_BYTES ? null : crypto.decrypt(key, chunkNonce(index, index === count - 1), sealed);
  };
  let size = 0;
  for (let index = 0; index < count; index += 1) {
    signal?.throwIfAborted();
    const plain = await plainOf(index);
    // An empty chunk says that nothing is in the file; behind others it would be a second way to say the same.
    if (plain === null || (plain.length === 0 && count > 1)) return damaged;
    size += plain.length;
  }
  if (count < 1) return damaged;
  return ok({ size, slice: slicesOf(size, plainOf) });
}

/** Readers go forward in small steps: the last chunk is kept. */
function slicesOf(size: number, plainOf: (index: number) => Promise<Uint8Array | null>): RandomAccess['slice'] {
  let kept: { readonly index: number; readonly plain: Uint8Array } | null = null;
  const chunk = async (index: number): Promise<Uint8Array> => {
    if (kept?.index === index) return kept.plain;
    const plain = await plainOf(index);
    if (plain === null) throw new UnreadableFile({ code: 'seal.damaged', field: 'bundle' });
    kept = { index, plain };
    return plain;
  };
  return async (from, until) => {
    const end = Math.min(until, size);
    const parts: Uint8Array[] = [];
    for (let at = from; at < end; ) {
      const index = Math.floor(at / CHUNK_BYTES);
      const plain = await chunk(index);
      const next = Math.min(end, (index + 1) * CHUNK_BYTES);
      parts.push(plain.slice(at - index * CHUNK_BYTES, next - index * CHUNK_BYTES));
      at = next;
    }
    return joinBytes(parts);
  };
}
