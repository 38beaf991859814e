/** SHA-256, handed in by whoever has WebCrypto. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

/** The same, at once where it can: a promise for each short line takes longer than its hash. */
export type Digest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const encoder = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Characters that stand in JSON as they are, one byte each. */
const PLAIN = /^[ !#-[\]-~]*$/u;

/** UTF-8 bytes that a string takes inside JSON, without its quotes. */
export const jsonBytes = (text: string): number =>
  PLAIN.test(text) ? text.length : utf8(JSON.stringify(text)).length - 2;

/** Head of `text` that takes at most `maxBytes` inside JSON, cut between `pieces` of it. */
function headOf(pieces: Iterable<string>, maxBytes: number): string {
  let head = '';
  let size = 0;
  for (const piece of pieces) {
    size += jsonBytes(piece);
    if (size > maxBytes) break;
    head += piece;
  }
  return head;
}

function* graphemes(text: string): Generator<string> {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/**
 * Cuts to `maxBytes` inside JSON, between what a reader sees as characters. Where one such "character" is itself too
 * long (a letter under a thousand accents), between code points.
 */
export function clip(text: string, maxBytes: number): string {
  if (text.length <= maxBytes && jsonBytes(text) <= maxBytes) return text;
  // No code unit takes less than one byte; two more show whether the last character goes on.
  const start = text.slice(0, maxBytes + 2);
  const head = headOf(graphemes(start), maxBytes);
  return head === '' ? headOf(start, maxBytes) : head;
}
