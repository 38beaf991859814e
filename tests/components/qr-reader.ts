/**
 * Reads a QR code of version 8 back (ISO/IEC 18004), without correcting errors: enough to check ours, and written from
 * the standard, not from the encoder.
 */
const VERSION = 8;
const SIDE = 17 + 4 * VERSION;
const ALIGNMENT = [6, 24, 42];
/** Data codewords of each block, by the two bits of the level. */
const BLOCKS: Readonly<Record<number, readonly number[]>> = {
  1: [97, 97],
  0: [38, 38, 39, 39],
  3: [18, 18, 18, 18, 19, 19],
  2: [14, 14, 14, 14, 15, 15],
};
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

type Dark = (row: number, column: number) => boolean;

/** Finder patterns with format bits, timing, alignment, version: where no data lies. */
function isFunction(row: number, column: number): boolean {
  if (row === 6 || column === 6) return true;
  if ((row < 9 && column < 9) || (row < 9 && column >= SIDE - 8) || (row >= SIDE - 8 && column < 9)) return true;
  if ((row < 6 && column >= SIDE - 11) || (row >= SIDE - 11 && column < 6)) return true;
  const near = (one: number) => ALIGNMENT.find((centre) => Math.abs(centre - one) <= 2);
  const [r, c] = [near(row), near(column)];
  const inFinder = (r === 6 && c === 6) || (r === 6 && c === SIDE - 7) || (r === SIDE - 7 && c === 6);
  return r !== undefined && c !== undefined && !inFinder;
}

/** The bytes in a code of version 8 without its quiet zone. */
export function readQr(dark: Dark): Uint8Array {
  // The first five format bits, left of the timing column: level and mask, hidden by a constant.
  const format = [0, 1, 2, 3, 4].reduce((bits, column) => bits * 2 + Number(dark(8, column)), 0) ^ 0b10101;
  const mask = MASKS[format & 7];
  const blocks = BLOCKS[format >> 3];
  if (mask === undefined || blocks === undefined) throw new Error('no format');
  const words = codewords((row, column) => dark(row, column) !== mask(row, column));
  const data = deinterleave(words, blocks);
  return bytesIn(data);
}

function codewords(bit: Dark): number[] {
  const words: number[] = [];
  let word = 0;
  let count = 0;
  let upward = true;
  for (let right = SIDE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < SIDE; step += 1) {
      const row = upward ? SIDE - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFunction(row, column)) continue;
        word = word * 2 + Number(bit(row, column));
        count += 1;
        if (count % 8 !== 0) continue;
        words.push(word);
        word = 0;
      }
    }
    upward = !upward;
  }
  return words;
}

function deinterleave(words: readonly number[], lengths: readonly number[]): number[] {
  const blocks: number[][] = lengths.map(() => []);
  let at = 0;
  for (let place = 0; place < Math.max(...lengths); place += 1) {
    for (const [index, length] of lengths.entries()) {
      if (place >= length) continue;
      blocks[index]?.push(words[at] ?? 0);
      at += 1;
    }
  }
  return blocks.flat();
}

/** One segment in byte mode. */
function bytesIn(data: readonly number[]): Uint8Array {
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('');
  if (bits.slice(0, 4) !== '0100') throw new Error(`not in byte mode: ${bits.slice(0, 4)}`);
  const length = Number.parseInt(bits.slice(4, 12), 2);
  return Uint8Array.from({ length }, (_, index) => Number.parseInt(bits.slice(12 + 8 * index, 20 + 8 * index), 2));
}
