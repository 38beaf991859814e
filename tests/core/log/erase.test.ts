import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EraseChoice, ErasePlanner } from '../../../utils/core/log/erase.ts';
import { formatLine, formatPrivateLine, LINE_CAP, MOST_RANGES } from '../../../utils/core/log/line.ts';
import { readEntry } from '../../../utils/core/log/read.ts';
import type { EntryDraft, EraseDraft, LineRange } from '../../../utils/core/log/types.ts';
import { verifyChain } from '../../../utils/core/log/verify.ts';
import { build, contact, EMPTY, LATE_EVENING, reported, sha256, stampAt, stream, textOf } from './sample.ts';

const MINUTE = 60_000;

/** Ana and Ben write in two apps; the person speaks of some of it. Lines 1 to 10. */
const drafts: EntryDraft[] = [
  { kind: 'start', writer: '0.3.0 firefox' },
  contact({ id: 'a1', content: { alias: 'a11a', sender: 'Ana' } }),
  contact({ id: 'b1', content: { alias: 'b00b' } }),
  { kind: 'note', what: 'annotation', ref: 2, content: { words: 'Ana again' } },
  contact({ id: 'n1' }),
  contact({ id: 'a2', content: { alias: 'a11a', sender: 'Ana' } }),
  contact({ id: 's1', app: 'slack', employment: 'job-2', content: { alias: 'a11a' } }),
  reported({ id: 'r1', content: { sender: 'Ana', text: 'Rang.' } }),
  { kind: 'collapse', app: 'slack', origin: 'https://app.slack.com', count: 9, from: LATE_EVENING },
  contact({ id: 'b2', content: { alias: 'b00b' } }),
];

async function planned(choice: EraseChoice, of = drafts) {
  const { entries, head } = await build(of);
  const planner = new ErasePlanner(choice);
  for (const { seq, line, privateLine } of entries)
    planner.add(seq, readEntry(line, privateLine), privateLine !== null);
  return { planner, entries, head };
}

const numbersIn = (lines: readonly LineRange[]): number[] =>
  lines.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

describe('what a choice is about', () => {
  it.each<[string, EraseChoice, [number, number][]]>([
    [
      'one entry, with what was said of it',
      { by: 'entry', seq: 2 },
      [
        [2, 2],
        [4, 4],
      ],
    ],
    [
      'one sender in one app',
      { by: 'sender', app: 'mattermost', who: 'a11a' },
      [
        [2, 2],
        [4, 6],
      ],
    ],
    ['a sender that was typed in', { by: 'sender', app: 'manual-call', who: 'Ana' }, [[8, 8]]],
    [
      'one app',
      { by: 'app', app: 'mattermost' },
      [
        [2, 6],
        [10, 10],
      ],
    ],
    ['one job', { by: 'job', employment: 'job-2', apps: ['slack'] }, [[7, 7]]],
    ['everything before a date', { by: 'before', at: LATE_EVENING + 4 * MINUTE }, [[2, 4]]],
    ['nobody', { by: 'sender', app: 'slack', who: 'b00b' }, []],
  ])('%s', async (_name, choice, ranges) => {
    const { planner } = await planned(choice);
    const lines = planner.lines().flatMap((one) => one.lines);
    expect(lines.map(({ first, last }) => [first, last])).toEqual(ranges);
  });

  it('takes held items of the same contacts along, those of a burst by the name', async () => {
    const held = (id: string, seq: number, sender: string | null, app = 'mattermost') => ({ id, seq, app, sender });
    const items = [
      held('a2', 6, 'Ana'),
      held('burst', 9, 'Ana'),
      held('b2', 10, 'Ben'),
      held('other app', 7, 'Ana', 'slack'),
    ];
    const { planner } = await planned({ by: 'sender', app: 'mattermost', who: 'a11a' });
    expect(planner.dropped(items)).toEqual(['a2', 'burst']);
    const { planner: ofApp } = await planned({ by: 'app', app: 'slack' });
    expect(ofApp.dropped(items)).toEqual(['burst', 'other app']);
  });

  it('leaves a line that cannot be read', () => {
    const planner = new ErasePlanner({ by: 'before', at: Infinity });
    planner.add(1, null, true);
    expect(planner.lines()).toEqual([]);
  });
});

