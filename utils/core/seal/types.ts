/** What the age format needs of cryptography; handed in, since browsers have most of it. */
export interface SealCrypto {
  /** From the system's generator. */
  random(length: number): Uint8Array;
  /**
   * X25519 of 32-byte strings.
   * @returns null where the shared secret is all zeros.
   */
  agree(secret: Uint8Array, publicKey: Uint8Array): Promise<Uint8Array | null>;
  /** HKDF-SHA-256 with 32 bytes of output. */
  derive(secret: Uint8Array, salt: Uint8Array, info: string): Promise<Uint8Array>;
  hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array>;
  /** ChaCha20-Poly1305 (RFC 8439), the tag behind the text. */
  encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Uint8Array;
  /** @returns null where the tag does not fit. */
  decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | null;
}

/** A delegate's key: 32 bytes of X25519 each. */
export interface SealKeyPair {
  readonly secret: Uint8Array;
  readonly recipient: Uint8Array;
}

export const KEY_BYTES = 32;

/** X25519 of a secret and this is the public key (RFC 7748 §4.1). */
const BASE_POINT = new Uint8Array(KEY_BYTES).fill(9, 0, 1);

export async function recipientOf(secret: Uint8Array, crypto: SealCrypto): Promise<Uint8Array> {
  const recipient = await crypto.agree(secret, BASE_POINT);
  // No secret multiplies the base point to zero.
  if (recipient === null) throw new RangeError('no such key');
  return recipient;
}

export async function makeKeyPair(crypto: SealCrypto): Promise<SealKeyPair> {
  const secret = crypto.random(KEY_BYTES);
  return { secret, recipient: await recipientOf(secret, crypto) };
}
