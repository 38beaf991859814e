import { joinBytes, utf8 } from '../log/bytes.ts';
import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { KEY_TYPE, keyBlob, readKeyBlob } from './key-blob.ts';
import { readStrings, uint32, uint32At, writeStrings } from './ssh-strings.ts';
import type { CheckedSignature, Sha512, SignatureCrypto, Signer } from './types.ts';

/** The format is OpenSSH's PROTOCOL.sshsig, version 1. Of its choices we take one: Ed25519, SHA-512, nothing reserved. */
export const SIGNATURE_BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';
const MAGIC = utf8('SSHSIG');
const VERSION = 1;
const HASH = 'sha512';
const RESERVED = new Uint8Array(0);
const HEADER_BYTES = MAGIC.length + 4;
const SIGNATURE_BYTES = 64;
/** Base64 is broken into lines of 70 characters, as ssh-keygen writes them. */
const LINES = /.{1,70}/gu;
/** Characters of an armoured signature. Ours have about 300; an RSA one of 16 384 bits, which is refused by name, fits. */
const MOST_CHARACTERS = 8_192;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What Ed25519 signs: not the message, but its hash together with what it was signed for. */
async function signedData(namespace: string, message: Uint8Array, sha512: Sha512): Promise<Uint8Array> {
  return joinBytes([MAGIC, writeStrings(utf8(namespace), RESERVED, utf8(HASH), await sha512(message))]);
}

/**
 * Signs as `ssh-keygen -Y sign -n <namespace>` does: armoured, LF line ends, the last one too.
 * @param namespace one of `NAMESPACES`
 */
export async function signSsh(signer: Signer, namespace: string, message: Uint8Array, sha512: Sha512): Promise<string> {
  const signature = await signer.sign(await signedData(namespace, message, sha512));
  const blob = joinBytes([
    MAGIC,
    uint32(VERSION),
    writeStrings(
      keyBlob(signer.publicKey),
      utf8(namespace),
      RESERVED,
      utf8(HASH),
      writeStrings(utf8(KEY_TYPE), signature),
    ),
  ]);
  const lines = toBase64(blob).match(LINES) ?? [];
  return [SIGNATURE_BEGIN, ...lines, END, ''].join('\n');
}

/** The bytes inside the armour. Lines may have any length and end in CRLF, since the signature does not cover them. */
function unarmour(armoured: string): Result<Uint8Array> {
  if (armoured.length > MOST_CHARACTERS) return fail('signature.too-long', 'signature');
  const lines = armoured.trim().split(/\r?\n/u);
  if (lines.length < 3 || lines[0] !== SIGNATURE_BEGIN || lines.at(-1) !== END)
    return fail('signature.armour', 'signature');
  const blob = fromBase64(lines.slice(1, -1).join(''));
  return blob === null ? fail('signature.damaged', 'signature') : ok(blob);
}

interface SignatureParts {
  readonly publicKey: Uint8Array;
  readonly namespace: string;
  readonly signature: Uint8Array;
}

function readParts(blob: Uint8Array): Result<SignatureParts> {
  const damaged = fail('signature.damaged', 'signature');
  if (blob.length < HEADER_BYTES || MAGIC.some((byte, at) => blob[at] !== byte)) return damaged;
  const version = uint32At(blob, MAGIC.length);
  if (version !== VERSION) return fail('signature.newer', 'signature', { version: `${version}`, known: VERSION });
  const parts = readStrings(blob.subarray(HEADER_BYTES));
  if (parts?.length !== 5) return damaged;
  const [key = RESERVED, namespace, reserved, hash, signed = RESERVED] = parts;
  const { type, publicKey } = readKeyBlob(key);
  if (type === null) return damaged;
  if (type !== KEY_TYPE) return fail('signature.key-type', 'signature', { type });
  const [signedType, signature, ...more] = readStrings(signed) ?? [];
  const whole = decoder.decode(signedType) === KEY_TYPE && signature?.length === SIGNATURE_BYTES && more.length === 0;
  if (publicKey === null || !whole) return damaged;
  const hashName = decoder.decode(hash);
  if (hashName !== HASH) return fail('signature.hash', 'signature', { hash: hashName });
  if (reserved?.length !== 0) return fail('signature.reserved', 'signature');
  return ok({ publicKey, namespace: decoder.decode(namespace), signature });
}

/**
 * Does the armoured signature fit this message, made for this use? Says nothing about whose key it was: compare
 * `publicKey` with one that you know. Codes: `signature.too-long`, `.armour`, `.damaged`, `.newer`, `.key-type`, `.hash`,
 * `.reserved`, `.namespace`, `.mismatch`.
 */
export async function checkSsh(
  armoured: string,
  namespace: string,
  message: Uint8Array,
  crypto: SignatureCrypto,
): Promise<Result<CheckedSignature>> {
  const blob = unarmour(armoured);
  if (!blob.ok) return blob;
  const parts = readParts(blob.value);
  if (!parts.ok) return parts;
  const { publicKey, signature, namespace: found } = parts.value;
  if (found !== namespace) return fail('signature.namespace', 'signature', { found, wanted: namespace });
  const fits = await crypto.verify(publicKey, signature, await signedData(namespace, message, crypto.sha512));
  return fits ? ok({ publicKey, namespace }) : fail('signature.mismatch', 'signature');
}
