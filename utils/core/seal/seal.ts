import type { Sink } from '../export/types.ts';
import { joinBytes } from '../log/bytes.ts';
import { CHUNK_BYTES, chunkNonce, PAYLOAD_NONCE_BYTES } from './chunks.ts';
import { FILE_KEY_BYTES, wrapFileKey } from './file-key.ts';
import { macLine, unsignedHeader } from './header.ts';
import type { SealCrypto } from './types.ts';

const NOTHING = new Uint8Array(0);

/**
 * Writes an age v1 file for one X25519 recipient, piece by piece. Until {@link end} was called, what was written is refused by
 * every reader.
 */
export class Sealer {
  readonly #sink: Sink;
  readonly #crypto: SealCrypto;
  readonly #key: Uint8Array;
  /** Filled up to `#held`; goes out when it is known whether another one follows. */
  readonly #chunk = new Uint8Array(CHUNK_BYTES);
  #held = 0;
  #index = 0;

  private constructor(sink: Sink, crypto: SealCrypto, key: Uint8Array) {
    this.#sink = sink;
    this.#crypto = crypto;
    this.#key = key;
  }

  /**
   * Writes the header.
   * @throws RangeError for a public key that no secret belongs to.
   */
  static async start(recipient: Uint8Array, sink: Sink, crypto: SealCrypto): Promise<Sealer> {
    const fileKey = crypto.random(FILE_KEY_BYTES);
    const unsigned = unsignedHeader([await wrapFileKey(fileKey, recipient, crypto)]);
    const macKey = await crypto.derive(fileKey, NOTHING, 'header');
    const nonce = crypto.random(PAYLOAD_NONCE_BYTES);
    await sink(joinBytes([unsigned, macLine(await crypto.hmacSha256(macKey, unsigned)), nonce]));
    return new Sealer(sink, crypto, await crypto.derive(fileKey, nonce, 'payload'));
  }

  async push(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.length) {
      if (this.#held === CHUNK_BYTES) await this.#write(false);
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#held);
      this.#chunk.set(part, this.#held);
      this.#held += part.length;
      at += part.length;
    }
  }

  async end(): Promise<void> {
    await this.#write(true);
  }

  async #write(last: boolean): Promise<void> {
    const plain = this.#chunk.subarray(0, this.#held);
    const sealed = this.#crypto.encrypt(this.#key, chunkNonce(this.#index, last), plain);
    this.#index += 1;
    this.#held = 0;
    await this.#sink(sealed);
  }
}
