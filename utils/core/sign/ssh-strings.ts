import { joinBytes } from '../log/bytes.ts';

/** The SSH wire format (RFC 4251 §5): a `string` is a big-endian 32-bit length and that many bytes. */
const LENGTH_BYTES = 4;

export const uint32At = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);

export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Each part as a `string`, one after the other. */
export const writeStrings = (...parts: readonly Uint8Array[]): Uint8Array =>
  joinBytes(parts.flatMap((part) => [uint32(part.length), part]));

/** The `string`s that `bytes` consists of; null where it breaks off within one. */
export function readStrings(bytes: Uint8Array): readonly Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes.length - at < LENGTH_BYTES) return null;
    const start = at + LENGTH_BYTES;
    const end = start + uint32At(bytes, at);
    if (end > bytes.length) return null;
    parts.push(bytes.slice(start, end));
    at = end;
  }
  return parts;
}
