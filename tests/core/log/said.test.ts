import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_FILES } from '../../../utils/core/contact/manual.ts';
import {
  ANNOTATION_FIELDS,
  type Annotation,
  CHOICES,
  type ChoiceField,
  checkAnnotation,
  checkCorrection,
  PERSONAL_FIELDS,
  partsOf,
  WORDS_CAP,
} from '../../../utils/core/log/annotation.ts';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { LINE_CAP } from '../../../utils/core/log/line.ts';
import { type EntryView, readEntry } from '../../../utils/core/log/read.ts';
import { isSaying, saidOf } from '../../../utils/core/log/said.ts';
import type { EntryDraft, FileMark, PrivateContent } from '../../../utils/core/log/types.ts';
import { build, contact, reported, spokenDrafts, textOf } from './sample.ts';

async function viewsOf(drafts: readonly EntryDraft[]): Promise<EntryView[]> {
  const { entries } = await build(drafts);
  return entries.map(({ line, privateLine }) => {
    const entry = readEntry(line, privateLine);
    if (entry === null) throw new Error(textOf(line));
    return entry;
  });
}

const note = (content: PrivateContent, ref = 1): EntryDraft => ({ kind: 'note', what: 'annotation', ref, content });

const choice = <F extends ChoiceField>(field: F) => fc.constantFrom<string>(...CHOICES[field]);
const anyAnnotation: fc.Arbitrary<Annotation> = fc.record(
  {
    ...Object.fromEntries((Object.keys(CHOICES) as ChoiceField[]).map((field) => [field, choice(field)])),
    minutes: fc.integer({ min: 0, max: 1_440 }),
    where: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.slice(0, 100)),
    words: fc.string({ unit: 'grapheme', maxLength: 100 }).map((text) => text.slice(0, 300)),
  },
  { requiredKeys: [] },
);

describe('what the person may say', () => {
  it('is anything in the tables, and an empty word to take it back', () => {
    fc.assert(
      fc.property(anyAnnotation, (said) => {
        fc.pre(Object.keys(said).length > 0);
        expect(checkAnnotation(said)).toEqual({ ok: true, value: said });
      }),
    );
    const taken = Object.fromEntries(ANNOTATION_FIELDS.map((field) => [field, '']));
    expect(checkAnnotation(taken)).toEqual({ ok: true, value: taken });
  });

  it.each([
    [{}, 'annotate.empty', 'words'],
    [{ role: 'boss' }, 'annotate.choice', 'role'],
    [{ role: 3 }, 'annotate.choice', 'role'],
    [{ constructor: 'x' }, 'annotate.choice', 'constructor'],
    [{ health: '' }, 'annotate.choice', 'health'],
    [{ minutes: -1 }, 'annotate.minutes', 'minutes'],
    [{ minutes: 1.5 }, 'annotate.minutes', 'minutes'],
    [{ minutes: '20' }, 'annotate.minutes', 'minutes'],
    [{ minutes: 1_441 }, 'annotate.minutes', 'minutes'],
    [{ words: 'x'.repeat(WORDS_CAP + 1) }, 'annotate.too-long', 'words'],
    [{ where: 'x'.repeat(201) }, 'annotate.too-long', 'where'],
  ])('is not %j', (fields, code, field) => {
    expect(checkAnnotation(fields)).toMatchObject({ ok: false, problem: { code, field } });
  });

  it('corrects with a reason from the list', () => {
    expect(checkCorrection({ wrong: 'not-work', words: '' })).toEqual({ ok: true, value: { wrong: 'not-work' } });
    expect(checkCorrection({ wrong: 'other', words: 'w' })).toEqual({
      ok: true,
      value: { wrong: 'other', words: 'w' },
    });
    for (const fields of [{}, { wrong: 'everything' }, { wrong: 'twice', role: 'hr' }, { wrong: 'twice', words: 1 }])
      expect(checkCorrection(fields)).toMatchObject({ ok: false, problem: { code: 'annotate.choice' } });
  });

  it('is written apart where it is of the person’s own life, and nothing is lost', () => {
    fc.assert(
      fc.property(anyAnnotation, (said) => {
        const parts = partsOf(said);
        expect(Object.assign({}, ...parts)).toEqual(said);
        for (const part of parts) {
          const personal = Object.keys(part).map((field) => PERSONAL_FIELDS.includes(field));
          expect(new Set(personal).size).toBe(1);
        }
      }),
    );
  });
});

