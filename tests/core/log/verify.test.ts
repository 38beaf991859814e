import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from '../../../utils/core/log/bytes.ts';
import { hasDuplicateKey } from '../../../utils/core/log/keys.ts';
import { NO_HASH } from '../../../utils/core/log/line.ts';
import { type StoredLine, verifyChain } from '../../../utils/core/log/verify.ts';
import { build, contact, sampleDrafts, sha256, stream, textOf } from './sample.ts';

const sample = async (): Promise<StoredLine[]> => (await build(sampleDrafts())).entries;
const verdictOn = (lines: readonly StoredLine[]) => verifyChain(stream(lines), sha256);

/** The sample with the text of line `seq` rewritten, its followers untouched. */
async function rewritten(seq: number, rewrite: (text: string) => string): Promise<StoredLine[]> {
  const lines = await sample();
  return lines.map((stored, index) =>
    index === seq - 1 ? { ...stored, line: utf8(rewrite(textOf(stored.line))) } : stored,
  );
}

/** The same, with every later `prev` made good: what somebody who holds the whole log can forge. */
async function rechained(seq: number, rewrite: (text: string) => string): Promise<StoredLine[]> {
  const lines = await rewritten(seq, rewrite);
  let prev = NO_HASH;
  const chained: StoredLine[] = [];
  for (const stored of lines) {
    const line = utf8(textOf(stored.line).replace(/"prev":"[0-9a-f]{64}"/u, `"prev":"${prev}"`));
    prev = hex(await sha256(line));
    chained.push({ ...stored, line });
  }
  return chained;
}

/** Properties take their time on a busy machine. */
const PATIENCE_MS = 60_000;

