import { LINE_CAP } from '../log/line.ts';

const LF = 0x0a;

export interface LinesRead {
  /** The last line had no LF behind it: something is missing after it, or was written by another program. */
  cutOff: boolean;
}

/**
 * Lines without their LF, out of bytes that come in pieces. Holds one line at most: one that is longer than a log's lines
 * may be comes out unfinished, and is the last one.
 */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, told: LinesRead): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    let at = 0;
    for (let end = piece.indexOf(LF); end !== -1; end = piece.indexOf(LF, at)) {
      yield begun.length === 0 ? piece.subarray(at, end) : joined(begun, piece.subarray(at, end));
      begun = new Uint8Array(0);
      at = end + 1;
    }
    begun = joined(begun, piece.subarray(at));
    if (begun.length > LINE_CAP) {
      yield begun;
      return;
    }
  }
  if (begun.length === 0) return;
  told.cutOff = true;
  yield begun;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
