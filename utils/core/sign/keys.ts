import type { Sha256 } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { KEY_TYPE, keyBlob, readKeyBlob } from './key-blob.ts';

const MOST_CHARACTERS = 1_024;
const NUMBER_GROUPS = 6;
const GROUP_DIGITS = 5;
const GROUP_BYTES = 5;

/** `ssh-ed25519 AAAA… comment`, as in a `.pub` file, without its line end. */
export const publicKeyLine = (publicKey: Uint8Array, comment: string): string =>
  [KEY_TYPE, toBase64(keyBlob(publicKey)), comment].join(' ').trim();

export interface PublicKeyLine {
  readonly publicKey: Uint8Array;
  /** What whoever handed out the line calls the key: a claim, to be shown as hostile text. */
  readonly comment: string;
}

/** Reads one line of a `.pub` file. Codes: `signature.key-line`, `signature.key-type`. */
export function readPublicKeyLine(line: string): Result<PublicKeyLine> {
  const [, type = '', base64 = '', comment = ''] =
    line.length > MOST_CHARACTERS ? [] : (/^([\w@.-]+)[ \t]+(\S+)(?:[ \t]+(.*))?$/u.exec(line.trim()) ?? []);
  const blob = fromBase64(base64);
  const key = readKeyBlob(blob ?? new Uint8Array(0));
  if (key.type === null || key.type !== type) return fail('signature.key-line', 'key');
  if (type !== KEY_TYPE) return fail('signature.key-type', 'key', { type });
  return key.publicKey === null
    ? fail('signature.key-line', 'key')
    : ok({ publicKey: key.publicKey, comment: comment.trim() });
}

/** The fingerprint as `ssh-keygen -l` prints it: `SHA256:` and 43 characters of Base64 without padding. */
export async function fingerprint(publicKey: Uint8Array, sha256: Sha256): Promise<string> {
  return `SHA256:${toBase64(await sha256(keyBlob(publicKey))).replace(/=+$/u, '')}`;
}

/**
 * The key as a number to be read out on the phone: six groups of five digits, 99 bits. Group `i` is the big-endian
 * number in bytes `5i` to `5i + 4` of SHA-256 of the key blob, modulo 100 000. Digits, since letters do not travel
 * between languages.
 */
export async function keyNumber(publicKey: Uint8Array, sha256: Sha256): Promise<string> {
  const digest = await sha256(keyBlob(publicKey));
  const groups = Array.from({ length: NUMBER_GROUPS }, (_, group) => {
    const bytes = digest.subarray(group * GROUP_BYTES, (group + 1) * GROUP_BYTES);
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    return `${value % 10 ** GROUP_DIGITS}`.padStart(GROUP_DIGITS, '0');
  });
  return groups.join(' ');
}

/**
 * A key number as somebody typed it, in the form of {@link keyNumber}: spaces, dots and dashes do not matter. Code:
 * `signature.key-number`.
 */
export function readKeyNumber(typed: string): Result<string> {
  const digits = typed.slice(0, MOST_CHARACTERS).replace(/[\s.,·\p{Pd}]/gu, '');
  const wanted = NUMBER_GROUPS * GROUP_DIGITS;
  if (!/^[0-9]*$/u.test(digits) || digits.length !== wanted) {
    return fail('signature.key-number', 'keyNumber', { wanted, found: digits.replace(/[^0-9]/gu, '').length });
  }
  return ok(digits.replace(/(\d{5})(?!$)/gu, '$1 '));
}
