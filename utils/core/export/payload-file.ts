import { hex, utf8 } from '../log/bytes.ts';
import type { BaggedFile } from './bag.ts';
import type { HashStream, NewHash } from './types.ts';
import { type Packing, startPacking } from './zip.ts';

/** Lines are gathered to pieces of this size: hashing and deflating short ones costs twice. */
const PIECE = 65_536;
/** In UTF-16; as UTF-8 it is three times as long at most, and still fits. */
const MOST_TEXT = 16_384;

/** A file of the bag that grows line by line. */
export class PayloadFile {
  readonly path: string;
  readonly packing: Packing = startPacking();
  readonly #hash: HashStream;
  readonly #piece = new Uint8Array(PIECE);
  #filled = 0;
  #text = '';

  constructor(path: string, newHash: NewHash) {
    this.path = path;
    this.#hash = newHash();
  }

  add(bytes: Uint8Array): void {
    this.#encode();
    this.#put(bytes);
  }

  /** Gathered, too: in a browser each call of the encoder costs more than a line. */
  addText(text: string): void {
    this.#text += text;
    if (this.#text.length > MOST_TEXT) this.#encode();
  }

  #encode(): void {
    if (this.#text === '') return;
    const bytes = utf8(this.#text);
    this.#text = '';
    this.#put(bytes);
  }

  #put(bytes: Uint8Array): void {
    if (this.#filled + bytes.length > PIECE) this.#flush(false);
    if (bytes.length > PIECE) {
      this.#hash.update(bytes);
      this.packing.push(bytes);
      return;
    }
    this.#piece.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  end(): BaggedFile {
    this.#encode();
    this.#flush(true);
    return { path: this.path, hash: hex(this.#hash.digest()), size: this.packing.size };
  }

  #flush(last: boolean): void {
    const piece = this.#piece.subarray(0, this.#filled);
    this.#hash.update(piece);
    this.packing.push(piece, last);
    this.#filled = 0;
  }
}
