import { fail, ok, type Result } from '../result.ts';
import type { VaultRecord } from './types.ts';

/** More would be no protection but a way to keep us busy. */
const MOST_ITERATIONS = 20_000_000;
const SALT_BYTES = 16;
const PUBLIC_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Reads what the store holds. Codes: `vault.unknown-format` (a later version of ours wrote it), `vault.damaged`; the field
 * names the part.
 */
export function readVaultRecord(stored: unknown): Result<VaultRecord> {
  const { format, kdf, publicKey, wrapped } = (stored ?? {}) as Record<string, unknown>;
  if (format !== 1) return fail('vault.unknown-format', 'format');
  const { name, iterations, salt } = (kdf ?? {}) as Record<string, unknown>;
  if (name !== 'PBKDF2-SHA256') return fail('vault.unknown-format', 'kdf.name');
  if (!Number.isInteger(iterations) || (iterations as number) < 1 || (iterations as number) > MOST_ITERATIONS)
    return fail('vault.damaged', 'kdf.iterations');
  const { iv, key } = (wrapped ?? {}) as Record<string, unknown>;
  if (!isBytes(salt, SALT_BYTES)) return fail('vault.damaged', 'kdf.salt');
  if (!isBytes(publicKey, PUBLIC_KEY_BYTES)) return fail('vault.damaged', 'publicKey');
  if (!isBytes(iv, IV_BYTES)) return fail('vault.damaged', 'wrapped.iv');
  if (!(key instanceof Uint8Array) || key.length <= TAG_BYTES) return fail('vault.damaged', 'wrapped.key');
  return ok(stored as VaultRecord);
}

const isBytes = (value: unknown, length: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length === length;
