import type { FileMark } from '../core/log/types.ts';
import { fail, type Result } from '../core/result.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Clock } from './ports.ts';

/** A file as the person chose it, and what the log will say of it. */
export interface Copy {
  readonly mark: FileMark;
  readonly file: Blob;
}

export interface CopyPorts {
  readonly clock: Pick<Clock, 'now'>;
  readonly files: {
    /** False where it is kept already; `changed` where the bytes are not those of the mark. */
    keep(mark: FileMark, file: Blob, at: Instant): Promise<boolean | 'changed'>;
    drop(hashes: readonly string[]): Promise<void>;
  };
}

/**
 * Keeps copies strictly before the entry that names them is logged: no entry is told of a copy that is not there. Where the
 * entry is refused, they go again. One that stays although no entry names it (no answer came) goes with a later erasure.
 * Code: `manual.file-changed`, and those of `log`.
 * @param log has the entry logged; gives the number of its line.
 * @throws when a file cannot be read or stored, or the log could not be written.
 */
export async function logWithCopies(
  { clock, files }: CopyPorts,
  copies: readonly Copy[],
  log: () => Promise<Result<number>>,
): Promise<Result<number>> {
  const fresh: string[] = [];
  const give = async (answer: Result<number>): Promise<Result<number>> => {
    if (!answer.ok) await files.drop(fresh);
    return answer;
  };
  for (const { mark, file } of copies) {
    const kept = await files.keep(mark, file, clock.now());
    if (kept === 'changed') return give(fail('manual.file-changed', 'files'));
    if (kept) fresh.push(mark.sha256);
  }
  return give(await log());
}
