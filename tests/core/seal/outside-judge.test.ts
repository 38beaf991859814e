import { Buffer } from 'node:buffer';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealCrypto } from '../../../utils/adapters/seal-crypto.ts';
import { keyFile, readRecipient, readSecrets, recipientText } from '../../../utils/core/seal/keys.ts';
import { makeKeyPair, recipientOf } from '../../../utils/core/seal/types.ts';
import { type AgeTool, ageTool } from './age-cli.ts';
import { opened, sample, sealed } from './files.ts';

const INSTALL_MS = 300_000;
/** Each starts half a dozen programs. */
const SLOW_MS = 60_000;
const SIZES = [0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000];

let age: AgeTool;
beforeAll(async () => {
  age = await ageTool();
}, INSTALL_MS);

const secretsOf = (text: string): readonly Uint8Array[] => {
  const secrets = readSecrets(text);
  if (!secrets.ok) throw new Error(secrets.problem.code);
  return secrets.value;
};

const same = (one: Uint8Array | null, other: Uint8Array): boolean => one !== null && Buffer.compare(one, other) === 0;

describe('a file that we sealed', { timeout: SLOW_MS }, () => {
  it.each(SIZES)('of %i bytes is opened by age, with a key that age made', async (size) => {
    const key = age.keygen();
    const recipient = readRecipient(age.publicOf(key));
    if (!recipient.ok) throw new Error(recipient.problem.code);
    for (const piece of [4_096, 65_536, 70_001]) {
      expect(same(age.open(await sealed(sample(size), recipient.value, piece), key), sample(size))).toBe(true);
    }
    const stranger = age.keygen();
    expect(age.open(await sealed(sample(size), recipient.value), stranger)).toBeNull();
  });

  it('is opened by age with a key file of ours', async () => {
    const { secret, recipient } = await makeKeyPair(sealCrypto);
    const ours = keyFile('2026-03-02T22:16:05Z', recipient, secret);
    expect(age.publicOf(ours)).toBe(recipientText(recipient));
    expect(same(age.open(await sealed(sample(70_000), recipient), ours), sample(70_000))).toBe(true);
  });
});

describe('a file that age sealed', { timeout: SLOW_MS }, () => {
  it.each(SIZES)('of %i bytes is opened by us, in bytes and in armour', async (size) => {
    const key = age.keygen();
    const [secret] = secretsOf(key);
    if (secret === undefined) throw new Error('no secret');
    const recipient = recipientText(await recipientOf(secret, sealCrypto));
    expect(recipient).toBe(age.publicOf(key));
    for (const options of [[], ['-a']]) {
      const result = await opened(age.seal(sample(size), recipient, ...options), secretsOf(key));
      expect(result.ok && same(result.value, sample(size))).toBe(true);
    }
  });
});
