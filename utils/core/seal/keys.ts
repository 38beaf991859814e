import { fail, ok, type Result } from '../result.ts';
import { fromBech32, toBech32 } from './bech32.ts';
import { KEY_BYTES } from './types.ts';

const RECIPIENT = 'age';
const SECRET = 'age-secret-key-';
const RECIPIENT_CHARS = 62;

/** `age1…` */
export const recipientText = (recipient: Uint8Array): string => toBech32(RECIPIENT, recipient);

/** `AGE-SECRET-KEY-1…` */
export const secretText = (secret: Uint8Array): string => toBech32(SECRET, secret).toUpperCase();

/**
 * A delegate's public key, as it was pasted. No problem repeats what was typed: it may be a secret.
 * Codes: `seal.key-missing`, `seal.key-secret`, `seal.key-kind`, `seal.key-case`, `seal.key`.
 */
export function readRecipient(typed: string): Result<Uint8Array> {
  const text = typed.replace(/\s+/gu, '');
  const small = text.toLowerCase();
  if (text === '') return fail('seal.key-missing', 'recipient');
  if (small.includes(SECRET)) return fail('seal.key-secret', 'recipient');
  // `age1pq1…` and `age1name1…`; SSH keys, which age can use too. Of our length it is a slip of the pen: 1 for l.
  if (text.length !== RECIPIENT_CHARS && /^age1[^1]*1|^ssh-/u.test(small)) return fail('seal.key-kind', 'recipient');
  if (text !== small && text !== text.toUpperCase()) return fail('seal.key-case', 'recipient');
  const key = fromBech32(text);
  if (key?.prefix !== RECIPIENT || key.bytes.length !== KEY_BYTES) return fail('seal.key', 'recipient');
  return ok(key.bytes);
}

/**
 * The secret keys of a key file as `age-keygen` writes it, or one that was pasted. Codes: `seal.secret-missing`,
 * `seal.secret-public`, `seal.secret-kind`, `seal.secret`, which names the line.
 */
export function readSecrets(typed: string): Result<readonly Uint8Array[]> {
  const secrets: Uint8Array[] = [];
  for (const [index, line] of typed.split(/\r?\n|\r/u).entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const small = text.toLowerCase();
    if (small.startsWith('age1')) return fail('seal.secret-public', 'secret');
    if (/^age-(?:plugin-|secret-key-pq-)|^-----begin/u.test(small)) return fail('seal.secret-kind', 'secret');
    const key = fromBech32(text);
    if (key?.prefix !== SECRET || key.bytes.length !== KEY_BYTES)
      return fail('seal.secret', 'secret', { line: index + 1 });
    secrets.push(key.bytes);
  }
  return secrets.length === 0 ? fail('seal.secret-missing', 'secret') : ok(secrets);
}

/**
 * A key file as `age-keygen -o` writes it.
 * @param created RFC 3339.
 */
export const keyFile = (created: string, recipient: Uint8Array, secret: Uint8Array): string =>
  `# created: ${created}\n# public key: ${recipientText(recipient)}\n${secretText(secret)}\n`;

/** What two people compare over the telephone: the end of the key, in two groups of four. */
export const keyEnd = (recipient: Uint8Array): string => recipientText(recipient).slice(-8).replace(/^.{4}/u, '$& ');
