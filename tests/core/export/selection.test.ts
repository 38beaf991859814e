import { describe, expect, it } from 'vitest';
import { checkBundleName, isBundlePath } from '../../../utils/core/export/names.ts';
import { checkPeriod, rangeOf, stretchOf } from '../../../utils/core/export/period.ts';
import { PreviewCounter } from '../../../utils/core/export/preview.ts';
import { createSelector, NOTHING_DISCLOSED, type Selection } from '../../../utils/core/export/selection.ts';
import { build, contact, sampleDrafts, spokenDrafts } from '../log/sample.ts';
import { ALL } from './sample.ts';

/** `kind`, and for shown lines whether the private line goes along and what is shown of it. */
async function told(selection: Selection, drafts = sampleDrafts()): Promise<unknown[]> {
  const { entries } = await build(drafts);
  const select = createSelector(selection);
  return entries.map((line) => {
    const selected = select(line);
    return selected.kind === 'shown' ? [selected.privateWhole, selected.entry.content] : selected.kind;
  });
}

const CONTENT = {
  alias: '7c1e90a4',
  sender: 'ana',
  title: 'Direct Message',
  text: '@ana: ¿puedes mirar la factura? 🧾',
};

describe('createSelector', () => {
  it('hands over everything that was chosen', async () => {
    const all = await told({ apps: null, disclose: ALL });
    expect(all[2]).toEqual([true, CONTENT]);
    expect(all[5]).toEqual([true, { alias: 'e02b5d11' }]);
    expect(all).not.toContain('withheld');
  });

  it('sends a private line along only where all of it is disclosed', async () => {
    const alias = await told({ apps: null, disclose: { ...NOTHING_DISCLOSED, alias: true } });
    expect(alias[2]).toEqual([false, { alias: '7c1e90a4' }]);
    expect(alias[5]).toEqual([true, { alias: 'e02b5d11' }]);
    const noText = await told({ apps: null, disclose: { ...ALL, text: false } });
    expect(noText[2]).toEqual([false, { alias: '7c1e90a4', sender: 'ana', title: 'Direct Message' }]);
    const nothing = await told({ apps: null, disclose: NOTHING_DISCLOSED });
    expect(nothing[2]).toEqual([false, null]);
  });

  it('says of a line whose private part stays behind that it is withheld', async () => {
    const { entries } = await build(sampleDrafts());
    const select = createSelector({ apps: null, disclose: { ...ALL, text: false } });
    const flags = entries.map(select).map((one) => one.kind === 'shown' && one.entry.withheld);
    expect(flags).toEqual([false, false, true, false, false, false, false, false]);
  });

  it('keeps back a private line that holds a field of a later version', async () => {
    const { entries } = await build([contact({ content: { alias: 'a' } })]);
    const later = new TextEncoder().encode('{"v":1,"seq":1,"s":"00","alias":"a","channel":"secret"}');
    const select = createSelector({ apps: null, disclose: ALL });
    const selected = entries.map((entry) => select({ ...entry, privateLine: later }))[0];
    expect(selected).toMatchObject({ kind: 'shown', privateWhole: false });
  });

  it('withholds the lines of other apps, bursts too, and the notes on them', async () => {
    const slack = await told({ apps: new Set(['slack']), disclose: ALL });
    expect(slack.map((one) => (one === 'withheld' ? one : 'shown'))).toEqual([
      ...['shown', 'shown', 'withheld', 'withheld'],
      ...['withheld', 'shown', 'withheld', 'shown'],
    ]);
  });

  it('withholds single lines and single contents', async () => {
    const single = new Map([
      [3, 'withhold-line'],
      [6, 'withhold-content'],
    ] as const);
    const some = await told({ apps: null, disclose: ALL, single });
    expect([some[2], some[4], some[5]]).toEqual(['withheld', 'withheld', [false, null]]);
  });

  it('lets an unreadable line go only where every app is chosen', () => {
    const line = { seq: 1, line: new TextEncoder().encode('{"seq":'), privateLine: null };
    expect(createSelector({ apps: null, disclose: ALL })(line).kind).toBe('unreadable');
    expect(createSelector({ apps: new Set(['slack']), disclose: ALL })(line).kind).toBe('withheld');
  });

  it('shows `cut` only with the texts that it speaks of', async () => {
    const drafts = [contact({ content: { alias: 'a', text: 'long', cut: true } })];
    const alias = await told({ apps: null, disclose: { ...NOTHING_DISCLOSED, alias: true } }, drafts);
    expect(alias[0]).toEqual([false, { alias: 'a' }]);
    const all = await told({ apps: null, disclose: ALL }, drafts);
    expect(all[0]).toEqual([true, { alias: 'a', text: 'long', cut: true }]);
  });
});

