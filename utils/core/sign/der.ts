import { joinBytes } from '../log/bytes.ts';

/** The tags of DER (X.690) that time stamps are made of. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  none: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  time: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
  /** `[0]` and what it holds. */
  first: 0xa0,
} as const;

/** A value with its tag; what it holds is read only when it is asked for, so that depth costs nothing. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

const LONG = 0x80;
/** Lengths are written in three bytes at most: 16 MB. */
const MOST_LENGTH_BYTES = 3;
/** No list that we read is longer than that. */
const MOST_VALUES = 64;

interface Length {
  readonly value: number;
  /** Where the content begins. */
  readonly end: number;
}

/** The length at `at`, in the one way that DER allows; null for any other, also for a length that is left open. */
function lengthAt(bytes: Uint8Array, at: number): Length | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < LONG) return { value: first, end: at + 1 };
  const count = first - LONG;
  const digits = bytes.subarray(at + 1, at + 1 + count);
  if (count === 0 || count > MOST_LENGTH_BYTES || digits.length < count) return null;
  const value = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = value >= LONG && digits[0] !== 0;
  return shortest ? { value, end: at + 1 + count } : null;
}

/** The values that `bytes` consists of, one behind the other; null where these are not whole values in DER. */
export function readDer(bytes: Uint8Array): readonly DerValue[] | null {
  const values: DerValue[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0;
    const length = lengthAt(bytes, at + 1);
    // A tag of several bytes is in nothing that we read.
    if (length === null || (tag & 0x1f) === 0x1f || values.length === MOST_VALUES) return null;
    const end = length.end + length.value;
    if (end > bytes.length) return null;
    values.push({ tag, content: bytes.subarray(length.end, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return values;
}

/** What a value of this tag holds; null where it has another tag, or where it does not hold whole values. */
export const within = (value: DerValue | undefined, tag: number): readonly DerValue[] | null =>
  value?.tag === tag ? readDer(value.content) : null;

/** Writes a value that holds these parts. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(parts);
  return joinBytes([Uint8Array.of(tag, ...lengthOf(content.length)), content]);
}

function lengthOf(value: number): readonly number[] {
  if (value < LONG) return [value];
  const digits: number[] = [];
  for (let rest = value; rest > 0; rest >>>= 8) digits.unshift(rest & 0xff);
  return [LONG + digits.length, ...digits];
}

export const sameBytes = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one?.length === other.length && other.every((byte, at) => one[at] === byte);
