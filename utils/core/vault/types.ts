import type { Instant } from '../time/instant.ts';

/** How the passphrase becomes the key that wraps the private key. Stored with it, so that it can change later. */
export interface Kdf {
  readonly name: 'PBKDF2-SHA256';
  readonly iterations: number;
  readonly salt: Uint8Array;
}

/** The key pair of a log under a passphrase: whoever writes needs the public key only. */
export interface VaultRecord {
  readonly format: 1;
  readonly kdf: Kdf;
  /** X25519, raw, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The private key (PKCS #8) under AES-256-GCM, bound to the public key. */
  readonly wrapped: { readonly iv: Uint8Array; readonly key: Uint8Array };
  /** Every row has been sealed. Without it, some may still be plain. */
  readonly whole?: true;
  /** It is being switched off: what is written from now on is plain. */
  readonly closing?: true;
}

/** A data key under the public key (HPKE). One for each run of a writer. */
export interface SealedContext {
  /** 32 hex digits, named in each value that was sealed with it. */
  readonly id: string;
  readonly enc: Uint8Array;
  readonly sealed: Uint8Array;
}

export type VaultState = 'none' | 'locked' | 'open';

export type VaultView =
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  | {
      readonly state: 'open';
      /** It locks then; null: when the browser closes. */
      readonly until: Instant | null;
      /** From one reading to the lock; null: until the browser closes. */
      readonly keepMs: number | null;
      /** Rows that are not sealed yet. */
      readonly unsealed: number;
    };
