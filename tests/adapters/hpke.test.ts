import * as node from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hpkeOpen, hpkeSeal } from '../../utils/adapters/hpke.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));
const text = (data: Uint8Array): string => Buffer.from(data).toString('hex');

/** Of the test vectors of RFC 9180: mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002, message 0. */
const VECTOR = {
  info: bytes('4f6465206f6e2061204772656369616e2055726e'),
  ephemeral: '179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11',
  recipient: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  publicKey: bytes('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
  enc: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
  aad: bytes('436f756e742d30'),
  plain: bytes('4265617574792069732074727574682c20747275746820626561757479'),
  sealed: 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
};

/** RFC 8410. */
const pkcs8 = (raw: string): Uint8Array<ArrayBuffer> => bytes(`302e020100300506032b656e04220420${raw}`);

async function pairOf(raw: string, publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKeyPair> {
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8(raw), 'X25519', false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', publicKey, 'X25519', true, []),
  };
}

/** The same by Node's OpenSSL and the RFC's own pseudocode; HKDF as a whole where it takes two of our steps. */
function openByNode(
  recipient: string,
  publicKey: Uint8Array,
  enc: Uint8Array,
  sealed: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
) {
  const label = (suite: Buffer, name: string) => Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(name)]);
  const hmac = (key: Uint8Array, data: Uint8Array) => node.createHmac('sha256', key).update(data).digest();
  const kem = Buffer.from('4b454d0020', 'hex');
  const suite = Buffer.from('48504b45002000010002', 'hex');
  const sized = (length: number, data: Uint8Array) => Buffer.concat([Buffer.from([length >> 8, length & 255]), data]);
  const derive = (
    secret: Uint8Array,
    salt: Uint8Array,
    at: Buffer,
    of: string,
    to: string,
    context: Uint8Array,
    length: number,
  ) =>
    new Uint8Array(
      node.hkdfSync(
        'sha256',
        Buffer.concat([label(at, of), secret]),
        salt,
        sized(length, Buffer.concat([label(at, to), context])),
        length,
      ),
    );
  const none = new Uint8Array(0);
  const theirs = node.createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(enc).toString('base64url') },
    format: 'jwk',
  });
  const privateKey = node.createPrivateKey({ key: Buffer.from(pkcs8(recipient)), format: 'der', type: 'pkcs8' });
  const dh = node.diffieHellman({ privateKey, publicKey: theirs });
  const shared = derive(dh, none, kem, 'eae_prk', 'shared_secret', Buffer.concat([enc, publicKey]), 32);
  const context = Buffer.concat([
    Buffer.from([0]),
    hmac(none, label(suite, 'psk_id_hash')),
    hmac(none, Buffer.concat([label(suite, 'info_hash'), info])),
  ]);
  const key = derive(none, shared, suite, 'secret', 'key', context, 32);
  const iv = derive(none, shared, suite, 'secret', 'base_nonce', context, 12);
  const decipher = node.createDecipheriv('aes-256-gcm', key, iv).setAAD(aad).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

describe('HPKE', () => {
  test('seals as the RFC’s vector', async () => {
    const { info, aad, plain, publicKey } = VECTOR;
    const ephemeral = await pairOf(VECTOR.ephemeral, bytes(VECTOR.enc));
    const { enc, sealed } = await hpkeSeal(publicKey, info, aad, plain, ephemeral);
    expect([text(enc), text(sealed)]).toEqual([VECTOR.enc, VECTOR.sealed]);
  });

  test('opens the RFC’s vector; so does the judge', async () => {
    const { info, aad, plain, publicKey, recipient } = VECTOR;
    const { privateKey } = await pairOf(recipient, publicKey);
    const message = { enc: bytes(VECTOR.enc), sealed: bytes(VECTOR.sealed) };
    expect(text(await hpkeOpen(privateKey, publicKey, info, aad, message))).toBe(text(plain));
    expect(text(openByNode(recipient, publicKey, message.enc, message.sealed, info, aad))).toBe(text(plain));
  });

  test('what it seals under a fresh key, Node’s OpenSSL opens; no two messages share one', async () => {
    const { recipient, publicKey } = VECTOR;
    const info = bytes('01');
    const aad = bytes('0203');
    const plain = new Uint8Array(32).fill(7);
    const messages = [await hpkeSeal(publicKey, info, aad, plain), await hpkeSeal(publicKey, info, aad, plain)];
    for (const { enc, sealed } of messages)
      expect(text(openByNode(recipient, publicKey, enc, sealed, info, aad))).toBe(text(plain));
    expect(text(messages[0]?.enc ?? plain)).not.toBe(text(messages[1]?.enc ?? plain));
  });

  test.each(['info', 'aad', 'enc', 'sealed', 'recipient'] as const)(
    'with another %s it does not open',
    async (what) => {
      const { info, aad, publicKey, recipient } = VECTOR;
      const { privateKey } = await pairOf(recipient, publicKey);
      const parts = { info, aad, enc: bytes(VECTOR.enc), sealed: bytes(VECTOR.sealed), recipient: publicKey };
      const other = parts[what].slice();
      other[3] = (other[3] ?? 0) ^ 4;
      const changed = { ...parts, [what]: other };
      await expect(hpkeOpen(privateKey, changed.recipient, changed.info, changed.aad, changed)).rejects.toMatchObject({
        name: 'OperationError',
      });
    },
  );

  test('a public key of small order is refused', async () => {
    await expect(hpkeSeal(new Uint8Array(32), bytes(''), bytes(''), bytes('00'))).rejects.toThrow();
  });
});
