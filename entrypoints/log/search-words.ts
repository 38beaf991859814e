import type { LogReader } from '../../utils/adapters/log-reader.ts';
import type { WordBits } from '../../utils/core/insight/filter.ts';
import { wordsIn } from '../../utils/core/insight/fold.ts';
import type { LogIndex } from '../../utils/core/insight/log-index.ts';
import { readEntry } from '../../utils/core/log/read.ts';

/** Lines read in one go. */
const PIECE = 500;
const REPORT_EVERY = 10;

/**
 * Looks for words in titles, texts and what the person wrote, of the entries `candidates` (newest first), piece by piece.
 * They are kept nowhere else in memory: a log may hold fifty megabytes of them.
 * @throws what `signal` was aborted with; nothing is reported from then on.
 */
export async function searchWords(
  open: () => Promise<Pick<LogReader, 'between'>>,
  index: LogIndex,
  candidates: Uint32Array,
  words: readonly string[],
  report: (bits: WordBits, done: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  const log = await open();
  const bits: WordBits = new Uint8Array(index.last + 1);
  let next = 0;
  for (let piece = 1; next < candidates.length; piece += 1) {
    if (signal.aborted) return;
    const until = candidates[next] ?? 0;
    const from = Math.max(1, until - PIECE + 1);
    const wanted = new Set<number>();
    for (; next < candidates.length && (candidates[next] ?? 0) >= from; next += 1) wanted.add(candidates[next] ?? 0);
    for (const { seq, line, privateLine } of await log.between(Math.min(...wanted), until)) {
      const content = wanted.has(seq) ? readEntry(line, privateLine)?.content : null;
      if (!content) continue;
      const { title = '', text = '', words: own = '', where = '' } = content;
      bits[seq] = wordsIn([title, text, own, where].join('\n'), words);
    }
    if (piece % REPORT_EVERY === 0) report(bits, false);
  }
  report(bits, true);
}