/** For each line: 0 no private part, 1 one that stays, 2 one that goes. */
const shapes = fc.array(fc.constantFrom(0, 1, 2), { maxLength: 400 });

function plannedShape(shape: readonly number[]): ErasePlanner {
  const planner = new ErasePlanner({ by: 'sender', app: 'mattermost', who: 'x' });
  for (const [index, what] of shape.entries()) {
    const line = JSON.stringify({
      seq: index + 1,
      k: 'contact',
      t: '2026-03-02T22:14:05.250-05:00',
      svc: 'mattermost',
    });
    const privateLine = JSON.stringify({ alias: what === 2 ? 'x' : 'y' });
    const bytes = new TextEncoder();
    const entry = readEntry(bytes.encode(line), what === 0 ? null : bytes.encode(privateLine));
    planner.add(index + 1, entry, what !== 0);
  }
  return planner;
}

describe('the ranges of a tombstone', () => {
  it('hold every private line that goes, none that stays, and count them', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const lines = plannedShape(shape).lines();
        const covered = lines.flatMap((one) => numbersIn(one.lines));
        expect(new Set(covered).size).toBe(covered.length);
        const withPrivate = covered.filter((seq) => shape[seq - 1] !== 0);
        expect(withPrivate).toEqual(shape.flatMap((what, index) => (what === 2 ? [index + 1] : [])));
        for (const { count, lines: ranges } of lines) {
          expect(numbersIn(ranges).filter((seq) => shape[seq - 1] === 2)).toHaveLength(count);
          expect(ranges.length).toBeLessThanOrEqual(MOST_RANGES);
        }
      }),
    );
  });

  it('go on over several lines where one would be too long', () => {
    const lines = plannedShape(Array.from({ length: 402 }, (_, index) => 1 + (index % 2))).lines();
    expect(lines.map((one) => one.lines.length)).toEqual([100, 100, 1]);
  });

  it('fit into a line, whatever their numbers', () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const draft: EraseDraft = {
      kind: 'erase',
      what: 'private',
      count: huge,
      lines: Array.from({ length: MOST_RANGES }, () => ({ first: huge, last: huge })),
    };
    const stamp = { ...stampAt(LATE_EVENING, huge), zone: 'America/Argentina/ComodRivadavia', epoch: 'e'.repeat(64) };
    const head = { ...EMPTY, size: huge - 1 };
    const line = formatLine({ head, stamp, draft, salt: 'f'.repeat(32), privateDigest: null });
    expect(line.length).toBeLessThanOrEqual(LINE_CAP);
  });
});

const eraseOf = (lines: readonly [number, number][], count = 1): EraseDraft => ({
  kind: 'erase',
  what: 'private',
  count,
  lines: lines.map(([first, last]) => ({ first, last })),
});