describe('what the person said', () => {
  it('is read back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnnotation, async (said) => {
        fc.pre(Object.keys(said).length > 0);
        const [, view] = await viewsOf([contact(), note(said)]);
        expect(view?.content).toEqual(said);
        expect(view).toMatchObject({ kind: 'note', what: 'annotation', ref: 1, withheld: false });
      }),
      { numRuns: 60 },
    );
  });

  it('is nowhere in the chain, and its lines stay within their cap', async () => {
    const words = '\u0001'.repeat(WORDS_CAP);
    const fullest = Object.fromEntries(
      Object.entries(CHOICES).map(([field, all]) => [field, all.toSorted((a, b) => b.length - a.length)[0]]),
    );
    const files = Array.from({ length: 8 }, (_, index) => ({ sha256: 'f'.repeat(64), bytes: 2 ** 52 + index }));
    const { entries } = await build([
      note({
        ...fullest,
        minutes: 77,
        where: words.slice(0, 200),
        words,
        sender: words,
        title: words,
        text: words,
        files,
      }),
    ]);
    const [entry] = entries;
    expect(textOf(entry?.line)).not.toMatch(/direct|77|u0001/u);
    expect(entry?.privateLine?.length).toBeLessThanOrEqual(LINE_CAP);
    expect(JSON.parse(textOf(entry?.privateLine))).toMatchObject({ ...fullest, minutes: 77, files, cut: true });
  });

  it('names files as far as there is room', async () => {
    const words = 'é'.repeat(WORDS_CAP);
    const files = Array.from({ length: MOST_FILES }, () => ({
      ...{ sha256: 'f'.repeat(64), bytes: 2 ** 52, name: '\u0001'.repeat(100), type: 'x'.repeat(100) },
    }));
    const { entries } = await build([
      note({ where: words.slice(0, 200), sender: words, title: words, files, words }),
      note({ files: files.map((file) => ({ ...file, name: 'captura de pantalla.png', type: 'image/png' })) }),
    ]);
    const [full, usual] = entries;
    expect(full?.privateLine?.length).toBeLessThanOrEqual(LINE_CAP);
    const cut = JSON.parse(textOf(full?.privateLine));
    expect(cut.files).toHaveLength(MOST_FILES);
    for (const file of cut.files) expect(file.name.length).toBeGreaterThan(5);
    const [first] = readEntry(usual?.line ?? new Uint8Array(), usual?.privateLine ?? null)?.content?.files ?? [];
    expect(first).toEqual({
      ...{ sha256: 'f'.repeat(64), bytes: 2 ** 52, name: 'captura de pantalla.png', type: 'image/png' },
    });
  });

  it('adds up files of several notes, each once', () => {
    const view = (files: readonly FileMark[]) =>
      ({ kind: 'note', what: 'annotation', content: { files } }) as unknown as EntryView;
    const [one, two] = ['1', '2'].map((digit) => ({ sha256: digit.repeat(64), bytes: 1, name: digit }));
    if (one === undefined || two === undefined) throw new RangeError('two files');
    expect(saidOf([view([one]), view([two, { ...one, name: 'again' }])]).files).toEqual([one, two]);
  });

  it('counts field by field in its latest form, whatever came between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnnotation, { maxLength: 4 }), async (sayings) => {
        const all = sayings.filter((one) => Object.keys(one).length > 0);
        const views = await viewsOf([contact(), ...all.map((one) => note(one))]);
        const expected = Object.entries(Object.assign({}, ...all)).filter(([, value]) => value !== '');
        expect(saidOf(views.slice(1)).annotation).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 40 },
    );
  });

  it('can be taken back, and a correction stays', async () => {
    const views = await viewsOf(spokenDrafts());
    expect(views.filter(isSaying).map(({ seq }) => seq)).toEqual([4, 5, 7, 8]);
    const of = (seq: number) => saidOf(views.filter((view) => isSaying(view) && view.ref === seq));
    expect(of(2).annotation).toEqual({
      role: 'other-manager',
      expect: 'before-next-shift',
      reply: 'out-of-hours',
      because: 'felt-obliged',
      impact: 'woke',
      minutes: 25,
      words: 'The invoice could have waited.',
    });
    expect(of(2).corrections).toEqual([]);
    expect(of(6).corrections.map(({ seq, content }) => [seq, content?.wrong])).toEqual([[7, 'not-work']]);
  });

  it('survives private lines of any type', () => {
    const line = utf8('{"seq":1,"k":"note","t":"2026-01-01T00:00:00Z","what":"annotation","ref":1}');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('role', 'minutes', 'files', 'words', 'wrong', 'cut'), fc.jsonValue()),
        (fields) => {
          const content = readEntry(line, utf8(JSON.stringify(fields)))?.content ?? {};
          for (const [field, value] of Object.entries(content)) {
            const kind = field === 'minutes' ? 'number' : field === 'cut' ? 'boolean' : 'string';
            if (field !== 'files' && value !== '') expect(typeof value).toBe(kind);
          }
        },
      ),
    );
  });
});

describe('a contact that was typed in', () => {
  it('names its own time to the minute, no page and no treatment', async () => {
    const [view] = await viewsOf([reported({ end: Date.UTC(2026, 2, 3, 0, 55) })]);
    expect(view).toMatchObject({
      kind: 'contact',
      app: 'manual-call',
      origin: null,
      treatment: null,
      route: 'manual',
      certainty: 'reported',
      when: '2026-03-02T19:40-05:00',
      end: '2026-03-02T19:55-05:00',
      later: true,
      late: false,
      verdict: 'off',
      until: '2026-03-03T09:00:00.000-05:00',
    });
    expect(Date.parse(view?.when ?? '')).toBe(reported().when);
  });

  it('says nothing of being late where it was typed in at once', async () => {
    const { entries } = await build([reported({ later: false })]);
    expect(JSON.parse(textOf(entries[0]?.line))).not.toHaveProperty('later');
    expect(JSON.parse(textOf(entries[0]?.line))).not.toHaveProperty('end');
  });

  it('never names care', async () => {
    const { entries } = await build([
      reported({ verdict: { kind: 'off', reason: 'care', layer: 'contract', rule: 'care@2026-01-01', until: null } }),
    ]);
    expect(textOf(entries[0]?.line)).not.toContain('care');
  });
});
