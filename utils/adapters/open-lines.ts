import { isSealed, placeOf } from '../core/vault/sealed-value.ts';
import type { Open } from './opener.ts';

interface Stored {
  readonly seq: number;
  readonly line: Uint8Array;
}

/** A line and what lies beside it, as they were before they were sealed. */
interface OpenLine extends Stored {
  readonly privateLine: Uint8Array | null;
}

/**
 * Puts each private line beside its line and opens what is sealed. Where nothing is, no promise is made for each line: with a
 * hundred thousand of them these would take longer than reading.
 * @throws what `open` throws.
 */
export async function openLines(
  stored: readonly Stored[],
  secretOf: (seq: number) => Uint8Array | undefined,
  open: Open,
): Promise<readonly OpenLine[]> {
  const lines = stored.map(({ seq, line }) => ({ seq, line, privateLine: secretOf(seq) ?? null }));
  const sealed = lines.some(
    ({ line, privateLine }) => isSealed(line) || (privateLine !== null && isSealed(privateLine)),
  );
  if (!sealed) return lines;
  return Promise.all(
    lines.map(async ({ seq, line, privateLine }) => {
      const [plain, plainPrivate] = await Promise.all([
        open(placeOf('lines', seq), line),
        privateLine === null ? null : open(placeOf('private', seq), privateLine),
      ]);
      return { seq, line: plain, privateLine: plainPrivate };
    }),
  );
}
