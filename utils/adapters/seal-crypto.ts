import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { joinBytes, utf8 } from '../core/log/bytes.ts';
import type { SealCrypto } from '../core/seal/types.ts';
import { randomBytes } from './crypto.ts';

/** By WebCrypto, but for ChaCha20-Poly1305, which browsers do not hand out. */
type Bytes = Uint8Array<ArrayBuffer>;

const { subtle } = crypto;
const X25519 = 'X25519';
const BITS = 256;
/** What stands before the 32 bytes in PKCS #8 (RFC 8410 §7): browsers read secrets in no shorter form. */
const PKCS8 = new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20]);
/** An empty salt means the same, and some browsers refuse empty keys. */
const NO_SALT = new Uint8Array(32);

async function agree(secret: Uint8Array, publicKey: Uint8Array): Promise<Uint8Array | null> {
  const pkcs8 = joinBytes([PKCS8, secret]) as Bytes;
  const ours = await subtle.importKey('pkcs8', pkcs8, X25519, false, ['deriveBits']);
  const theirs = await subtle.importKey('raw', publicKey as Bytes, X25519, false, []);
  try {
    const shared = new Uint8Array(await subtle.deriveBits({ name: X25519, public: theirs }, ours, BITS));
    return shared.every((byte) => byte === 0) ? null : shared;
  } catch (error) {
    // That is how browsers say that it is all zeros.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

async function derive(secret: Uint8Array, salt: Uint8Array, info: string): Promise<Uint8Array> {
  const key = await subtle.importKey('raw', secret as Bytes, 'HKDF', false, ['deriveBits']);
  const params = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: (salt.length === 0 ? NO_SALT : salt) as Bytes,
    info: utf8(info) as Bytes,
  };
  return new Uint8Array(await subtle.deriveBits(params, key, BITS));
}

async function hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const imported = await subtle.importKey('raw', key as Bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', imported, data as Bytes));
}

function decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed);
  } catch {
    return null;
  }
}

export const sealCrypto: SealCrypto = {
  random: randomBytes,
  agree,
  derive,
  hmacSha256,
  encrypt: (key, nonce, plain) => chacha20poly1305(key, nonce).encrypt(plain),
  decrypt,
};