describe('verifyChain', { timeout: PATIENCE_MS }, () => {
  it('accepts what we write and names its head', async () => {
    const { entries, head } = await build(sampleDrafts());
    expect(await verdictOn(entries)).toEqual({ ok: true, count: 8, head, withheld: 0, erased: 0 });
  });

  it('accepts an empty log', async () => {
    expect(await verdictOn([])).toEqual({
      ...{ ok: true, count: 0, head: { log: '', size: 0, hash: NO_HASH } },
      ...{ withheld: 0, erased: 0 },
    });
  });

  it('accepts withheld private lines and counts them', async () => {
    const lines = (await sample()).map(({ line }) => ({ line, privateLine: null }));
    expect(await verdictOn(lines)).toMatchObject({ ok: true, count: 8, withheld: 2 });
  });

  it('accepts kinds and fields of later versions', async () => {
    const lines = await rechained(5, (text) => text.replace('"k":"note"', '"k":"zebra","colour":{"a":[1,{"a":2}]}'));
    expect(await verdictOn(lines)).toMatchObject({ ok: true, count: 8 });
  });

  it('finds one changed bit in any line, at that line or at the next one', async () => {
    const lines = await sample();
    const last = lines.length - 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(last), fc.nat(), fc.nat(7), async (which, where, bit) => {
        const line = Uint8Array.from(lines[which]?.line ?? []);
        const at = where % line.length;
        line[at] = (line[at] ?? 0) ^ (1 << bit);
        const verdict = await verdictOn(lines.map((stored, index) => (index === which ? { ...stored, line } : stored)));
        if (verdict.ok) {
          // The last line's own bytes are bound by the head hash alone.
          expect(which).toBe(last);
          expect(verdict.head.hash).not.toBe(hex(await sha256(lines[last]?.line ?? new Uint8Array())));
        } else expect([which + 1, which + 2]).toContain(verdict.at);
      }),
      { numRuns: 200 },
    );
  });

  it('finds a removed, a swapped, a doubled, an inserted and a foreign line', async () => {
    const lines = await sample();
    const [first, second, third, ...rest] = lines as [StoredLine, StoredLine, StoredLine, ...StoredLine[]];
    expect(await verdictOn([first, third, ...rest])).toEqual({ ok: false, at: 2, what: 'seq' });
    expect(await verdictOn([second, third, ...rest])).toEqual({ ok: false, at: 1, what: 'seq' });
    expect(await verdictOn([first, third, second, ...rest])).toEqual({ ok: false, at: 2, what: 'seq' });
    expect(await verdictOn([first, first, second])).toEqual({ ok: false, at: 2, what: 'seq' });
    const forged = await build([contact()], { log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size: 1, hash: '9'.repeat(64) });
    expect(await verdictOn([first, ...forged.entries])).toEqual({ ok: false, at: 2, what: 'prev' });
    const other = await build([contact()], { log: 'f'.repeat(32), size: 1, hash: hex(await sha256(first.line)) });
    expect(await verdictOn([first, ...other.entries])).toEqual({ ok: false, at: 2, what: 'log-id' });
  });

  it('finds a private line that was changed, moved or added', async () => {
    const lines = await sample();
    const secret = lines[2]?.privateLine ?? null;
    const withPrivate = (seq: number, privateLine: Uint8Array | null): StoredLine[] =>
      lines.map((stored, index) => (index === seq - 1 ? { ...stored, privateLine } : stored));
    const changed = utf8(textOf(secret).replace('factura', 'nómina'));
    expect(await verdictOn(withPrivate(3, changed))).toEqual({ ok: false, at: 3, what: 'private' });
    expect(await verdictOn(withPrivate(6, secret))).toEqual({ ok: false, at: 6, what: 'private' });
    expect(await verdictOn(withPrivate(4, secret))).toEqual({ ok: false, at: 4, what: 'private' });
  });

  it('finds a private line that names another entry, though its hash fits', async () => {
    const stray = utf8('{"v":1,"seq":9,"s":"00","title":"x"}');
    const digest = hex(await sha256(stray));
    const lines = await rechained(3, (text) => text.replace(/"x":"[0-9a-f]{64}"/u, `"x":"${digest}"`));
    const moved = lines.map((stored, index) => (index === 2 ? { ...stored, privateLine: stray } : stored));
    expect(await verdictOn(moved)).toEqual({ ok: false, at: 3, what: 'private' });
  });

  it.each([
    ['too-long', (text: string) => text.replace('"by"', `"pad":"${'x'.repeat(4_096)}","by"`)],
    ['json', (text: string) => text.slice(0, -1)],
    ['json', () => '[1]'],
    ['json', () => ''],
    ['json', (text: string) => text.replace(',"by"', ',\n"by"')],
    ['json', (text: string) => `\ufeff${text}`],
    ['line-ends', (text: string) => `${text}\r`],
    ['version', (text: string) => text.replace('"v":1', '"v":2')],
    ['version', () => `{"withheld":"${'0'.repeat(64)}"}`],
    ['log-id', (text: string) => text.replace(/"log":"0f/u, '"log":"0F')],
    ['seq', (text: string) => text.replace('"seq":1', '"seq":"1"')],
    ['seq', (text: string) => text.replace('"seq":1', '"seq":9007199254740993')],
    ['prev', (text: string) => text.replace(/"prev":"0/u, '"prev":"')],
    ['field', (text: string) => text.replace(/"s":"[0-9a-f]+",/u, '')],
    ['field', (text: string) => text.replace('"k":"start"', '"k":1')],
    ['private', (text: string) => text.replace('"prev"', '"x":"short","prev"')],
    ['duplicate-key', (text: string) => text.replace('"by"', '"by":"9.9.9 x","by"')],
    ['duplicate-key', (text: string) => text.replace('"by"', String.raw`"b\u0079":"9.9.9 x","by"`)],
    ['duplicate-key', (text: string) => text.replace('"by"', '"deep":[{"a":1,"b":{},"a":2}],"by"')],
  ])('refuses a first line that is wrong: %s', async (what, rewrite) => {
    expect(await verdictOn(await rechained(1, rewrite))).toEqual({ ok: false, at: 1, what });
  });

  it('refuses bytes that are not UTF-8', async () => {
    const [first, ...rest] = await sample();
    const line = Uint8Array.from([...(first?.line ?? []), 0xff]);
    expect(await verdictOn([{ line, privateLine: null }, ...rest])).toEqual({ ok: false, at: 1, what: 'utf-8' });
  });

  it('reports progress and stops when told to', async () => {
    const drafts = Array.from({ length: 600 }, (_, index) => contact({ id: String(index) }));
    const { entries, head } = await build(drafts);
    const seen: number[] = [];
    expect(await verifyChain(stream(entries), sha256, (count) => seen.push(count))).toMatchObject({ ok: true, head });
    expect(seen).toEqual([256, 512, 600]);
    const stop = new AbortController();
    const stopped = verifyChain(stream(entries), sha256, () => stop.abort(new Error('enough')), stop.signal);
    await expect(stopped).rejects.toThrow('enough');
  });
});

describe('hasDuplicateKey', { timeout: PATIENCE_MS }, () => {
  it('is never misled by valid JSON', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.nat(4), (json, indent) => {
        expect(hasDuplicateKey(JSON.stringify(JSON.parse(json), null, indent))).toBe(false);
      }),
    );
  });

  it('finds a doubled key at any depth', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.jsonValue(),
        fc.array(fc.constantFrom('[', '{"a":'), { maxLength: 9 }),
        (key, value, wrap) => {
          const pair = `${JSON.stringify(key)} : ${JSON.stringify(value)}`;
          const close = wrap.map((open) => (open === '[' ? ']' : '}')).reverse();
          expect(hasDuplicateKey(`${wrap.join('')}{${pair}, ${pair}}${close.join('')}`)).toBe(true);
        },
      ),
    );
  });
});
