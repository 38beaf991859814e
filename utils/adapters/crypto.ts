import type { Sha256 } from '../core/log/bytes.ts';

export const sha256: Sha256 = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
