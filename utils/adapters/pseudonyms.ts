import type { Pseudonyms } from '../app/ports.ts';
import { hex, utf8 } from '../core/log/bytes.ts';
import type { Database } from './database.ts';

/** Enough that two senders of one person's life rarely meet, short enough to read out. */
const ALIAS_BYTES = 4;

/** Pseudonyms that can be let go of: the next alias is made with a new key. */
export interface ErasablePseudonyms extends Pseudonyms {
  /** The stored key is gone already. */
  forget(): void;
}

/** HMAC-SHA256 under a key that never leaves this profile: the same sender always gets the same alias, and only here. */
export function createPseudonyms(db: Database): ErasablePseudonyms {
  let key: Promise<CryptoKey> | null = null;

  const readKey = async (): Promise<CryptoKey> => {
    const stored = (await db.get('state', 'aliasKey')) as CryptoKey | undefined;
    if (stored !== undefined) return stored;
    const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await db.put('state', made, 'aliasKey');
    return made;
  };

  return {
    forget() {
      key = null;
    },
    async aliasOf(app, sender) {
      key ??= readKey();
      const message = utf8(JSON.stringify([app, sender])) as Uint8Array<ArrayBuffer>;
      const mac = await crypto.subtle.sign('HMAC', await key, message);
      return hex(new Uint8Array(mac).slice(0, ALIAS_BYTES));
    },
  };
}
