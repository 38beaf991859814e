import { fail, ok, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import { readIso } from '../time/iso-text.ts';
import { toBase64 } from './base64.ts';
import { type DerValue, der, readDer, sameBytes, TAG, within } from './der.ts';
import { signerName } from './time-stamp-signer.ts';

/**
 * Time stamps by RFC 3161. A service signs that it saw a hash, and when. We read what it says; we do **not** check its
 * signature, which takes a list of trusted certificates: `openssl ts -verify` does.
 */
export interface TimeStamp {
  /** SHA-256 of the text that was stamped. */
  readonly imprint: Uint8Array;
  /** As it stands in the stamp; null where it has none. */
  readonly nonce: Uint8Array | null;
  /** When, by the service's clock; whole milliseconds, cut off. */
  readonly at: Instant;
  /** What the certificate of whoever signed calls itself: a claim, to be shown as hostile text. Null without a name. */
  readonly by: string | null;
  /** All that came along, in DER. */
  readonly certificates: readonly Uint8Array[];
}

/** Bytes of a nonce, which ties the answer to the question. */
export const NONCE_BYTES = 8;
/** Answers have 3 to 8 kB. */
export const MOST_STAMP_BYTES = 65_536;

const oid = (...bytes: readonly number[]): Uint8Array => der(TAG.oid, Uint8Array.from(bytes));
const SHA256 = oid(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01);
const SIGNED_DATA = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02);
const TST_INFO = oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04);
const ONE = Uint8Array.of(1);
const TRUE = Uint8Array.of(0xff);
/** `granted`, `grantedWithMods`. */
const MOST_GRANTED = 1;

/** A positive INTEGER of exactly so many bytes, whatever the random bytes are. */
export const nonceOf = (random: Uint8Array): Uint8Array =>
  random.slice(0, NONCE_BYTES).map((byte, at) => (at === 0 ? (byte & 0x3f) | 0x40 : byte));

/**
 * A TimeStampReq that asks for the certificates too.
 * @param imprint SHA-256 of the text.
 * @param nonce as {@link nonceOf} makes it.
 */
export const timeStampRequest = (imprint: Uint8Array, nonce: Uint8Array): Uint8Array =>
  der(
    TAG.sequence,
    der(TAG.integer, ONE),
    der(TAG.sequence, der(TAG.sequence, SHA256, der(TAG.none)), der(TAG.octets, imprint)),
    der(TAG.integer, nonce),
    der(TAG.boolean, TRUE),
  );

/**
 * Reads a TimeStampResp. Codes: `stamp.too-long`, `stamp.rejected` (the service gave none), `stamp.damaged` (anything that
 * it should not be), `stamp.no-certificate`.
 */
export function readTimeStamp(response: Uint8Array): Result<TimeStamp> {
  if (response.length > MOST_STAMP_BYTES) return fail('stamp.too-long', 'stamp', { most: MOST_STAMP_BYTES / 1_024 });
  const damaged = fail('stamp.damaged', 'stamp');
  const [whole, ...behind] = readDer(response) ?? [];
  const [info, token, ...more] = within(whole, TAG.sequence) ?? [];
  const [status] = within(info, TAG.sequence) ?? [];
  if (behind.length > 0 || more.length > 0 || status?.tag !== TAG.integer || status.content.length !== 1)
    return damaged;
  const granted = status.content[0] ?? 0;
  if (granted > MOST_GRANTED) return fail('stamp.rejected', 'stamp', { status: granted });
  const signed = signedData(token);
  const stamp = signed === null ? null : readInfo(signed.content);
  if (signed === null || stamp === null) return damaged;
  const { certificates } = signed;
  if (certificates.length === 0) return fail('stamp.no-certificate', 'stamp');
  return ok({ ...stamp, by: signerName(signed.signer, certificates), certificates });
}

