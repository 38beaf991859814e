import { describe, expect, it } from 'vitest';
import { qrPath } from '../../components/checkpoints/qr-path.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { formatCheckpoint } from '../../utils/core/sign/checkpoint.ts';
import { readQr } from './qr-reader.ts';

const QUIET = 4;

/** The dark modules that the path paints, as a browser would. */
function painted(path: string): Set<string> {
  const dark = new Set<string>();
  for (const [, x, y, width, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/gu)) {
    expect(back).toBe(width);
    for (let step = 0; step < Number(width); step += 1) dark.add(`${Number(x) + step} ${y}`);
  }
  return dark;
}

const textOf = (size: number): string =>
  formatCheckpoint({ log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size, hash: 'f864'.repeat(16) }, 1_772_578_800_000);

describe('the code to photograph', () => {
  it.each([1, 8, 99, 123_456, 9_999_999])('of %d lines reads back byte for byte', (size) => {
    const text = textOf(size);
    const code = qrPath(text);
    const dark = painted(code.path);
    expect(code.size).toBe(49 + 2 * QUIET);
    expect(readQr((row, column) => dark.has(`${column + QUIET} ${row + QUIET}`))).toEqual(utf8(text));
  });

  it('has four white modules around it', () => {
    const { size, path } = qrPath(textOf(8));
    const all = [...painted(path)].map((one) => one.split(' ').map(Number));
    for (const axis of [0, 1]) {
      const places = all.map((one) => one[axis] ?? -1);
      expect([Math.min(...places), Math.max(...places)]).toEqual([QUIET, size - QUIET - 1]);
    }
  });

  it('grows by one version for the longest log that can be', () => {
    expect(qrPath(textOf(Number.MAX_SAFE_INTEGER)).size).toBe(53 + 2 * QUIET);
  });
});
