/** Bech32 (BIP 173) without its limit on length, as age writes keys. */
const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const CHECKSUM_CHARS = 6;
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, term] of GENERATOR.entries()) if ((top >>> bit) & 1) sum ^= term;
  }
  return sum;
}

const expanded = (prefix: string): number[] => {
  const codes = [...prefix].map((char) => char.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
};

/** Groups of `from` bits as groups of `to`; null where bits that are left over are not a padding of zeros. */
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = ((held << from) | value) & 0xffff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >> bits) & ((1 << to) - 1));
    }
  }
  const rest = held & ((1 << bits) - 1);
  if (pad) return bits === 0 ? groups : [...groups, rest << (to - bits)];
  return bits < from && rest === 0 ? groups : null;
}

/** In small letters. */
export function toBech32(prefix: string, bytes: Uint8Array): string {
  const data = regroup(bytes, 8, 5, true) ?? [];
  const sum = polymod([...expanded(prefix), ...data, ...new Array<number>(CHECKSUM_CHARS).fill(0)]) ^ 1;
  const check = Array.from({ length: CHECKSUM_CHARS }, (_, index) => (sum >>> (5 * (5 - index))) & 31);
  return `${prefix}1${[...data, ...check].map((value) => ALPHABET[value]).join('')}`;
}

export interface Bech32 {
  /** In small letters. */
  readonly prefix: string;
  readonly bytes: Uint8Array;
}

/** Null for mixed case, a foreign character, a checksum that does not fit, stray bits. */
export function fromBech32(text: string): Bech32 | null {
  const small = text.toLowerCase();
  if (text !== small && text !== text.toUpperCase()) return null;
  const cut = small.lastIndexOf('1');
  const prefix = small.slice(0, Math.max(cut, 0));
  if (!/^[!-~]+$/u.test(prefix)) return null;
  const values = [...small.slice(cut + 1)].map((char) => ALPHABET.indexOf(char));
  if (values.length < CHECKSUM_CHARS || values.includes(-1)) return null;
  if (polymod([...expanded(prefix), ...values]) !== 1) return null;
  const bytes = regroup(values.slice(0, -CHECKSUM_CHARS), 5, 8, false);
  return bytes === null ? null : { prefix, bytes: new Uint8Array(bytes) };
}
