import { type Digest, utf8 } from '../log/bytes.ts';
import { withheldHash } from '../log/chain-line.ts';
import type { RangeVerdict, StoredLine } from '../log/verify.ts';
import { verifyRange } from '../log/verify.ts';
import { type LinesRead, readLines } from './read-lines.ts';
import { UnreadableFile, type VerdictLine, type VerdictSentence } from './types.ts';
import { bad, badBecause, good, incomplete } from './verdict.ts';

export interface LogCheck {
  readonly line: VerdictLine;
  /** Null where the chain is broken or there is none, so that nothing can be compared with it. */
  readonly range: Extract<RangeVerdict, { ok: true }> | null;
}

export interface LogPieces {
  /** Bytes of `data/log.ndjson`. */
  readonly log: AsyncIterable<Uint8Array>;
  /** Bytes of `data/private.ndjson`; null where nothing private was handed over. */
  readonly privates: AsyncIterable<Uint8Array> | null;
  /** Told of each private line that stands beside its chain line. */
  readonly onPrivate?: ((privateLine: Uint8Array) => void) | undefined;
}

const decoder = new TextDecoder();

/** The number that a line claims; null where it cannot be read, which whoever checks the line will say. */
function claimedSeq(line: Uint8Array): number | null {
  try {
    const value: unknown = JSON.parse(decoder.decode(line));
    const seq = typeof value === 'object' && value !== null && 'seq' in value ? value.seq : null;
    return typeof seq === 'number' ? seq : null;
  } catch {
    return null;
  }
}

/** How each private line that we write begins. */
const BEGINNING = utf8('{"v":1,"seq":');
const [ZERO, NINE, COMMA] = [0x30, 0x39, 0x2c];
const MOST_DIGITS = 15;

/**
 * The same of a private line as we write it, without reading it: that is done once more when it is checked. Where it says two
 * numbers, the first counts, and the check faults it.
 */
function plainSeq(line: Uint8Array): number | null {
  if (BEGINNING.some((byte, place) => line[place] !== byte)) return null;
  let seq = 0;
  let at = BEGINNING.length;
  for (let byte = line[at] ?? 0; byte >= ZERO && byte <= NINE; byte = line[at] ?? 0) {
    seq = seq * 10 + byte - ZERO;
    at += 1;
  }
  const digits = at - BEGINNING.length;
  return digits > 0 && digits <= MOST_DIGITS && line[at] === COMMA ? seq : null;
}

/** Whether private lines are left that no chain line asked for. */
interface Paired {
  left: boolean;
}

/** Puts each private line beside its chain line. One that belongs to no line is put beside the next one, to be faulted. */
async function* pair(
  lines: AsyncIterable<Uint8Array>,
  privates: AsyncIterator<Uint8Array> | null,
  told: Paired,
  onPrivate: LogPieces['onPrivate'],
): AsyncGenerator<StoredLine> {
  const nextPrivate = async (): Promise<{ bytes: Uint8Array; seq: number } | null> => {
    const next = await privates?.next();
    if (next === undefined || next.done === true) return null;
    return { bytes: next.value, seq: plainSeq(next.value) ?? claimedSeq(next.value) ?? -1 };
  };
  let seq: number | null = null;
  let waiting = await nextPrivate();
  for await (const line of lines) {
    seq ??= withheldHash(line) === null ? claimedSeq(line) : null;
    const mine = waiting !== null && seq !== null && waiting.seq <= seq ? waiting : null;
    if (mine !== null) onPrivate?.(mine.bytes);
    yield { line, privateLine: mine?.bytes ?? null };
    if (mine !== null) waiting = await nextPrivate();
    if (seq !== null) seq += 1;
  }
  told.left = waiting !== null;
}

const broken = (at: number, fault: string): LogCheck => ({
  line: bad('chain.broken', { line: at, fault }),
  range: null,
});

/** Checks the chain and the private lines of a bundle, in one pass over both. */
export async function checkLog(
  { log, privates, onPrivate }: LogPieces,
  digest: Digest,
  wanted: ReadonlySet<number>,
  signal: AbortSignal | undefined,
): Promise<LogCheck> {
  const lines: LinesRead = { cutOff: false };
  const privateLines: LinesRead = { cutOff: false };
  const paired: Paired = { left: false };
  try {
    const stored = pair(
      readLines(log, lines),
      privates === null ? null : readLines(privates, privateLines)[Symbol.asyncIterator](),
      paired,
      onPrivate,
    );
    const verdict = await verifyRange(stored, digest, { wanted, signal });
    if (!verdict.ok) return broken(verdict.at, lines.cutOff && verdict.what === 'json' ? 'cut-off' : verdict.what);
    const { head, first, count } = verdict;
    if (lines.cutOff) return broken((first ?? 1) + count - 1, 'cut-off');
    if (paired.left || privateLines.cutOff) return broken(head.size, 'private');
    return { line: lineOf(verdict), range: verdict };
  } catch (error) {
    if (error instanceof UnreadableFile) return { line: badBecause('chain.unreadable', error.problem), range: null };
    throw error;
  }
}

function lineOf({
  count,
  first,
  stubs,
  privateWithheld,
  privateErased,
}: Extract<RangeVerdict, { ok: true }>): VerdictLine {
  if (count === 0) return incomplete('chain.empty');
  if (first === null) return incomplete('chain.only-stubs', { count });
  const notes: VerdictSentence[] = [];
  if (first > 1) notes.push({ code: 'chain.from', values: { line: first } });
  if (stubs > 0) notes.push({ code: 'chain.stubs', values: { count: stubs } });
  if (privateErased > 0) notes.push({ code: 'chain.erased', values: { count: privateErased } });
  if (privateWithheld > 0) notes.push({ code: 'chain.private', values: { count: privateWithheld } });
  return good('chain.unbroken', { count }, notes);
}