/** Is it a stamp of this text? Codes: those of {@link readTimeStamp}, `stamp.imprint` (it stamps another text). */
export function readStampOf(response: Uint8Array, imprint: Uint8Array): Result<TimeStamp> {
  const read = readTimeStamp(response);
  return !read.ok || sameBytes(read.value.imprint, imprint) ? read : fail('stamp.imprint', 'stamp');
}

/** Is this the answer to our question? Codes: those of {@link readStampOf}, `stamp.nonce` (it answers another question). */
export function checkTimeStamp(
  response: Uint8Array,
  asked: { readonly imprint: Uint8Array; readonly nonce: Uint8Array },
): Result<TimeStamp> {
  const read = readStampOf(response, asked.imprint);
  return !read.ok || sameBytes(read.value.nonce ?? undefined, asked.nonce) ? read : fail('stamp.nonce', 'stamp');
}

interface SignedData {
  /** The TSTInfo in DER. */
  readonly content: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  /** The first SignerInfo. */
  readonly signer: DerValue;
}

/** ContentInfo of SignedData (RFC 5652) that holds a TSTInfo; null for anything else. */
function signedData(token: DerValue | undefined): SignedData | null {
  const [type, box] = within(token, TAG.sequence) ?? [];
  const [data] = within(box, TAG.first) ?? [];
  const [version, algorithms, inner, ...rest] = within(data, TAG.sequence) ?? [];
  const [innerType, innerBox] = within(inner, TAG.sequence) ?? [];
  const [content, ...more] = within(innerBox, TAG.first) ?? [];
  const [signer, ...others] = within(rest.at(-1), TAG.set) ?? [];
  const held = within(rest[0], TAG.first) ?? [];
  const fits =
    sameBytes(type?.whole, SIGNED_DATA) &&
    version?.tag === TAG.integer &&
    algorithms?.tag === TAG.set &&
    sameBytes(innerType?.whole, TST_INFO) &&
    content?.tag === TAG.octets &&
    more.length + others.length === 0 &&
    signer?.tag === TAG.sequence;
  if (!fits) return null;
  const certificates = held.filter(({ tag }) => tag === TAG.sequence).map(({ whole }) => whole);
  return { content: content.content, certificates, signer };
}

function readInfo(bytes: Uint8Array): Omit<TimeStamp, 'by' | 'certificates'> | null {
  const [whole, ...behind] = readDer(bytes) ?? [];
  const [version, policy, imprint, serial, time, ...rest] = within(whole, TAG.sequence) ?? [];
  const [algorithm, hash, ...more] = within(imprint, TAG.sequence) ?? [];
  const [hashName] = within(algorithm, TAG.sequence) ?? [];
  const fits =
    behind.length + more.length === 0 &&
    version?.tag === TAG.integer &&
    sameBytes(version.content, ONE) &&
    policy?.tag === TAG.oid &&
    sameBytes(hashName?.whole, SHA256) &&
    hash?.tag === TAG.octets &&
    hash.content.length === 32 &&
    serial?.tag === TAG.integer;
  const at = time?.tag === TAG.time ? readTime(time.content) : null;
  if (!fits || at === null) return null;
  // Accuracy, ordering and extensions have other tags: the only INTEGER behind the time is the nonce.
  const nonce = rest.find(({ tag }) => tag === TAG.integer)?.content ?? null;
  return { imprint: hash.content, nonce, at };
}

/** GeneralizedTime as RFC 3161 §2.4.2 has it: `20260303230000Z`, with a fraction of a second where the service is that exact. */
function readTime(bytes: Uint8Array): Instant | null {
  const text = String.fromCharCode(...bytes.subarray(0, 32));
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/u.exec(text) ?? [];
  if (year === undefined || bytes.length > 32) return null;
  return readIso(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
}

/** Lines of 64 characters, as openssl writes them. */
const PEM_LINES = /.{1,64}/gu;

/** Certificates as one PEM file, each of them once. */
export function pemOf(certificates: readonly Uint8Array[]): string {
  const bodies = new Set(certificates.map((one) => (toBase64(one).match(PEM_LINES) ?? []).join('\n')));
  return [...bodies].map((body) => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`).join('');
}
