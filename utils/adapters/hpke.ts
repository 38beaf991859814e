import { joinBytes, utf8 } from '../core/log/bytes.ts';

/**
 * HPKE (RFC 9180), base mode, one message for each encapsulation: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
 */
type Bytes = Uint8Array<ArrayBuffer>;

const { subtle } = crypto;
const X25519 = 'X25519';
const HASH_BYTES = 32;
const NONCE_BYTES = 12;
const NONE = new Uint8Array(0);
const KEM_SUITE = joinBytes([utf8('KEM'), new Uint8Array([0, 0x20])]);
const SUITE = joinBytes([utf8('HPKE'), new Uint8Array([0, 0x20, 0, 1, 0, 2])]);
const VERSION = utf8('HPKE-v1');

export interface HpkeMessage {
  /** The ephemeral public key. */
  readonly enc: Bytes;
  readonly sealed: Bytes;
}

const labeled = (suite: Bytes, label: string, data: Uint8Array): Bytes =>
  joinBytes([VERSION, suite, utf8(label), data]);

/** LabeledExtract of `secret`, and LabeledExpand of what comes of it. */
async function derive(
  [suite, salt, from, secret]: readonly [Bytes, Bytes, string, Bytes],
  to: string,
  info: Uint8Array,
  length: number,
): Promise<Bytes> {
  const key = await subtle.importKey('raw', labeled(suite, from, secret), 'HKDF', false, ['deriveBits']);
  const params = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt,
    info: joinBytes([new Uint8Array([0, length]), labeled(suite, to, info)]),
  };
  return new Uint8Array(await subtle.deriveBits(params, key, 8 * length));
}

/** LabeledExtract without a salt, which is the same as zeros; some browsers refuse an empty key. */
async function extract(label: string, data: Uint8Array): Promise<Bytes> {
  const zeros = new Uint8Array(HASH_BYTES);
  const key = await subtle.importKey('raw', zeros, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, labeled(SUITE, label, data)));
}

/** The key and nonce of the one message, from either side's keys. */
async function schedule(
  privateKey: CryptoKey,
  theirs: Bytes,
  enc: Bytes,
  recipient: Bytes,
  info: Uint8Array,
): Promise<{ readonly key: CryptoKey; readonly iv: Bytes }> {
  const publicKey = await subtle.importKey('raw', theirs, X25519, false, []);
  // All zeros, from a public key of small order, is refused by the browser itself.
  const dh = new Uint8Array(await subtle.deriveBits({ name: X25519, public: publicKey }, privateKey, 8 * HASH_BYTES));
  const shared = await derive(
    [KEM_SUITE, NONE, 'eae_prk', dh],
    'shared_secret',
    joinBytes([enc, recipient]),
    HASH_BYTES,
  );
  const hashes = await Promise.all([extract('psk_id_hash', NONE), extract('info_hash', info)]);
  const context = joinBytes([new Uint8Array([0]), ...hashes]);
  const secret = [SUITE, shared, 'secret', NONE] as const;
  const raw = await derive(secret, 'key', context, HASH_BYTES);
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, iv: await derive(secret, 'base_nonce', context, NONCE_BYTES) };
}

/** @param ephemeral for test vectors only: made anew for each message. */
export async function hpkeSeal(
  recipient: Uint8Array,
  info: Uint8Array,
  additionalData: Uint8Array,
  plain: Uint8Array,
  ephemeral?: CryptoKeyPair,
): Promise<HpkeMessage> {
  const pair = ephemeral ?? ((await subtle.generateKey(X25519, false, ['deriveBits'])) as CryptoKeyPair);
  const enc = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const { key, iv } = await schedule(pair.privateKey, recipient as Bytes, enc, recipient as Bytes, info);
  const params = { name: 'AES-GCM', iv, additionalData: additionalData as Bytes };
  return { enc, sealed: new Uint8Array(await subtle.encrypt(params, key, plain as Bytes)) };
}

/** @throws {OperationError} when key, info, additional data or message do not belong together. */
export async function hpkeOpen(
  privateKey: CryptoKey,
  recipient: Uint8Array,
  info: Uint8Array,
  additionalData: Uint8Array,
  { enc, sealed }: { readonly enc: Uint8Array; readonly sealed: Uint8Array },
): Promise<Bytes> {
  const { key, iv } = await schedule(privateKey, enc as Bytes, enc as Bytes, recipient as Bytes, info);
  const params = { name: 'AES-GCM', iv, additionalData: additionalData as Bytes };
  return new Uint8Array(await subtle.decrypt(params, key, sealed as Bytes));
}
