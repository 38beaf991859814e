import type { Erasure } from '../core/log/types.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Append, LogStore } from './ports.ts';

export interface ErasePorts {
  readonly log: Pick<LogStore, 'append' | 'head'>;
  readonly changed: () => void;
}

/**
 * Deletes private lines, held items and kept copies of files, and chains that it was done: all of it, or nothing. Gives the number of the first
 * new line. Codes: `erase.nothing`, `erase.no-entry` (a range that is not in the log).
 * @throws when the log could not be written.
 */
export async function erasePrivate(
  { log, changed }: ErasePorts,
  { lines, held, files }: Erasure,
): Promise<Result<number>> {
  const { size } = await log.head();
  if (lines.length === 0) return fail('erase.nothing', 'lines');
  if (lines.some((one) => one.lines.some(({ first, last }) => first < 1 || first > last || last > size)))
    return fail('erase.no-entry', 'lines');
  const [appended] = await log.append(
    lines.map(
      (one, index): Append => ({
        draft: { kind: 'erase', what: 'private', ...one },
        ...(index === 0 && { unhold: held, drop: files }),
      }),
    ),
  );
  changed();
  return ok(appended?.seq ?? 0);
}
