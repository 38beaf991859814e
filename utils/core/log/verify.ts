import { type Digest, hex, type Sha256 } from './bytes.ts';
import { type ChainFault, type ChainFields, privateFits, readChainFields, withheldHash } from './chain-line.ts';
import { LINE_CAP, NO_HASH } from './line.ts';
import { PrivateGaps } from './private-gaps.ts';
import { exactTextsOf } from './texts.ts';
import type { LogHead } from './types.ts';

/** A stored chain line without its LF, and its private line where that was kept. */
export interface StoredLine {
  readonly line: Uint8Array;
  readonly privateLine: Uint8Array | null;
}

export type ChainVerdict =
  | {
      readonly ok: true;
      readonly count: number;
      readonly head: LogHead;
      /** Lines whose private part is missing, and no line says that it was erased. */
      readonly withheld: number;
      /** Lines of which a later line says that their private part was erased. */
      readonly erased: number;
    }
  /** `at`: number of the first line that is wrong, counted from 1. */
  | { readonly ok: false; readonly at: number; readonly what: ChainFault };

export type RangeVerdict =
  | {
      readonly ok: true;
      /** Lines, stubs among them. */
      readonly count: number;
      /** Number of the first line; null where every line is a stub, so that no number is known. */
      readonly first: number | null;
      /** `log` is empty where no line but stubs is at hand. */
      readonly head: LogHead;
      /** Lines of which a stub only is at hand. */
      readonly stubs: number;
      /** Lines whose private part was not handed over, or was erased after the last line at hand. */
      readonly privateWithheld: number;
      /** Lines of which a later line says that their private part was erased. */
      readonly privateErased: number;
      /** Hashes of the wanted lines, by their number; the line before the range by the `prev` of the first line. */
      readonly hashes: ReadonlyMap<number, string>;
    }
  | { readonly ok: false; readonly at: number; readonly what: ChainFault };

