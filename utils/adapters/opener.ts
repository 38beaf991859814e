import { utf8 } from '../core/log/bytes.ts';
import { fromBase64 } from '../core/sign/base64.ts';
import { LockedError } from '../core/vault/locked.ts';
import { isSealed, partsOf } from '../core/vault/sealed-value.ts';
import { systemClock } from './clock.ts';
import type { Database } from './database.ts';
import { hpkeOpen } from './hpke.ts';
import { CONTEXT_INFO } from './sealer.ts';
import { keepSession, readSession, type VaultSession } from './vault-session.ts';
import { storedVault } from './vault-state.ts';

/**
 * Opens one stored value; a plain one stays as it is.
 * @throws {LockedError} when it is sealed and the log is locked.
 * @throws {OperationError} when it is damaged, or lies where another belongs.
 */
export type Open = (place: Uint8Array, stored: Uint8Array) => Promise<Uint8Array>;

/**
 * Gives an `Open` for one piece of reading: whether the log is open is asked once for each piece, and only where something
 * in it is sealed. Data keys are unwrapped once for each opening of the log.
 * Reading moves the lock on.
 */
export function createOpener(db: Database): () => Open {
  const { now } = systemClock;
  let known: { readonly secret: string; readonly keys: Map<string, Promise<CryptoKey>> } = {
    secret: '',
    keys: new Map(),
  };

  const keyOf = async (id: string, secret: string): Promise<CryptoKey> => {
    const [context, vault, privateKey] = await Promise.all([
      db.get('contexts', id),
      storedVault(db),
      crypto.subtle.importKey('pkcs8', fromBase64(secret) as BufferSource, 'X25519', false, ['deriveBits']),
    ]);
    if (context === undefined || vault === undefined) throw new LockedError();
    const raw = await hpkeOpen(privateKey, vault.publicKey, CONTEXT_INFO, utf8(id), context);
    return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  };

  const session = async (): Promise<VaultSession> => {
    const open = await readSession(now());
    if (open === null) {
      known = { secret: '', keys: new Map() };
      throw new LockedError();
    }
    if (open.key !== known.secret) known = { secret: open.key, keys: new Map() };
    await keepSession(open, now());
    return open;
  };

  return () => {
    let asked: Promise<VaultSession> | undefined;
    return async (place, stored) => {
      if (!isSealed(stored)) return stored;
      asked ??= session();
      const { key: secret } = await asked;
      const { keys } = known;
      const { id, iv, ciphertext } = partsOf(stored);
      let key = keys.get(id);
      if (key === undefined) {
        key = keyOf(id, secret);
        keys.set(id, key);
        key.catch(() => keys.delete(id)); // Asked again next time: the store may have failed but once.
      }
      const params = { name: 'AES-GCM', iv, additionalData: place } as AesGcmParams;
      return new Uint8Array(await crypto.subtle.decrypt(params, await key, ciphertext as BufferSource));
    };
  };
}
