import type { SigningKeys } from '../app/ports.ts';
import type { Signer } from '../core/sign/types.ts';
import type { Database, StoredSigningKey } from './database.ts';
import { ED25519 } from './signature-crypto.ts';

/**
 * One Ed25519 key for each log. It cannot be exported through the browser, but whoever copies the profile has it: its
 * signature says "this profile", not "this person".
 */
export function createSigningKeys(db: Database): SigningKeys {
  const make = async (log: string): Promise<StoredSigningKey> => {
    const pair = (await crypto.subtle.generateKey(ED25519, false, ['sign', 'verify'])) as CryptoKeyPair;
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    return { log, publicKey, privateKey: pair.privateKey };
  };

  /** Of two contexts that make a key at the same time, the first to store its own decides for both. */
  const keep = async (made: StoredSigningKey): Promise<StoredSigningKey> => {
    const tx = db.transaction('keys', 'readwrite', { durability: 'strict' });
    const before = await tx.store.get(made.log);
    if (before === undefined) await tx.store.add(made);
    await tx.done;
    return before ?? made;
  };

  return {
    async signerOf(log): Promise<Signer> {
      const { publicKey, privateKey } = (await db.get('keys', log)) ?? (await keep(await make(log)));
      return {
        publicKey,
        sign: async (data) =>
          new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, data as Uint8Array<ArrayBuffer>)),
      };
    },
  };
}
