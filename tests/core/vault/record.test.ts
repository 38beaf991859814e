import { expect, test } from 'vitest';
import { vaultMark } from '../../../utils/core/vault/mark.ts';
import { readVaultRecord } from '../../../utils/core/vault/record.ts';
import type { VaultRecord } from '../../../utils/core/vault/types.ts';

const RECORD: VaultRecord = {
  format: 1,
  kdf: { name: 'PBKDF2-SHA256', iterations: 600_000, salt: new Uint8Array(16) },
  publicKey: new Uint8Array(32),
  wrapped: { iv: new Uint8Array(12), key: new Uint8Array(64) },
};
const { kdf, wrapped } = RECORD;

test('a record of this format is read as it is', () => {
  expect(readVaultRecord(RECORD)).toEqual({ ok: true, value: RECORD });
});

test.each([
  [undefined, 'vault.unknown-format', 'format'],
  [{ ...RECORD, format: 2 }, 'vault.unknown-format', 'format'],
  [{ ...RECORD, kdf: { ...kdf, name: 'ARGON2ID' } }, 'vault.unknown-format', 'kdf.name'],
  [{ ...RECORD, kdf: undefined }, 'vault.unknown-format', 'kdf.name'],
  [{ ...RECORD, kdf: { ...kdf, iterations: 0 } }, 'vault.damaged', 'kdf.iterations'],
  [{ ...RECORD, kdf: { ...kdf, iterations: 1e12 } }, 'vault.damaged', 'kdf.iterations'],
  [{ ...RECORD, kdf: { ...kdf, iterations: 1.5 } }, 'vault.damaged', 'kdf.iterations'],
  [{ ...RECORD, kdf: { ...kdf, salt: 'salt' } }, 'vault.damaged', 'kdf.salt'],
  [{ ...RECORD, publicKey: new Uint8Array(31) }, 'vault.damaged', 'publicKey'],
  [{ ...RECORD, wrapped: { ...wrapped, iv: new Uint8Array(16) } }, 'vault.damaged', 'wrapped.iv'],
  [{ ...RECORD, wrapped: { ...wrapped, key: new Uint8Array(16) } }, 'vault.damaged', 'wrapped.key'],
  [{ ...RECORD, wrapped: undefined }, 'vault.damaged', 'wrapped.iv'],
])('%# is refused', (stored, code, field) => {
  expect(readVaultRecord(stored)).toEqual({ ok: false, problem: { code, field } });
});

test('a writer goes on under another passphrase, but not under another key or where sealing ends', () => {
  const marks = [
    undefined,
    RECORD,
    { ...RECORD, closing: true as const },
    { ...RECORD, publicKey: new Uint8Array(32).fill(1) },
  ].map(vaultMark);
  expect(new Set(marks).size).toBe(4);
  expect(vaultMark({ ...RECORD, wrapped: { ...wrapped, key: new Uint8Array(70) }, whole: true })).toBe(marks[1]);
});
