import { fail, ok, type Result } from '../result.ts';

const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';
const PROQUINTS =
  /^(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz](?:-(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz])*$/;

const FEWEST_CHARACTERS = 14;
const FEWEST_DIFFERENT = 6;

/** Random bytes of a generated passphrase: five proquints of 16 bits. */
export const PASSPHRASE_BYTES = 10;

/**
 * Five proquints (Wilkerson, arXiv 0901.4016): `lusab-babad-gutih-tugad-zizur`. They can be said and written in any
 * language, and need no list of words.
 * @param random `PASSPHRASE_BYTES` of them.
 * @throws {RangeError} where there are fewer or more.
 */
export function generatePassphrase(random: Uint8Array): string {
  if (random.length !== PASSPHRASE_BYTES) throw new RangeError(`${PASSPHRASE_BYTES} random bytes make a passphrase`);
  const words: string[] = [];
  for (let at = 0; at < random.length; at += 2) words.push(proquint(((random[at] ?? 0) << 8) | (random[at + 1] ?? 0)));
  return words.join('-');
}

/** Consonant (4 bits), vowel (2), consonant, vowel, consonant; highest bits first. */
function proquint(bits: number): string {
  const consonant = (shift: number): string => CONSONANTS[(bits >> shift) & 15] ?? '';
  const vowel = (shift: number): string => VOWELS[(bits >> shift) & 3] ?? '';
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`;
}

/**
 * One form for all ways to type the same: NFKC, trimmed, runs of white space and hyphens as one hyphen. Capitals count,
 * but for a generated passphrase.
 */
export function normalisePassphrase(text: string): string {
  const joined = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s\p{Pd}]+/gu, '-');
  const small = joined.toLowerCase();
  return PROQUINTS.test(small) ? small : joined;
}

/** A passphrase that the person chose, in its one form. Codes: `vault.short`, `vault.same-characters`. */
export function checkPassphrase(text: string): Result<string> {
  const passphrase = normalisePassphrase(text);
  const characters = [...passphrase];
  if (characters.length < FEWEST_CHARACTERS) return fail('vault.short', 'passphrase', { count: FEWEST_CHARACTERS });
  if (new Set(characters).size < FEWEST_DIFFERENT)
    return fail('vault.same-characters', 'passphrase', { count: FEWEST_DIFFERENT });
  return ok(passphrase);
}