describe('what the person says', () => {
  const NOTES = { ...NOTHING_DISCLOSED, notes: true };
  const {
    role,
    urgency,
    expect: expected,
    reply,
    because,
    minutes,
    words,
  } = {
    role: 'direct-manager',
    urgency: 'deadline',
    expect: 'before-next-shift',
    reply: 'out-of-hours',
    because: 'felt-obliged',
    minutes: 25,
    words: 'The invoice could have waited.',
  };

  it('stays behind unless it is chosen, and so does why an entry is wrong', async () => {
    const none = await told({ apps: null, disclose: { ...ALL, notes: false, personal: false } }, spokenDrafts());
    expect([none[3], none[4], none[6], none[7]]).toEqual(Array(4).fill([false, null]));
  });

  it('goes whole where it is chosen, without what is of the person’s own life', async () => {
    const notes = await told({ apps: null, disclose: NOTES }, spokenDrafts());
    expect(notes[3]).toEqual([true, { role, urgency, expect: expected, reply, because, minutes, words }]);
    expect(notes[4]).toEqual([false, null]);
    expect(notes[6]).toEqual([true, { wrong: 'not-work', words: 'He came for a book.' }]);
    const personal = await told({ apps: null, disclose: { ...NOTHING_DISCLOSED, personal: true } }, spokenDrafts());
    expect([personal[3], personal[4]]).toEqual([
      [false, null],
      [true, { impact: 'woke' }],
    ]);
  });

  it('shows the hashes of files as a note, who and what as of any contact', async () => {
    const notes = await told({ apps: null, disclose: NOTES }, spokenDrafts());
    expect(notes[2]).toEqual([false, { files: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), bytes: 48_213 }] }]);
    const all = await told({ apps: null, disclose: ALL }, spokenDrafts());
    expect(all[2]).toMatchObject([true, { sender: 'the shift lead' }]);
  });

  it('is withheld with the entry that it speaks of', async () => {
    const others = await told({ apps: new Set(['manual-visit']), disclose: ALL }, spokenDrafts());
    expect(others.map((one) => (one === 'withheld' ? one : 'shown'))).toEqual([
      ...['shown', 'withheld', 'withheld', 'withheld'],
      ...['withheld', 'shown', 'shown', 'withheld'],
    ]);
  });

  it('is counted by part in what would leave, and typed-in contacts apart from those that were seen', async () => {
    const { entries } = await build(spokenDrafts());
    const select = createSelector({ apps: null, disclose: ALL });
    const counter = new PreviewCounter();
    for (const entry of entries) counter.add(select(entry), entry);
    expect(counter.counts()).toEqual({
      contacts: 1,
      reported: 2,
      apps: new Set(['mattermost']),
      others: 5,
      withheld: 0,
      shown: { alias: 1, sender: 1, title: 0, text: 1, notes: 4, personal: 1 },
      checkable: 6,
      uncheckable: 0,
    });
  });
});

describe('a period', () => {
  const zones = { zone: 'America/Bogota' };

  it('is whole days where the person was', () => {
    expect(stretchOf({ first: '2026-03-02', last: '2026-03-03' }, zones)).toEqual({
      from: Date.parse('2026-03-02T00:00-05:00'),
      until: Date.parse('2026-03-04T00:00-05:00'),
    });
  });

  it('takes the shortest range that holds all its lines, also where the clock went back', () => {
    expect(rangeOf([3, 4, 5])).toEqual({ first: 3, last: 5 });
    expect(rangeOf([5, 2, 6])).toEqual({ first: 2, last: 6 });
    expect(rangeOf([7])).toEqual({ first: 7, last: 7 });
    expect(rangeOf([])).toBeNull();
  });

  it.each([
    ['2026-02-30', '2026-03-01', 'bundle.date'],
    ['2026-03-01', 'March', 'bundle.date'],
    ['2026-03-02', '2026-03-01', 'bundle.period-order'],
    ['2000-01-01', '2026-03-01', 'bundle.period-long'],
  ])('from %s to %s is refused: %s', (first, last, code) => {
    expect(checkPeriod({ first, last })).toMatchObject({ ok: false, problem: { code } });
  });

  it('may be a single day', () => {
    expect(checkPeriod({ first: '2026-03-01', last: '2026-03-01' }).ok).toBe(true);
  });
});

describe('names', () => {
  it.each(['records', 'a', 'Records_2026-03.v2', 'x'.repeat(64)])('%s is a name', (name) => {
    expect(checkBundleName(name)).toEqual({ ok: true, value: name });
  });

  it.each([
    '',
    '.hidden',
    'a/b',
    '..',
    'ends.',
    'señal',
    'a b',
    'con',
    'NUL.txt',
    'x'.repeat(65),
    '-rf',
    'a\\b',
    'a\n',
  ])('%j is none', (name) => {
    expect(checkBundleName(name)).toMatchObject({ ok: false, problem: { code: 'bundle.name' } });
  });

  it('know every path of the format and no other', () => {
    const good = ['REPORT.html', 'data/log.ndjson', 'data/checkpoints/0001.witness.sig', 'data/policies/0012.policy'];
    const bad = [
      'report.html',
      'data/../x',
      'data/checkpoints/1.txt',
      'data/checkpoints/0001.exe',
      'data/log.ndjson/',
      '',
    ];
    expect(good.filter((path) => !isBundlePath(path))).toEqual([]);
    expect(bad.filter(isBundlePath)).toEqual([]);
  });
});
