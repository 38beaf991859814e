import { describe, expect, it } from 'vitest';
import type { BundleInput } from '../../../utils/core/export/bundle-input.ts';
import { NOTHING_DISCLOSED } from '../../../utils/core/export/selection.ts';
import { ANNOTATION_FIELDS, CHOICES } from '../../../utils/core/log/annotation.ts';
import type { EntryDraft } from '../../../utils/core/log/types.ts';
import { LANGUAGES } from '../../../utils/core/settings/types.ts';
import { build, contact, reported, spokenDrafts } from '../log/sample.ts';
import { ALL, linesOf, spokenBundle, textIn, written } from './sample.ts';
import { PATIENCE_MS, unpacked } from './unpacked.ts';

const plain = (report: string): string =>
  report
    .replace(/<style>.*?<\/style>/su, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replaceAll('&#39;', "'");

async function reportOf(drafts: readonly EntryDraft[], over: Partial<BundleInput> = {}): Promise<string> {
  const { entries } = await build(drafts);
  return unpacked((await written({ lines: linesOf(entries), checkpoints: [], ...over })).zip).read('REPORT.html');
}

/** The figures of the first page. */
const numbersOf = (report: string): string[] =>
  [...report.matchAll(/<b>(\d+)<\/b><span>([^<]+)/gu)].map(([, value, label]) => `${value} ${label}`);

const sectionOf = (report: string, title: string): string => {
  const from = report.indexOf(`<h2>${title}</h2>`);
  return from < 0 ? '' : plain(report.slice(from, report.indexOf('</section>', from)));
};

const TOLD = 'Contacts told by the person';

describe('contacts that were typed in', { timeout: PATIENCE_MS }, () => {
  it('change no figure of those that were seen', async () => {
    const seen = [contact(), contact({ id: '1'.repeat(32), treatment: 'show' })];
    const told = [reported(), reported({ id: '2'.repeat(32), app: 'manual-visit' })];
    const [without, both] = [await reportOf(seen), await reportOf([...seen, ...told])];
    expect(numbersOf(both)).toEqual(numbersOf(without));
    expect(numbersOf(both)[0]).toBe('2 Contacts outside working hours');
    for (const title of ['The contacts', 'How it was recorded'])
      expect(sectionOf(both, title).replace(/[\d:]+/gu, '')).toBe(sectionOf(without, title).replace(/[\d:]+/gu, ''));
    expect(sectionOf(without, TOLD)).toBe('');
    expect(plain(without)).not.toContain('Told by the person');
    expect(plain(both)).toContain('Told by the person 2 contacts, listed apart');
  });

  it('stand in a section of their own, with their own time, and how much later they were written', async () => {
    const section = sectionOf(await reportOf(spokenDrafts()), TOLD);
    expect(section).toContain('Phone call 1 0 0 Visit 0 0 1');
    expect(section).toContain('3 Mon 2026-03-02 19:40–19:55 −05:00 2:21 h later Phone call From the shift lead');
    expect(section).toContain('6 Mon 2026-03-02 22:14 −05:00 0:05 h later Visit');
    expect(section).toContain(`A file that the person has, of 48,213 bytes, with the SHA-256`);
  });

  it('are counted for the days of which the person speaks', async () => {
    const before = reported({ when: Date.UTC(2026, 1, 20, 2, 0), end: null });
    const section = sectionOf(await reportOf([contact(), before]), TOLD);
    expect(section).toContain('Thu 2026-02-19 21:00');
    expect(section).not.toContain('Phone call 1 0 0');
  });

  it('never name who and what where that is not handed over', async () => {
    const selection = { apps: null, disclose: NOTHING_DISCLOSED };
    const section = sectionOf(await reportOf(spokenDrafts(), { selection }), TOLD);
    expect(section).toContain('Phone call');
    expect(section).not.toMatch(/shift lead|warehouse|48,213/u);
  });
});

describe('what the person says', { timeout: PATIENCE_MS }, () => {
  it('stands beside the contact of which it is said, in its latest form', async () => {
    const contacts = sectionOf(
      await reportOf(spokenDrafts(), { selection: { apps: null, disclose: ALL } }),
      'The contacts',
    );
    expect(contacts).toContain('Sender’s role: other manager');
    expect(contacts).toContain('Minutes worked: 25');
    expect(contacts).toContain('What it disturbed: sleep');
    expect(contacts).not.toMatch(/direct manager|Urgency/u);
  });

  it('stays out where it is not handed over; that an entry was corrected does not', async () => {
    const report = await reportOf(spokenDrafts(), { selection: { apps: null, disclose: NOTHING_DISCLOSED } });
    expect(plain(report)).not.toMatch(/other manager|Minutes worked|sleep|not about work|came for a book/u);
    expect(sectionOf(report, TOLD)).toContain('Wrong, as the person says in line 7');
    expect(plain(report)).toContain('Corrections 1 line that the person says is wrong: line 6.');
    const standard = unpacked((await spokenBundle()).zip).read('REPORT.html');
    expect(plain(standard)).toContain('other manager');
    expect(plain(standard)).not.toContain('What it disturbed');
  });

  it('is not spoken of where nobody said anything', async () => {
    const report = plain(await reportOf([contact()]));
    expect(report).not.toMatch(/Corrections|The person says/u);
  });

  it('never becomes markup', async () => {
    const words = '<img src=x onerror=alert(1)>\u202e';
    const content = { words, role: '<i>boss</i>' };
    const report = await reportOf([contact(), { kind: 'note', what: 'annotation', ref: 1, content }], {
      selection: { apps: null, disclose: ALL },
    });
    expect(report).not.toMatch(/<img|<i>|\u202e/u);
    expect(report).toContain('&lt;img src=x');
  });

  it.each(LANGUAGES)('has words for every field and answer in %s', (language) => {
    const t = textIn(language);
    const keys = [
      ...ANNOTATION_FIELDS.map((field) => `annotate.field.${field}`),
      ...Object.entries(CHOICES).flatMap(([field, words]) => words.map((word) => `annotate.${field}.${word}`)),
    ];
    expect(keys.filter((key) => t.lookUp(key) === null)).toEqual([]);
  });
});
