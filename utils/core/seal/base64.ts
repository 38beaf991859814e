import { fromBase64, toBase64 } from '../sign/base64.ts';

/** Base64 as age writes it in headers: without padding, and no other way to say the same. */
export const toRaw64 = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('=', '');

/** Null where it is padded, or {@link toRaw64} would have written something else. */
export const fromRaw64 = (text: string): Uint8Array | null =>
  text.includes('=') ? null : fromBase64(text + '='.repeat((4 - (text.length % 4)) % 4));
