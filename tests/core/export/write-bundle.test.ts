import { afterAll, describe, expect, it } from 'vitest';
import { CSV_COLUMN_FACTS } from '../../../utils/core/export/csv-columns.ts';
import { writeBundle } from '../../../utils/core/export/write-bundle.ts';
import { build, LATE_EVENING, sampleDrafts, textOf } from '../log/sample.ts';
import { ALL, FACTS, linesOf, newHash, sampleInput, textIn, written } from './sample.ts';
import { commandsOf, follow, judged, PATIENCE_MS, removeFolders, run, unpacked } from './unpacked.ts';

afterAll(removeFolders);

describe('what is written', { timeout: PATIENCE_MS }, () => {
  it('is the log as stored, and only the private lines that were chosen', async () => {
    const { entries } = await build(sampleDrafts());
    const { zip, summary } = await written({ selection: { apps: null, disclose: { ...ALL, text: false } } });
    const bundle = unpacked(zip);
    expect(bundle.read('data/log.ndjson')).toBe(entries.map(({ line }) => `${textOf(line)}\n`).join(''));
    expect(bundle.read('data/private.ndjson')).toBe(`${textOf(entries[5]?.privateLine)}\n`);
    expect(summary.privateLines).toBe(1);
    const everything = bundle.paths.map(bundle.read).join('');
    expect(everything).toContain('Direct Message');
    expect(everything).not.toContain('factura');
  });

  it('has a CSV that Python reads, with the columns that the data package describes', async () => {
    const bundle = unpacked((await written({ selection: { apps: new Set(['slack']), disclose: ALL } })).zip);
    const script =
      'import csv,json;print(json.dumps(list(csv.DictReader(open("data/log.csv",encoding="utf-8-sig",newline=""),strict=True))))';
    const rows: Record<string, string>[] = JSON.parse(run(['python3', '-c', script], bundle.folder).told);
    const described = JSON.parse(bundle.read('data/datapackage.json')).resources[0];
    const fields: { name: string; type: string }[] = described.schema.fields;
    expect(Object.keys(rows[0] ?? {})).toEqual(fields.map(({ name }) => name));
    expect(fields.map(({ type }) => type)).toEqual(CSV_COLUMN_FACTS.map(([, type]) => type));
    expect(rows.map(({ seq, kind, time, withheld }) => [seq, kind, time === '', withheld])).toEqual([
      ['1', 'start', false, ''],
      ['2', 'hours', false, ''],
      ['3', 'withheld', true, 'yes'],
      ['4', 'withheld', true, 'yes'],
      ['5', 'withheld', true, 'yes'],
      ['6', 'contact', false, ''],
      ['7', 'withheld', true, 'yes'],
      ['8', 'note', false, ''],
    ]);
    const checked = run(['sh', '-c', `echo "${described.hash.slice(7)}  data/log.csv" | sha256sum -c`], bundle.folder);
    expect(checked.ok).toBe(true);
  });

  it('is the same byte for byte when it is written again', async () => {
    expect(Buffer.compare((await written()).zip, (await written()).zip)).toBe(0);
  });

  it('keeps the way of the evidence on one line each, whatever was typed', async () => {
    const custody = [{ at: LATE_EVENING, zone: 'America/Bogota', who: 'A\tB\nC', what: 'gave it \u202eto D ' }];
    const bundle = unpacked((await written({ facts: { ...FACTS, custody } })).zip);
    expect(bundle.read('data/custody.txt')).toBe(
      'time\tzone\twho\twhat\n2026-03-02T22:14:05.250-05:00\tAmerica/Bogota\tA B C\tgave it ⟦U+202E⟧to D\n',
    );
  });

  it('is a whole bag also for a period without lines', async () => {
    const { zip, summary } = await written({ lines: linesOf([]), checkpoints: [] });
    const bundle = unpacked(zip);
    expect(summary).toMatchObject({ lines: null, head: null });
    expect(bundle.read('bag-info.txt')).toContain('Log-Lines: none\n');
    expect(commandsOf(bundle).map((command) => follow(bundle, command).ok)).toEqual([true, true, true]);
  });

  it.each([
    ['../x', {}, 'bundle.name'],
    ['good', { facts: { ...FACTS, period: { first: '2026-03-02', last: '2026-03-01' } } }, 'bundle.period-order'],
    ['good', { policies: Array.from({ length: 10_000 }, () => new Uint8Array()) }, 'bundle.too-many'],
  ])('is nothing where the input is refused: %s %#', async (name, over, code) => {
    const parts: Uint8Array[] = [];
    const input = await sampleInput({ name, ...over });
    const result = await writeBundle(textIn('en'), input, { newHash, sink: (piece) => void parts.push(piece) });
    expect(result).toMatchObject({ ok: false, problem: { code } });
    expect(parts).toEqual([]);
  });

  it('refuses lines with a hole between them', async () => {
    const { entries } = await build(sampleDrafts());
    await expect(written({ lines: linesOf(entries.toSpliced(3, 1)) })).rejects.toThrow('line 5 does not follow 3');
  });
});

describe('a bundle that is broken off', { timeout: PATIENCE_MS }, () => {
  const looksWhole = (...zips: Uint8Array[]): boolean[] => judged(zips).map((items) => items !== null);

  it('never looks whole, wherever it is cut', async () => {
    const { zip } = await written();
    const list = Buffer.from(zip).indexOf('PK\x01\x02');
    const cuts = [list, zip.length - 1, Math.floor(zip.length / 2)].map((end) => zip.subarray(0, end));
    expect(looksWhole(zip, ...cuts)).toEqual([true, false, false, false]);
  });

  it('stops at the signal with its reason, tells how far it got, and writes no end', async () => {
    const { entries } = await build(Array.from({ length: 40 }, sampleDrafts).flat());
    const stop = new AbortController();
    const parts: Uint8Array[] = [];
    const steps: number[] = [];
    const writing = writeBundle(textIn('en'), await sampleInput({ lines: linesOf(entries) }), {
      newHash,
      sink: (piece) => void parts.push(piece),
      signal: stop.signal,
      onProgress: (done) => {
        steps.push(done);
        stop.abort(new Error('enough'));
      },
    });
    await expect(writing).rejects.toThrow('enough');
    expect(steps).toEqual([256]);
    expect(looksWhole(Buffer.concat(parts))).toEqual([false]);
  });

  it('passes on the error of a full disk', async () => {
    const full = writeBundle(textIn('en'), await sampleInput(), {
      newHash,
      sink: () => Promise.reject(new Error('disk full')),
    });
    await expect(full).rejects.toThrow('disk full');
  });
});
