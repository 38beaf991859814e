import type { NewHash } from '../export/types.ts';
import type { Sha256 } from '../log/bytes.ts';
import type { Problem } from '../result.ts';
import type { Checkpoint } from '../sign/checkpoint.ts';
import type { SignatureCrypto } from '../sign/types.ts';

/** Bytes that can be read in any place, such as a `Blob` or an open file. */
export interface RandomAccess {
  readonly size: number;
  /** The bytes from `from` to before `until`; fewer where it ends earlier. */
  slice(from: number, until: number): Promise<Uint8Array>;
}

/** One file of a bundle. */
export interface BundleFile {
  /** Below the top folder, with forward slashes. */
  readonly path: string;
  /** Bytes, as the container says. */
  readonly size: number;
  /**
   * The bytes from the start, in pieces; may be called again.
   * @throws {UnreadableFile} where the container holds something else than it says.
   */
  read(): AsyncIterable<Uint8Array>;
}

/** What is in a ZIP or a folder, before anything of it was checked. */
export interface BundleView {
  /** By path. Only names that a bundle may have (`isBundlePath`). */
  readonly files: ReadonlyMap<string, BundleFile>;
  /** Paths of other files, as they stand there: hostile text. What systems leave behind by themselves is not among them. */
  readonly strangers: readonly string[];
}

/** A file of a container that cannot be unpacked. */
export class UnreadableFile extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** `incomplete`: nothing wrong was found, but something that would be needed is not at hand. */
export type VerdictState = 'good' | 'incomplete' | 'bad';

/** A sentence of the catalogue: `verify.<code>` with its values, or a problem that is told as one. */
export interface VerdictSentence {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface VerdictLine extends VerdictSentence {
  readonly state: VerdictState;
  /** What the bundle was refused for, where a reader of one of its parts said so: told behind the line's sentence. */
  readonly problem?: Problem;
  /** Further sentences, in their order. */
  readonly notes: readonly VerdictSentence[];
}

/** The answer: four lines that each stand for themselves. Integrity is not identity, and neither is time. */
export interface BundleVerdict {
  readonly files: VerdictLine;
  readonly chain: VerdictLine;
  readonly anchors: VerdictLine;
  readonly identity: VerdictLine;
}

export interface VerifyPorts {
  readonly sha256: Sha256;
  readonly newHash: NewHash;
  readonly signatures: SignatureCrypto;
}

export interface VerifyOptions {
  /** Key numbers that the person got on another way, in the form of `keyNumber`. */
  readonly knownKeys?: readonly string[];
  /** A checkpoint that the person received earlier. */
  readonly held?: Checkpoint | null;
  /** Bytes that were read and that there are. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
