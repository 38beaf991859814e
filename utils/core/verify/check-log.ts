import type { Sha256 } from '../log/bytes.ts';
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

/** Whether private lines are left that no chain line asked for. */
interface Paired {
  left: boolean;
}

/** Puts each private line beside its chain line. One that belongs to no line is put beside the next one, to be faulted. */
async function* pair(
  lines: AsyncIterable<Uint8Array>,
  privates: AsyncIterator<Uint8Array> | null,
  told: Paired,
): AsyncGenerator<StoredLine> {
  const nextPrivate = async (): Promise<{ bytes: Uint8Array; seq: number } | null> => {
    const next = await privates?.next();
    return next === undefined || next.done === true ? null : { bytes: next.value, seq: claimedSeq(next.value) ?? -1 };
  };
  let seq: number | null = null;
  let waiting = await nextPrivate();
  for await (const line of lines) {
    seq ??= withheldHash(line) === null ? claimedSeq(line) : null;
    const mine = waiting !== null && seq !== null && waiting.seq <= seq ? waiting : null;
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
  { log, privates }: LogPieces,
  sha256: Sha256,
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
    );
    const verdict = await verifyRange(stored, sha256, { wanted, signal });
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
