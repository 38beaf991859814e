import type { Kdf, VaultRecord } from '../core/vault/types.ts';
import { randomBytes } from './crypto.ts';

const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

/** A new key pair under a passphrase in its one form (`checkPassphrase`), and the private key (PKCS #8). */
export async function makeVault(passphrase: string): Promise<{ vault: VaultRecord; privateKey: Uint8Array }> {
  const pair = (await crypto.subtle.generateKey('X25519', true, ['deriveBits'])) as CryptoKeyPair;
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { vault: { format: 1, publicKey, ...(await wrapKey(passphrase, publicKey, privateKey)) }, privateKey };
}

/** The private key under a passphrase. The public key is bound to it: another in its place is found when it is opened. */
export async function wrapKey(
  passphrase: string,
  publicKey: Uint8Array,
  privateKey: Uint8Array,
): Promise<Pick<VaultRecord, 'kdf' | 'wrapped'>> {
  const kdf: Kdf = { name: 'PBKDF2-SHA256', iterations: ITERATIONS, salt: randomBytes(SALT_BYTES) };
  const iv = randomBytes(IV_BYTES);
  const key = await crypto.subtle.encrypt(
    paramsOf(iv, publicKey),
    await keyOf(passphrase, kdf),
    privateKey as BufferSource,
  );
  return { kdf, wrapped: { iv, key: new Uint8Array(key) } };
}

/** Null where passphrase and record do not belong together; a damaged record cannot be told from a wrong passphrase. */
export async function unwrapKey(passphrase: string, vault: VaultRecord): Promise<Uint8Array | null> {
  const { kdf, publicKey, wrapped } = vault;
  const key = await keyOf(passphrase, kdf);
  try {
    const plain = await crypto.subtle.decrypt(paramsOf(wrapped.iv, publicKey), key, wrapped.key as BufferSource);
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}

const paramsOf = (iv: Uint8Array, publicKey: Uint8Array) =>
  ({ name: 'AES-GCM', iv, additionalData: publicKey }) as AesGcmParams;

async function keyOf(passphrase: string, { iterations, salt }: Kdf): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase);
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const params = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt } as Pbkdf2Params;
  return crypto.subtle.deriveKey(params, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
