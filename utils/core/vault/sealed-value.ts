import { hex, joinBytes, utf8 } from '../log/bytes.ts';

/**
 * A sealed value: 0x01, the id of the context (16 bytes), the IV (12), AES-256-GCM ciphertext and tag. A plain line begins
 * with `{`, so each stored value tells by itself which it is.
 */
const SEALED = 1;
const ID_BYTES = 16;
export const IV_BYTES = 12;
const ID_END = 1 + ID_BYTES;
const IV_END = ID_END + IV_BYTES;

export const isSealed = (stored: Uint8Array): boolean => stored[0] === SEALED;

export const joinSealed = (id: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array =>
  joinBytes([new Uint8Array([SEALED]), id, iv, ciphertext]);

/** Its parts; whether they are whole, the tag says. */
export const partsOf = (sealed: Uint8Array) => ({
  id: hex(sealed.subarray(1, ID_END)),
  iv: sealed.subarray(ID_END, IV_END),
  ciphertext: sealed.subarray(IV_END),
});

/** What a value is bound to, so that no row can take another's place: `lines 17`. */
export const placeOf = (store: 'lines' | 'private' | 'held' | 'files', key: string | number): Uint8Array =>
  utf8(`${store} ${key}`);
