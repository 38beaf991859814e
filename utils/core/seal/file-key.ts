import { joinBytes } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromRaw64, toRaw64 } from './base64.ts';
import type { Stanza } from './header.ts';
import { KEY_BYTES, recipientOf, type SealCrypto } from './types.ts';

/** The key of one file, and how it is wrapped for an X25519 recipient. */
export const FILE_KEY_BYTES = 16;
const TAG_BYTES = 16;
const TYPE = 'X25519';
const INFO = 'age-encryption.org/v1/X25519';
const NONCE = new Uint8Array(12);

/** @throws RangeError for a public key that no secret belongs to. */
export async function wrapFileKey(fileKey: Uint8Array, recipient: Uint8Array, crypto: SealCrypto): Promise<Stanza> {
  const ephemeral = crypto.random(KEY_BYTES);
  const share = await recipientOf(ephemeral, crypto);
  const shared = await crypto.agree(ephemeral, recipient);
  if (shared === null) throw new RangeError('no such key');
  const key = await crypto.derive(shared, joinBytes([share, recipient]), INFO);
  return { args: [TYPE, toRaw64(share)], body: crypto.encrypt(key, NONCE, fileKey) };
}

/** A stanza of ours must have the one shape that the format knows, whomever it is for. */
function shareOf({ args: [, share = '', ...more], body }: Stanza): Uint8Array | null {
  const bytes = fromRaw64(share);
  const fits = more.length === 0 && bytes?.length === KEY_BYTES && body.length === FILE_KEY_BYTES + TAG_BYTES;
  return fits ? bytes : null;
}

/** The file key that one of the secrets opens. Codes: `seal.header`, `seal.passphrase`, `seal.wrong-key`. */
export async function unwrapFileKey(
  stanzas: readonly Stanza[],
  secrets: readonly Uint8Array[],
  crypto: SealCrypto,
): Promise<Result<Uint8Array>> {
  const header = fail('seal.header', 'bundle');
  if (stanzas.some(({ args: [type] }) => type === 'scrypt'))
    return stanzas.length === 1 ? fail('seal.passphrase', 'bundle') : header;
  const own = stanzas.filter(({ args: [type] }) => type === TYPE);
  for (const stanza of own) {
    const share = shareOf(stanza);
    if (share === null) return header;
    for (const secret of secrets) {
      const shared = await crypto.agree(secret, share);
      if (shared === null) return header;
      const salt = joinBytes([share, await recipientOf(secret, crypto)]);
      const fileKey = crypto.decrypt(await crypto.derive(shared, salt, INFO), NONCE, stanza.body);
      if (fileKey !== null) return ok(fileKey);
    }
  }
  return fail('seal.wrong-key', 'secret');
}
