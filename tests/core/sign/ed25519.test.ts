import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signatureCrypto } from '../../../utils/adapters/signature-crypto.ts';
import { crypto, hexBytes, RFC_8032, sha512, signerOf } from './keys.ts';
import { write } from './ssh-keygen.ts';

const OPENSSL = 'openssl';

/** Is what our tests and our adapter take for Ed25519 the same as RFC 8032 and OpenSSL do? */
describe.each([
  ['Node', crypto],
  ['WebCrypto, our adapter', signatureCrypto],
])('Ed25519 by %s', (_, { verify }) => {
  it.each(RFC_8032)('accepts the vector of RFC 8032 with the key $publicKey', async (vector) => {
    const [publicKey, signature, message] = [vector.publicKey, vector.signature, vector.message].map(hexBytes);
    if (!publicKey || !signature || !message) throw new Error('a vector without its parts');
    expect(await verify(publicKey, signature, message)).toBe(true);
    for (let byte = 0; byte < signature.length; byte += 1)
      expect(await verify(publicKey, signature.with(byte, (signature[byte] ?? 0) ^ 1), message)).toBe(false);
    expect(await verify(publicKey, signature, new Uint8Array([...message, 0]))).toBe(false);
  });

  it('refuses the same signature with the group order added to its second half', async () => {
    const order = (1n << 252n) + 27742317777372353535851937790883648493n;
    const [{ publicKey, signature }] = RFC_8032;
    const bytes = hexBytes(signature);
    const little = (part: Uint8Array): bigint => part.reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
    let sum = little(bytes.subarray(32)) + order;
    const moved = bytes.slice();
    for (let at = 32; at < 64; at += 1, sum >>= 8n) moved[at] = Number(sum & 255n);
    expect(moved).not.toEqual(bytes);
    expect(await verify(hexBytes(publicKey), moved, new Uint8Array(0))).toBe(false);
  });
});

describe('the adapter', () => {
  it('has the SHA-512 of OpenSSL', async () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(1_000).fill(7)])
      expect(await signatureCrypto.sha512(bytes)).toEqual(await sha512(bytes));
  });

  it('finds no signature that fits bytes which are no key', async () => {
    for (const key of [new Uint8Array(31), new Uint8Array(32).fill(0xff)])
      expect(await signatureCrypto.verify(key, new Uint8Array(64), new Uint8Array(0))).toBe(false);
  });
});

describe('the keys of the tests', () => {
  it.each(RFC_8032)(
    'sign as RFC 8032 says with the key $publicKey',
    async ({ seed, publicKey, message, signature }) => {
      const signer = signerOf(hexBytes(seed));
      expect(signer.publicKey).toEqual(hexBytes(publicKey));
      expect(await signer.sign(hexBytes(message))).toEqual(hexBytes(signature));
    },
  );

  it('are accepted by the command openssl', async () => {
    const [{ seed }] = RFC_8032;
    const signer = signerOf(hexBytes(seed));
    const spki = Buffer.concat([hexBytes('302a300506032b6570032100'), signer.publicKey]);
    const pem = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' });
    const key = write('public.pem', pem.toString());
    const verified = (message: string, signature: Uint8Array): number | null => {
      const args = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', key];
      return spawnSync(OPENSSL, [...args, '-in', write('in', message), '-sigfile', write('sig', signature)]).status;
    };
    const signature = await signer.sign(Buffer.from('seen'));
    expect(verified('seen', signature)).toBe(0);
    expect(verified('seem', signature)).not.toBe(0);
  });
});
