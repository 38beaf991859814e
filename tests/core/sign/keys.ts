import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Sha256 } from '../../../utils/core/log/bytes.ts';
import type { Sha512, SignatureCrypto, Signer } from '../../../utils/core/sign/types.ts';

/** Ed25519 and hashes by Node's OpenSSL: another implementation than the browser's, which the extension uses. */
export const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
export const sha512: Sha512 = async (bytes) => new Uint8Array(createHash('sha512').update(bytes).digest());

export const hexBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** What stands before the 32 bytes of a key in PKCS #8 and in SPKI (RFC 8410). */
const PKCS8 = hexBytes('302e020100300506032b657004220420');
const SPKI = hexBytes('302a300506032b6570032100');

const der = (head: Uint8Array, key: Uint8Array): Buffer => Buffer.concat([head, key]);

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: der(PKCS8, seed), format: 'der', type: 'pkcs8' });

export function signerOf(seed: Uint8Array): Signer {
  const key = privateKeyOf(seed);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI.length)),
    sign: async (data) => new Uint8Array(sign(null, data, key)),
  };
}

export const crypto: SignatureCrypto = {
  sha512,
  verify: async (publicKey, signature, data) => {
    const key = createPublicKey({ key: der(SPKI, publicKey), format: 'der', type: 'spki' });
    return verify(null, data, key, signature);
  },
};

export interface Ed25519Vector {
  readonly seed: string;
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
}

/** RFC 8032 §7.1, TEST 1 to 3. The keys of the first two also serve as keys of tests. */
export const RFC_8032: readonly [Ed25519Vector, Ed25519Vector, Ed25519Vector] = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

export const WORKER_SEED = hexBytes(RFC_8032[0].seed);
export const DELEGATE_SEED = hexBytes(RFC_8032[1].seed);
export const worker = signerOf(WORKER_SEED);
export const delegate = signerOf(DELEGATE_SEED);
