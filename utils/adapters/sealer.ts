import { hex, utf8 } from '../core/log/bytes.ts';
import { vaultMark } from '../core/vault/mark.ts';
import { IV_BYTES, joinSealed } from '../core/vault/sealed-value.ts';
import type { SealedContext, VaultRecord } from '../core/vault/types.ts';
import { randomBytes } from './crypto.ts';
import { hpkeSeal } from './hpke.ts';

const ID_BYTES = 16;
const KEY_BYTES = 32;

/** What the data key is sealed for; the id of its context is the additional data. */
export const CONTEXT_INFO = utf8('clocked-off/vault/v1');

/** Seals what is stored, with one data key that is nowhere but in memory and under the vault's public key. */
export interface Sealer {
  /** `vaultMark` of the vault that it was made for. */
  readonly mark: string;
  /** To be stored in the transaction of the first rows that were sealed with it, if not before. */
  readonly context: SealedContext;
  isStored: boolean;
  seal(place: Uint8Array, plain: Uint8Array): Promise<Uint8Array>;
}

/** Null where there is no passphrase, or it is being switched off: rows are stored as they are. */
export async function createSealer(vault: VaultRecord | undefined): Promise<Sealer | null> {
  if (vault === undefined || vault.closing) return null;
  const id = randomBytes(ID_BYTES);
  const raw = randomBytes(KEY_BYTES);
  const name = hex(id);
  const { enc, sealed } = await hpkeSeal(vault.publicKey, CONTEXT_INFO, utf8(name), raw);
  const key = await crypto.subtle.importKey('raw', raw as BufferSource, 'AES-GCM', false, ['encrypt']);
  return {
    mark: vaultMark(vault),
    context: { id: name, enc, sealed },
    isStored: false,
    async seal(place, plain) {
      // At random: a key serves one run of one writer, far below the 2^32 values that 96 bits allow.
      const iv = randomBytes(IV_BYTES);
      const params = { name: 'AES-GCM', iv, additionalData: place } as AesGcmParams;
      return joinSealed(id, iv, new Uint8Array(await crypto.subtle.encrypt(params, key, plain as BufferSource)));
    },
  };
}
