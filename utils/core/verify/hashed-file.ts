import type { HashStream, NewHash } from '../export/types.ts';
import { hex } from '../log/bytes.ts';
import { ok, type Result } from '../result.ts';
import { type BundleFile, UnreadableFile } from './types.ts';

/** Reads a file once for two purposes: somebody looks at its pieces, and its SHA-256 comes out of it. */
export class HashedFile {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private readonly hash: HashStream;
  private readonly onBytes: (count: number) => void;
  private unreadable: UnreadableFile | null = null;

  constructor(file: BundleFile, newHash: NewHash, onBytes: (count: number) => void) {
    this.iterator = file.read()[Symbol.asyncIterator]();
    this.hash = newHash();
    this.onBytes = onBytes;
  }

  /** Whoever stops looking early does not stop the hash: see {@link digest}. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = await this.next();
      if (next.done === true) return;
      const { value } = next;
      this.hash.update(value);
      this.onBytes(value.length);
      yield value;
    }
  }

  private async next(): Promise<IteratorResult<Uint8Array>> {
    try {
      return await this.iterator.next();
    } catch (error) {
      if (error instanceof UnreadableFile) this.unreadable = error;
      throw error;
    }
  }

  /** SHA-256 (hex) of the whole file, after reading what is left of it. A file that cannot be unpacked is a problem. */
  async digest(): Promise<Result<string>> {
    try {
      for await (const _ of this.pieces());
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
    }
    // It may have failed before, under whoever looked at its pieces.
    return this.unreadable === null ? ok(hex(this.hash.digest())) : { ok: false, problem: this.unreadable.problem };
  }
}
