import { Deflate } from 'fflate';
import type { Instant } from '../time/instant.ts';
import { crc32 } from './crc32.ts';
import type { Sink } from './types.ts';
import { centralHeader, dataDescriptor, endOfCentralDirectory, localHeader, type ZipEntry } from './zip-records.ts';

/** Beyond this ZIP needs its 64-bit records, which old readers do not know. */
const MOST_BYTES = 0xffff_ffff;

/** Levels above gain 1 % on lines full of hashes and take twice the time. */
const LEVEL = 1;

/** A file on its way into the ZIP: what it was deflated to waits in `parts` until it is its turn. */
export interface Packing {
  /** Deflates; `last` ends the file. */
  push(bytes: Uint8Array, last?: boolean): void;
  /** Takes what is deflated so far. */
  take(): Uint8Array[];
  readonly crc: number;
  readonly size: number;
}

export function startPacking(): Packing {
  let parts: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  const deflate = new Deflate({ level: LEVEL }, (part) => {
    if (part.length > 0) parts.push(part);
  });
  return {
    push(bytes, last = false) {
      crc = crc32(bytes, crc);
      size += bytes.length;
      deflate.push(bytes, last);
    },
    take() {
      const taken = parts;
      parts = [];
      return taken;
    },
    get crc() {
      return crc;
    },
    get size() {
      return size;
    },
  };
}

/**
 * Writes a ZIP from front to back. The list of files, without which no program takes it for a ZIP, comes last: a write
 * that was broken off never looks whole.
 */
export class ZipWriter {
  readonly #sink: Sink;
  readonly #at: Instant;
  readonly #entries: ZipEntry[] = [];
  #written = 0;
  #open: { path: string; offset: number; packed: number } | null = null;

  /** @param at time of every file in it, in UTC. */
  constructor(sink: Sink, at: Instant) {
    this.#sink = sink;
    this.#at = at;
  }

  /** Begins a file; its deflated bytes follow by {@link writePacked}, and {@link endFile} closes it. */
  async startFile(path: string): Promise<void> {
    this.#open = { path, offset: this.#written, packed: 0 };
    await this.#write(localHeader(path, this.#at));
  }

  async writePacked(packing: Packing): Promise<void> {
    for (const part of packing.take()) {
      if (this.#open !== null) this.#open.packed += part.length;
      await this.#write(part);
    }
  }

  async endFile(packing: Packing): Promise<void> {
    await this.writePacked(packing);
    if (this.#open === null) return;
    const entry = { ...this.#open, crc: packing.crc, size: packing.size };
    if (entry.size > MOST_BYTES) throw new RangeError('a file of the ZIP is too big');
    this.#open = null;
    this.#entries.push(entry);
    await this.#write(dataDescriptor(entry));
  }

  async addFile(path: string, bytes: Uint8Array): Promise<void> {
    const packing = startPacking();
    packing.push(bytes, true);
    await this.startFile(path);
    await this.endFile(packing);
  }

  async end(): Promise<void> {
    const offset = this.#written;
    for (const entry of this.#entries) await this.#write(centralHeader(entry, this.#at));
    await this.#write(endOfCentralDirectory(this.#entries.length, this.#written - offset, offset));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#written += bytes.length;
    if (this.#written > MOST_BYTES) throw new RangeError('the ZIP is too big');
    await this.#sink(bytes);
  }
}