export interface RangeOptions {
  /** The lines must begin with number 1, and none may be a stub. */
  readonly whole?: boolean;
  /** Numbers of the lines whose hashes are asked for. */
  readonly wanted?: ReadonlySet<number>;
  readonly onProgress?: ((count: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Lines that are hashed side by side: hashes depend on stored bytes only, so no line waits for another. */
const BATCH = 256;

interface HashedLine {
  readonly stored: StoredLine;
  readonly stub: boolean;
  readonly hash: string;
  readonly privateHash: string | null;
  /** Texts of both; undefined where they are to be decoded, and faulted, one by one. */
  readonly text: string | undefined;
  readonly privateText: string | undefined;
}

async function* hashedBatches(
  lines: AsyncIterable<StoredLine>,
  digest: Digest,
  whole: boolean,
): AsyncGenerator<HashedLine[]> {
  let batch: StoredLine[] = [];
  for await (const stored of lines) {
    batch.push(stored);
    if (batch.length < BATCH) continue;
    yield await hashed(batch, digest, whole);
    batch = [];
  }
  if (batch.length > 0) yield await hashed(batch, digest, whole);
}

async function hashed(batch: readonly StoredLine[], digest: Digest, whole: boolean): Promise<HashedLine[]> {
  const stubs = batch.map(({ line }) => (whole ? null : withheldHash(line)));
  // A line beyond the cap is refused unread.
  const lines = batch.map(({ line }, place) => (stubs[place] || line.length > LINE_CAP ? NOTHING : digest(line)));
  const privates = batch.map(({ privateLine }) => (privateLine === null ? NOTHING : digest(privateLine)));
  const [hashes, privateHashes] = [await settled(lines), await settled(privates)];
  const texts = exactTextsOf(batch.map(({ line }) => line));
  const privateTexts = exactTextsOf(batch.map(({ privateLine }) => privateLine ?? NOTHING));
  return batch.map((stored, place) => ({
    stored,
    stub: stubs[place] != null,
    hash: stubs[place] ?? hex(hashes[place] ?? NOTHING),
    privateHash: stored.privateLine === null ? null : hex(privateHashes[place] ?? NOTHING),
    text: texts?.[place],
    privateText: privateTexts?.[place],
  }));
}

const NOTHING = new Uint8Array();

const settled = async (digests: readonly (Uint8Array | Promise<Uint8Array>)[]): Promise<readonly Uint8Array[]> =>
  digests.some((digest) => digest instanceof Promise) ? Promise.all(digests) : (digests as readonly Uint8Array[]);

/** Goes along the lines, and knows what the next one must say. */
class Chain {
  count = 0;
  stubs = 0;
  readonly gaps = new PrivateGaps();
  first: number | null = null;
  readonly hashes = new Map<number, string>();
  /** Stubs before the first line that says its number. */
  private readonly leading: string[] = [];
  private log: string | null = null;
  private hash: string | null = null;
  private readonly wanted: ReadonlySet<number>;
  private readonly whole: boolean;

  constructor(wanted: ReadonlySet<number>, whole: boolean) {
    this.wanted = wanted;
    this.whole = whole;
  }

  /** Number of the next line; counted from 1 as long as no line has said its own. */
  get next(): number {
    return (this.first ?? 1) + this.count;
  }

  get head(): LogHead {
    const size = this.first === null ? 0 : this.next - 1;
    return { log: this.log ?? '', size, hash: this.hash ?? NO_HASH };
  }

  add(line: HashedLine): ChainFault | null {
    const fault = line.stub ? this.addStub(line) : this.addLine(line);
    if (fault !== null) return fault;
    this.keep(this.next, line.hash);
    this.count += 1;
    this.hash = line.hash;
    return null;
  }

  private addStub({ stored, hash }: HashedLine): ChainFault | null {
    // What a stub hides cannot say that a private line belongs to it.
    if (stored.privateLine !== null) return 'private';
    this.stubs += 1;
    if (this.first === null) this.leading.push(hash);
    return null;
  }

  private addLine({ stored, privateHash, text, privateText }: HashedLine): ChainFault | null {
    const fields = readChainFields(stored.line, text);
    if (typeof fields === 'string') return fields;
    const fault = this.first === null ? this.begin(fields) : this.follow(fields);
    if (fault !== null) return fault;
    if (
      stored.privateLine !== null &&
      (privateHash !== fields.x || !privateFits(stored.privateLine, fields.seq, privateText))
    )
      return 'private';
    for (const { first, last } of fields.erased) this.gaps.erase(first, last);
    if (fields.x !== null && stored.privateLine === null) this.gaps.add(fields.seq);
    return null;
  }

  private begin({ log, seq, prev }: ChainFields): ChainFault | null {
    const first = seq - this.leading.length;
    if (first < 1 || (this.whole && first !== 1)) return 'seq';
    // Nothing is at hand that the `prev` of a later first line could be compared with.
    const before = this.hash ?? (first === 1 ? NO_HASH : prev);
    if (prev !== before) return 'prev';
    this.log = log;
    this.first = first;
    for (const [index, hash] of this.leading.entries()) this.keep(first + index, hash);
    if (this.leading.length === 0) this.keep(first - 1, prev);
    return null;
  }

  private follow({ log, seq, prev }: ChainFields): ChainFault | null {
    if (log !== this.log) return 'log-id';
    if (seq !== this.next) return 'seq';
    return prev === this.hash ? null : 'prev';
  }

  private keep(seq: number, hash: string): void {
    if (this.first !== null && this.wanted.has(seq)) this.hashes.set(seq, hash);
  }
}

/**
 * Checks a range of lines that follow one another, from whatever number it begins with. A stub stands for a line that was
 * not handed over: its hash counts, its own `prev` and `seq` cannot be checked. Private lines that are missing are counted,
 * not faulted; kinds and fields that this version does not know are accepted.
 * @throws the signal's reason when it is aborted.
 */
export async function verifyRange(
  lines: AsyncIterable<StoredLine>,
  digest: Digest,
  { whole = false, wanted = new Set(), onProgress, signal }: RangeOptions = {},
): Promise<RangeVerdict> {
  const chain = new Chain(wanted, whole);
  for await (const batch of hashedBatches(lines, digest, whole)) {
    signal?.throwIfAborted();
    for (const line of batch) {
      const fault = chain.add(line);
      if (fault !== null) return { ok: false, at: chain.next, what: fault };
    }
    onProgress?.(chain.count);
  }
  signal?.throwIfAborted();
  const { count, first, head, stubs, gaps, hashes } = chain;
  const { unexplained: privateWithheld, erased: privateErased } = gaps;
  return { ok: true, count, first, head, stubs, privateWithheld, privateErased, hashes };
}

/**
 * Checks a whole log from its first line, with no line withheld: {@link verifyRange} of a log that lies here.
 * @throws the signal's reason when it is aborted.
 */
export async function verifyChain(
  lines: AsyncIterable<StoredLine>,
  sha256: Sha256,
  onProgress?: (count: number) => void,
  signal?: AbortSignal,
): Promise<ChainVerdict> {
  const verdict = await verifyRange(lines, sha256, { whole: true, onProgress, signal });
  if (!verdict.ok) return verdict;
  const { count, head, privateWithheld, privateErased } = verdict;
  return { ok: true, count, head, withheld: privateWithheld, erased: privateErased };
}
