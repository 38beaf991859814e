import type { LogReader } from '../../utils/adapters/log-reader.ts';
import { LogIndex } from '../../utils/core/insight/log-index.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import { nextTask } from './next-task.ts';

/** Lines read in one go: what the browser itself does with them when they come is one task, too. */
const PIECE = 200;
/** Lines between two looks at what else waits: a few milliseconds, so that a key stroke never waits for more. */
const SLICE = 100;
/** Pieces between two reports of how far it is. */
const REPORT_EVERY = 25;

/** What is known of the log by now. A new object with each report; the index in it stays the same and grows. */
export interface KnownLog {
  /** Null for an empty log. */
  readonly head: LogHead | null;
  readonly index: LogIndex;
  /** Lines read so far. */
  readonly read: number;
  /** Every line has been read. */
  readonly whole: boolean;
}

export interface IndexFeed {
  /** Something may have been appended. */
  look(): void;
  stop(): void;
}

/**
 * Reads the whole log into an index, the newest lines first, and then whatever is appended. Between two pieces the page
 * has time to draw and to answer.
 * @param onFailed called when the log could not be read; `look` tries again from where it was.
 */
export function feedIndex(
  open: () => Promise<Pick<LogReader, 'head' | 'between'>>,
  onKnown: (known: KnownLog) => void,
  onFailed: () => void,
): IndexFeed {
  const index = new LogIndex();
  let high = -1; // Lines from `low` to `high` are in the index.
  let low = 0;
  let stopped = false;
  let running = false;
  let again = false;

  const read = async (): Promise<void> => {
    const log = await open();
    let head = await log.head();
    let size = head?.size ?? 0;
    if (high < 0) {
      high = size;
      low = size + 1;
    }
    const report = (): void => {
      const known = Math.max(0, high - low + 1);
      if (!stopped) onKnown({ head, index, read: known, whole: known >= size });
    };
    report();
    for (let piece = 1; !stopped; piece += 1) {
      if (again) {
        again = false;
        head = await log.head();
        size = head?.size ?? 0;
      }
      const newer = size > high;
      if (!newer && low <= 1) break;
      const from = newer ? high + 1 : Math.max(1, low - PIECE);
      const until = newer ? Math.min(size, high + PIECE) : low - 1;
      const rows = await log.between(from, until);
      for (const [place, { seq, line, privateLine }] of rows.entries()) {
        if (place % SLICE === 0) await nextTask();
        index.add(seq, readEntry(line, privateLine));
      }
      if (newer) high = until;
      else low = from;
      if (piece === 1 || piece % REPORT_EVERY === 0) report();
    }
    report();
  };

  const look = (): void => {
    again = true;
    if (running || stopped) return;
    running = true;
    again = false;
    read()
      .catch(onFailed)
      .finally(() => {
        running = false;
        if (again) look();
      });
  };
  return {
    look,
    stop: () => {
      stopped = true;
    },
  };
}