describe('a log with erasures', () => {
  const verdict = async (of: readonly EntryDraft[], gone: readonly number[]) => {
    const { entries } = await build(of);
    const lines = entries.map((one) => (gone.includes(one.seq) ? { ...one, privateLine: null } : one));
    return verifyChain(stream(lines), sha256);
  };

  it('verifies, and tells what was erased from what is missing', async () => {
    expect(
      await verdict(
        [
          ...drafts,
          eraseOf(
            [
              [2, 2],
              [4, 6],
            ],
            3,
          ),
        ],
        [2, 4, 6, 10],
      ),
    ).toMatchObject({
      ok: true,
      erased: 3,
      withheld: 1,
    });
  });

  it('counts each line once, and none that was written after', async () => {
    const twice = [
      eraseOf([[1, 6]]),
      eraseOf([
        [2, 4],
        [1, 99],
      ]),
      contact({ id: 'late', content: { alias: 'a11a' } }),
    ];
    expect(await verdict([...drafts, ...twice], [2, 4, 13])).toMatchObject({ erased: 2, withheld: 1 });
  });

  it('agrees with counting line by line, whatever ranges a file names', async () => {
    const range = fc.tuple(fc.integer({ min: -2, max: 16 }), fc.integer({ min: -2, max: 16 }));
    await fc.assert(
      fc.asyncProperty(fc.subarray([2, 3, 4, 6, 7, 8, 10]), fc.array(range, { maxLength: 6 }), async (gone, ranges) => {
        const covers = (seq: number): boolean => ranges.some(([first, last]) => first <= seq && seq <= last);
        const erased = gone.filter(covers).length;
        const found = await verdict([...drafts, eraseOf(ranges)], gone);
        expect(found).toMatchObject({ ok: true, erased, withheld: gone.length - erased });
      }),
      { numRuns: 60 },
    );
  });

  it('is not put off by ranges of another form', async () => {
    const { PrivateGaps } = await import('../../../utils/core/log/private-gaps.ts');
    const { readErased } = await import('../../../utils/core/log/erase.ts');
    const lines = [[2, 3], [3, 2], [1], 'all', [1.5, 2], [1, 2, 3], null, ['1', '2']];
    expect(readErased({ k: 'erase', what: 'private', lines })).toEqual([{ first: 2, last: 3 }]);
    expect(readErased({ k: 'erase', what: 'all', lines })).toEqual([]);
    expect(readErased({ k: 'note', what: 'private', lines })).toEqual([]);
    // A file full of the widest ranges must not cost their product.
    const gaps = new PrivateGaps();
    for (let seq = 1; seq <= 50_000; seq += 1) gaps.add(seq);
    for (let round = 0; round < 50_000; round += 1) gaps.erase(1, Number.MAX_SAFE_INTEGER);
    expect([gaps.erased, gaps.unexplained]).toEqual([50_000, 0]);
  });
});

describe('what stays of an erased part', () => {
  it('tells nobody who it was: no likely sender, with any salt that is left, gives its hash', async () => {
    const { entries } = await build([
      ...drafts,
      eraseOf(
        [
          [2, 2],
          [4, 6],
        ],
        3,
      ),
    ]);
    const kept = entries.filter(({ seq }) => ![2, 4, 6].includes(seq));
    const left = [...entries.map(({ line }) => line), ...kept.map(({ privateLine }) => privateLine)]
      .map(textOf)
      .join('\n');
    expect(left).toContain('b00b');
    const salts = [...new Set(left.match(/\b[0-9a-f]{32}\b/gu))];
    const digests = new Set(left.match(/"x":"[0-9a-f]{64}"/gu));
    const senders = ['Ana', 'ana', 'Ben', 'Ana María'];
    const contents = senders.flatMap((sender) => [{ alias: 'a11a', sender }, { alias: 'a11a' }, { sender }]);
    let tried = 0;
    const guess = async (seq: number): Promise<boolean> => {
      for (const salt of salts)
        for (const content of contents) {
          tried += 1;
          const line = new TextEncoder().encode(formatPrivateLine(seq, salt, content) ?? '');
          if (digests.has(`"x":"${Buffer.from(await sha256(line)).toString('hex')}"`)) return true;
        }
      return false;
    };
    expect(await guess(2)).toBe(false);
    expect(await guess(6)).toBe(false);
    expect(tried).toBeGreaterThan(300);
    // With the salt that went along, the same search finds it.
    const gone = textOf(entries[1]?.privateLine);
    salts.push(/[0-9a-f]{32}/u.exec(gone)?.[0] ?? '');
    expect(await guess(2)).toBe(true);
  });
});
