import { fail, ok, type Result } from '../result.ts';
import { publicKeyLine, readPublicKeyLine } from './keys.ts';

/** Names without the characters that have a meaning in the file: blanks, quotes, commas, patterns, comments. */
const NAME = /^[\w@+./:-]{1,128}$/u;
const LINE = /^([\w@+./:-]{1,128})(?:[ \t]+namespaces="([\w@+./:,-]{1,512})")?[ \t]+(ssh-.*)$/u;
const MOST_CHARACTERS = 65_536;
const MOST_LINES = 100;

/**
 * One line of an `allowed_signers` file (ssh-keygen(1), ALLOWED SIGNERS): whose key it is and what it may sign.
 * @throws {RangeError} where a name has characters that mean something in that file.
 */
export function allowedSignersLine(identity: string, publicKey: Uint8Array, namespaces: readonly string[]): string {
  const wrong = [identity, ...namespaces].find((name) => !NAME.test(name));
  if (wrong !== undefined) throw new RangeError(`not a name for allowed_signers: ${wrong}`);
  return `${identity} namespaces="${namespaces.join(',')}" ${publicKeyLine(publicKey, '')}`;
}

export interface AllowedSigner {
  readonly identity: string;
  /** Null: it may sign anything. */
  readonly namespaces: readonly string[] | null;
  readonly publicKey: Uint8Array;
  readonly comment: string;
}

/**
 * Reads the lines that {@link allowedSignersLine} writes, comments and empty lines; other options of the format are
 * refused, since leaving out `valid-before` would trust a key too long. Codes: `signature.signers-too-long`,
 * `signature.signers-line`, `signature.key-type`.
 */
export function readAllowedSigners(text: string): Result<readonly AllowedSigner[]> {
  const lines = text.length > MOST_CHARACTERS ? [] : text.split(/\r?\n/u);
  if (text.length > MOST_CHARACTERS || lines.length > MOST_LINES)
    return fail('signature.signers-too-long', 'allowed_signers', { most: MOST_LINES });
  const signers: AllowedSigner[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, identity, namespaces, rest = ''] = LINE.exec(line) ?? [];
    const key = readPublicKeyLine(rest);
    if (!key.ok && key.problem.code === 'signature.key-type') return key;
    if (identity === undefined || !key.ok)
      return fail('signature.signers-line', 'allowed_signers', { line: index + 1 });
    signers.push({ identity, namespaces: namespaces?.split(',') ?? null, ...key.value });
  }
  return ok(signers);
}
