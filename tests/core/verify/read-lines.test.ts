import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { readLines } from '../../../utils/core/verify/read-lines.ts';
import { textOf } from '../log/sample.ts';

async function linesOf(pieces: readonly string[]): Promise<{ lines: string[]; cutOff: boolean }> {
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield utf8(piece);
  }
  const told = { cutOff: false };
  const lines: string[] = [];
  for await (const line of readLines(stream(), told)) lines.push(textOf(line));
  return { lines, ...told };
}

describe('readLines', () => {
  it('puts lines together wherever the pieces break', async () => {
    const text = 'one\n\ntwo and more\nthree\n';
    for (let length = 1; length <= text.length; length += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'gu')) ?? [];
      expect(await linesOf(pieces)).toEqual({ lines: ['one', '', 'two and more', 'three'], cutOff: false });
    }
    expect(await linesOf([])).toEqual({ lines: [], cutOff: false });
    expect(await linesOf(['one\ntw', 'o'])).toEqual({ lines: ['one', 'two'], cutOff: true });
  });

  it('does not gather a line that never ends', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; asked < 1_000; asked += 1) yield new Uint8Array(1_000).fill(0x78);
    }
    const lines: number[] = [];
    for await (const line of readLines(endless(), { cutOff: false })) lines.push(line.length);
    expect(lines).toEqual([5_000]);
    expect(asked).toBeLessThan(10);
  });
});
