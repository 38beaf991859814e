/** SHA-512, handed in by whoever has WebCrypto. */
export type Sha512 = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Ed25519 (RFC 8032): 32-byte public key, 64-byte signature. */
export type VerifyEd25519 = (publicKey: Uint8Array, signature: Uint8Array, data: Uint8Array) => Promise<boolean>;

/** Holds an Ed25519 private key: 32-byte public key, 64-byte signatures. */
export interface Signer {
  readonly publicKey: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

export interface SignatureCrypto {
  readonly sha512: Sha512;
  readonly verify: VerifyEd25519;
}

/** What an armoured SSH signature says once it was checked. */
export interface CheckedSignature {
  readonly publicKey: Uint8Array;
  readonly namespace: string;
}

/** What a signature was made for. One for another use is refused, even by the same key. */
export const NAMESPACES = {
  checkpoint: 'clocked-off/checkpoint/v1',
  bundle: 'clocked-off/bundle/v1',
  witness: 'clocked-off/witness/v1',
} as const;
