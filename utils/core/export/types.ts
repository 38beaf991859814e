/** SHA-256 over bytes that come piece by piece. `@noble/hashes` and Node's `createHash` have this shape. */
export interface HashStream {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

export type NewHash = () => HashStream;

/** Takes the next bytes of a file; the writer waits for it, so that a slow disk is not outrun. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** A stored line of the log as it comes from the store, in the order of `seq`, without LF. */
export interface BundleLine {
  readonly seq: number;
  readonly line: Uint8Array;
  readonly privateLine: Uint8Array | null;
}

/** Of work that reads many lines: how far it is, and a way to break it off. */
export interface Course {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}
