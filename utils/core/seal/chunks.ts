/** The payload of an age file: chunks of 64 KiB, each with a tag, numbered, the last one marked. */
export const CHUNK_BYTES = 65_536;
export const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
export const PAYLOAD_NONCE_BYTES = 16;

/** Eleven bytes of number, big-endian, and one that says whether it is the last. */
export function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  const view = new DataView(nonce.buffer);
  view.setUint32(3, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  view.setUint8(11, last ? 1 : 0);
  return nonce;
}
