import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvRow } from '../../../utils/core/log/csv.ts';
import { readEntry } from '../../../utils/core/log/read.ts';
import type { PrivateContent } from '../../../utils/core/log/types.ts';
import { build, contact, sampleDrafts, textOf } from './sample.ts';

async function rowsOf(contents: readonly PrivateContent[]): Promise<string> {
  const { entries } = await build(contents.map((content) => contact({ content })));
  const rows = entries.map(({ line, privateLine }) => {
    const entry = readEntry(line, privateLine);
    return entry === null ? 'unreadable' : csvRow(entry);
  });
  return csvHeader() + rows.join('');
}

/** What a reader that nobody here wrote makes of the file. */
function readByPython(csv: string): Record<string, string>[] {
  const script =
    'import csv,io,json,sys\n' +
    'csv.field_size_limit(10**9)\n' +
    "text=sys.stdin.buffer.read().decode('utf-8-sig')\n" +
    "print(json.dumps(list(csv.DictReader(io.StringIO(text,newline=''),strict=True))))";
  const run = spawnSync('python3', ['-c', script], { input: csv, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Cells as a reader sees them that parts them elsewhere, where most quotes mean nothing. */
function cellsByPython(csv: string, delimiter: string): string[][] {
  const script =
    'import csv,io,json,sys\n' +
    'csv.field_size_limit(10**9)\n' +
    "text=sys.stdin.buffer.read().decode('utf-8-sig')\n" +
    'print(json.dumps(list(csv.reader(io.StringIO(text,newline=""),delimiter=sys.argv[1]))))';
  const run = spawnSync('python3', ['-c', script, delimiter], { input: csv, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const STARTS_FORMULA = /^[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Python and big samples take their time on a busy machine. */
const PATIENCE_MS = 60_000;

describe('the CSV copy', { timeout: PATIENCE_MS }, () => {
  it('is exactly this for a held contact', async () => {
    expect(await rowsOf([{ alias: '7c1e90a4', title: 'Direct Message', text: 'He said "now", twice\nplease' }])).toBe(
      '\ufeffseq,time,zone,kind,app,origin,route,certainty,treatment,shown_before_answer,employment,verdict,reason,layer,' +
        'rule,until,note,ref,count,from,alias,sender,title,text,cut,withheld,happened,happened_until,typed_in_later,' +
        'wrong,role,urgency,expect,reply,because,excuse,pay,kept,consent,impact,care,minutes,where,words,files\r\n' +
        '1,2026-03-02T22:14:05.250-05:00,America/Bogota,contact,mattermost,https://chat.example.org,page,observed,hold,,' +
        'job-1,off,outside-hours,contract,hours@2026-01-01,2026-03-03T09:00:00.000-05:00,,,,,7c1e90a4,,Direct Message,' +
        `"He said ""now"", twice\nplease",,${','.repeat(19)}\r\n`,
    );
  });

  it('has the same columns for every kind of entry', async () => {
    const { entries } = await build(sampleDrafts());
    const csv = entries.map(({ line }) => readEntry(line, null)).map((entry) => (entry === null ? '' : csvRow(entry)));
    const rows = readByPython(csvHeader() + csv.join(''));
    expect(rows.map((row) => row.kind)).toEqual(entries.map(({ line }) => JSON.parse(textOf(line)).k));
    expect(rows[2]).toMatchObject({ withheld: 'yes', text: '' });
    expect(rows[4]).toMatchObject({ note: 'shown-by-timeout', ref: '3' });
    expect(rows[6]).toMatchObject({ app: 'mattermost', count: '4750', from: '2026-03-02T22:17:25.250-05:00' });
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '  =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u202e=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹢1',
    '−1',
  ])('turns %j into text', async (text) => {
    const ends = `,,${','.repeat(19)}\r\n`;
    expect(await rowsOf([{ text }])).toMatch(new RegExp(`(?:^|,|")'(?:[\\t\\r\\n]')?[^']*${ends}$`, 'u'));
    expect(await rowsOf([{ words: text }])).toMatch(/(?:^|,|")'(?:[\t\r\n]')?[^']*,\r\n$/u);
  });

  it('leaves other text as it is', async () => {
    const texts = ['hello = 1', "'quoted", '1-1', 'a@b.example', ''];
    const rows = readByPython(await rowsOf(texts.map((text) => ({ title: 'x', text }))));
    expect(rows.map(({ text }) => text)).toEqual(texts);
  });

  it('comes back whole from an independent reader, with no cell that starts a formula', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '\0', '"', ',', ' ', "'", '\ud83d', '\u202e', ';'),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    // One big sample instead of many runs: each run would start Python.
    const contents = fc.sample(fc.record({ title: text, text }), 1_500);
    const rows = readByPython(await rowsOf(contents));
    expect(rows).toHaveLength(contents.length);
    const cells = contents.flatMap(({ title, text: body }, index) => [
      { whole: title.toWellFormed(), cell: rows[index]?.title ?? 'no cell' },
      { whole: body.toWellFormed(), cell: rows[index]?.text ?? 'no cell' },
    ]);
    const bare = (value: string): string => value.replaceAll("'", '');
    expect(cells.filter(({ whole, cell }) => bare(cell) !== bare(whole) || cell.length < whole.length)).toEqual([]);
    expect(cells.filter(({ cell }) => STARTS_FORMULA.test(cell))).toEqual([]);
  });

  it.each([';', '\t'])('has no formula in a spreadsheet that parts cells at %j', async (delimiter) => {
    const piece = fc.constantFrom('=1', '+', '-', '@', '＝', delimiter, '\r', '\n', '"', ' ', '\u200b', "'", 'x', ',');
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const contents = fc.sample(fc.record({ title: text, text }), 1_500);
    const rows = cellsByPython(await rowsOf(contents), delimiter);
    expect(rows.flat().length).toBeGreaterThan(contents.length);
    expect(rows.flat().filter((cell) => STARTS_FORMULA.test(cell))).toEqual([]);
  });
});

describe('readEntry', () => {
  it('reads what the log page shows', async () => {
    const { entries } = await build(sampleDrafts());
    const [, , third] = entries;
    expect(readEntry(third?.line ?? new Uint8Array(), third?.privateLine ?? null)).toMatchObject({
      seq: 3,
      kind: 'contact',
      at: third?.at,
      zone: 'America/Bogota',
      app: 'mattermost',
      treatment: 'hold',
      reason: 'outside-hours',
      withheld: false,
      content: {
        alias: '7c1e90a4',
        sender: 'ana',
        title: 'Direct Message',
        text: '@ana: ¿puedes mirar la factura? 🧾',
      },
    });
  });

  it('says that a private part is missing', async () => {
    const { entries } = await build(sampleDrafts());
    expect(entries.map(({ line }) => readEntry(line, null)?.withheld)).toEqual([
      ...[false, false, true, false],
      ...[false, true, false, false],
    ]);
  });

  it.each([
    '',
    'x',
    '[]',
    'null',
    '{}',
    '{"seq":1,"k":"note","t":"yesterday"}',
    '{"seq":"1","k":"a","t":"2026-01-01T00:00:00Z"}',
  ])('takes %j for no entry', (text) => {
    expect(readEntry(new TextEncoder().encode(text), null)).toBeNull();
  });

  it('survives fields of any type', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('why', 'svc', 'm', 'ref', 'x', 'late', 'n'), fc.jsonValue()),
        (fields) => {
          const line = new TextEncoder().encode(
            JSON.stringify({ ...fields, seq: 1, k: 'contact', t: '2026-01-01T00:00:00Z' }),
          );
          const entry = readEntry(line, line);
          expect(entry).not.toBeNull();
          if (entry !== null) expect(csvRow(entry).split('\r\n')).toHaveLength(2);
        },
      ),
    );
  });
});
