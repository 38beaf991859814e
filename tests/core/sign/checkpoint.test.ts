import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogHead } from '../../../utils/core/log/types.ts';
import {
  type Checkpoint,
  compareCheckpoint,
  compareSuccession,
  formatCheckpoint,
  parseCheckpoint,
  readPastedCheckpoint,
} from '../../../utils/core/sign/checkpoint.ts';

const HEAD: LogHead = { log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size: 8, hash: 'ab'.repeat(32) };
const AT = Date.UTC(2026, 10, 24, 22, 14, 3, 987);
const TEXT = `clocked-off-checkpoint/1
0f1e2d3c4b5a69788796a5b4c3d2e1f0
8
${'ab'.repeat(32)}
2026-11-24T22:14:03Z
`;

const problemOf = (text: string): unknown => {
  const read = parseCheckpoint(text);
  return read.ok ? null : read.problem;
};

describe('a checkpoint', () => {
  it('is five lines, with whole seconds of UTC', () => {
    expect(formatCheckpoint(HEAD, AT)).toBe(TEXT);
    expect(parseCheckpoint(TEXT)).toEqual({ ok: true, value: { head: HEAD, at: AT - 987 } });
  });

  const digits = (length: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
  const heads = fc.record({
    log: digits(32),
    size: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    hash: digits(64).filter((hash) => /[^0]/u.test(hash)),
  });
  const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(heads, instants, (head, at) => {
        const read = parseCheckpoint(formatCheckpoint(head, at));
        expect(read).toEqual({ ok: true, value: { head, at: Math.floor(at / 1_000) * 1_000 } });
      }),
    );
  });

  it('has one way to be written: whatever is read is written back the same', () => {
    fc.assert(
      fc.property(fc.nat({ max: TEXT.length }), fc.nat({ max: 3 }), fc.string({ maxLength: 2 }), (at, cut, put) => {
        const text = TEXT.slice(0, at) + put + TEXT.slice(at + cut);
        const read = parseCheckpoint(text);
        if (read.ok) expect(formatCheckpoint(read.value.head, read.value.at)).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it('of an empty log has size 0 and no hash, and only that', () => {
    const empty = { ...HEAD, size: 0, hash: '0'.repeat(64) };
    expect(parseCheckpoint(formatCheckpoint(empty, AT))).toMatchObject({ ok: true, value: { head: empty } });
    expect(problemOf(formatCheckpoint({ ...HEAD, size: 0 }, AT))).toMatchObject({ code: 'checkpoint.line' });
    expect(problemOf(formatCheckpoint({ ...empty, size: 1 }, AT))).toMatchObject({ code: 'checkpoint.line' });
  });

  it.each([
    ['', 'checkpoint.not-ours'],
    ['hello\n', 'checkpoint.not-ours'],
    [TEXT.replace('clocked-off', 'clocked-on'), 'checkpoint.not-ours'],
    [`\ufeff${TEXT}`, 'checkpoint.not-ours'],
    [`${TEXT}${'x'.repeat(1_000)}`, 'checkpoint.not-ours'],
    [TEXT.replace('/1\n', '/2\n'), 'checkpoint.newer'],
    [TEXT.replaceAll('\n', '\r\n'), 'checkpoint.line-ends'],
    [TEXT.trimEnd(), 'checkpoint.incomplete'],
    [`${TEXT}\n`, 'checkpoint.incomplete'],
    [TEXT.split('\n').slice(0, 4).join('\n'), 'checkpoint.incomplete'],
  ])('%j is refused: %s', (text, code) => {
    expect(problemOf(text)).toMatchObject({ code });
  });

  it.each([
    [1, '/1\n', '/1 \n'],
    [2, '0f1e', '0F1E'],
    [2, '0f1e', '0f1'],
    [3, '\n8\n', '\n08\n'],
    [3, '\n8\n', '\n-8\n'],
    [3, '\n8\n', '\n9007199254740993\n'],
    [4, 'abab', 'abag'],
    [5, '24T', '31T'],
    [5, ':03Z', ':03.000Z'],
    [5, ':03Z', ':03+00:00'],
    [5, ':14:03Z', ':14Z'],
  ])('names line %i where %j became %j', (line, from, to) => {
    expect(problemOf(TEXT.replace(from, to))).toEqual({
      code: 'checkpoint.line',
      field: `line ${line}`,
      values: { line },
    });
  });

  it('is read from a letter or a mail too', () => {
    const good = parseCheckpoint(TEXT);
    for (const pasted of [TEXT.trimEnd(), TEXT.replaceAll('\n', '\r\n'), `\n  ${TEXT.replaceAll('\n', '  \n\n   ')}`])
      expect(readPastedCheckpoint(pasted)).toEqual(good);
    expect(readPastedCheckpoint(TEXT.replace('8', '8 8')).ok).toBe(false);
    expect(readPastedCheckpoint(`${' \n'.repeat(100_000)}${TEXT}`).ok).toBe(false);
  });
});

describe('a checkpoint beside a log', () => {
  /** Hashes of the lines of the committed log, as its own lines name them. */
  const lines = readFileSync(new URL('../../vectors/log-1.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const hashes = lines.slice(1).map((line): string => JSON.parse(line).prev);
  const log: string = JSON.parse(lines[0] ?? '').log;
  const hashOf = (seq: number): string | null => hashes[seq - 1] ?? null;
  const at = (size: number, hash = hashOf(size) ?? ''): Checkpoint => ({ head: { log, size, hash }, at: AT });

  it('fits where its line is the same', () => {
    for (let size = 1; size <= hashes.length; size += 1)
      expect(compareCheckpoint(at(size), { log, size: lines.length }, hashOf)).toBe('fits');
    expect(compareCheckpoint(at(0, '0'.repeat(64)), { log, size: 0 }, () => null)).toBe('fits');
  });

  it('tells a changed line, missing lines, another log and a line that is not at hand', () => {
    const whole = { log, size: lines.length };
    expect(compareCheckpoint(at(3, 'ab'.repeat(32)), whole, hashOf)).toBe('differs');
    expect(compareCheckpoint(at(4), { log, size: 3 }, hashOf)).toBe('longer');
    expect(compareCheckpoint(at(3), { log: 'f'.repeat(32), size: 8 }, hashOf)).toBe('other-log');
    expect(compareCheckpoint(at(3), whole, (seq) => (seq < 5 ? null : hashOf(seq)))).toBe('unknown');
  });
});

describe('two checkpoints of one person', () => {
  const one = (size: number, hash = 'ab', log = HEAD.log): Checkpoint => ({
    head: { log, size, hash: hash.repeat(32) },
    at: AT,
  });

  it.each([
    [one(8), 'same'],
    [one(9, 'cd'), 'follows'],
    [one(7, 'cd'), 'shrunk'],
    [one(8, 'cd'), 'rewritten'],
    [one(9, 'cd', 'f'.repeat(32)), 'other-log'],
  ])('the later one %o: %s', (later, told) => {
    expect(compareSuccession(one(8), later)).toBe(told);
  });
});
