import { hex, type Sha256 } from './bytes.ts';
import { hasDuplicateKey } from './keys.ts';
import { LINE_CAP, LOG_FORMAT, NO_HASH } from './line.ts';
import type { LogHead } from './types.ts';

/** A stored chain line without its LF, and its private line where that was kept. */
export interface StoredLine {
  readonly line: Uint8Array;
  readonly privateLine: Uint8Array | null;
}

/** What is wrong with a line; `docs/log-format.md` says each in a sentence. */
export type ChainFault =
  | 'too-long'
  | 'utf-8'
  | 'json'
  | 'duplicate-key'
  | 'version'
  | 'field'
  | 'log-id'
  | 'seq'
  | 'prev'
  | 'private';

export type ChainVerdict =
  /** `withheld`: lines whose private part was erased or not handed over. */
  | { readonly ok: true; readonly count: number; readonly head: LogHead; readonly withheld: number }
  /** `at`: number of the first line that is wrong, counted from 1. */
  | { readonly ok: false; readonly at: number; readonly what: ChainFault };

/** Lines that are hashed side by side: hashes depend on stored bytes only, so no line waits for another. */
const BATCH = 256;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

interface ChainFields {
  readonly log: string;
  readonly seq: number;
  readonly prev: string;
  readonly x: string | null;
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseObject(bytes: Uint8Array): Record<string, unknown> | ChainFault {
  if (bytes.length > LINE_CAP) return 'too-long';
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return 'utf-8';
  }
  if (text.includes('\n')) return 'json';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'json';
  }
  // What we wrote comes back unchanged, which proves that no key was swallowed; anything else is read slowly.
  if (JSON.stringify(value) !== text && hasDuplicateKey(text)) return 'duplicate-key';
  return isRecord(value) ? value : 'json';
}

function readChainFields(bytes: Uint8Array): ChainFields | ChainFault {
  const entry = parseObject(bytes);
  if (typeof entry === 'string') return entry;
  if (entry.v !== LOG_FORMAT) return 'version';
  const { log, seq, prev, x = null, s, k, t, tz } = entry;
  if (typeof log !== 'string' || !/^[0-9a-f]{32}$/u.test(log)) return 'log-id';
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return 'seq';
  if (!isHash(prev)) return 'prev';
  if (x !== null && !isHash(x)) return 'private';
  if ([s, k, t, tz].some((field) => typeof field !== 'string')) return 'field';
  return { log, seq, prev, x };
}

interface HashedLine {
  readonly stored: StoredLine;
  readonly hash: string;
  readonly privateHash: string | null;
}

/** Does the private line belong here? Its hash says that it is unchanged, its number that it is not another one's. */
function privateFits(privateLine: Uint8Array, seq: number): boolean {
  const content = parseObject(privateLine);
  return typeof content !== 'string' && content.v === LOG_FORMAT && content.seq === seq;
}

function faultOf({ stored, privateHash }: HashedLine, head: LogHead | null): ChainFault | ChainFields {
  const fields = readChainFields(stored.line);
  if (typeof fields === 'string') return fields;
  if (head !== null && fields.log !== head.log) return 'log-id';
  if (fields.seq !== (head?.size ?? 0) + 1) return 'seq';
  if (fields.prev !== (head?.hash ?? NO_HASH)) return 'prev';
  if (stored.privateLine !== null && (privateHash !== fields.x || !privateFits(stored.privateLine, fields.seq)))
    return 'private';
  return fields;
}

async function* hashedBatches(lines: AsyncIterable<StoredLine>, sha256: Sha256): AsyncGenerator<HashedLine[]> {
  const hash = async (stored: StoredLine): Promise<HashedLine> => ({
    stored,
    // A line beyond the cap is refused unread.
    hash: stored.line.length > LINE_CAP ? '' : hex(await sha256(stored.line)),
    privateHash: stored.privateLine === null ? null : hex(await sha256(stored.privateLine)),
  });
  let batch: Promise<HashedLine>[] = [];
  for await (const stored of lines) {
    batch.push(hash(stored));
    if (batch.length < BATCH) continue;
    yield await Promise.all(batch);
    batch = [];
  }
  if (batch.length > 0) yield await Promise.all(batch);
}

/**
 * Checks a whole log from its first line. Private lines that are missing are counted, not faulted; kinds and fields that
 * this version does not know are accepted.
 * @throws the signal's reason when it is aborted.
 */
export async function verifyChain(
  lines: AsyncIterable<StoredLine>,
  sha256: Sha256,
  onProgress?: (count: number) => void,
  signal?: AbortSignal,
): Promise<ChainVerdict> {
  let head: LogHead | null = null;
  let withheld = 0;
  for await (const batch of hashedBatches(lines, sha256)) {
    signal?.throwIfAborted();
    for (const line of batch) {
      const fields = faultOf(line, head);
      if (typeof fields === 'string') return { ok: false, at: (head?.size ?? 0) + 1, what: fields };
      if (fields.x !== null && line.stored.privateLine === null) withheld += 1;
      head = { log: fields.log, size: fields.seq, hash: line.hash };
    }
    onProgress?.(head?.size ?? 0);
  }
  signal?.throwIfAborted();
  return { ok: true, count: head?.size ?? 0, head: head ?? { log: '', size: 0, hash: NO_HASH }, withheld };
}
