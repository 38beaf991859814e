import { describe, expect, it } from 'vitest';
import { shiftsOfRoster } from '../../../utils/core/roster/shifts-of-roster.ts';
import type { RosterShift } from '../../../utils/core/roster/types.ts';

const shift = (date: string, startMinute: number, endMinute: number, summary = ''): RosterShift => ({
  date,
  span: { startMinute, endMinute },
  summary,
  line: startMinute,
});

function exceptions(...roster: RosterShift[]) {
  const result = shiftsOfRoster(roster);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const spansOf = (...roster: RosterShift[]) =>
  exceptions(...roster).shifts.map(({ date, spans }) => [
    date,
    ...spans.map((span) => [span.startMinute, span.endMinute]),
  ]);

describe('the shifts of a roster', () => {
  it('hold instead of the contract, one exception per date, in order', () => {
    const { shifts, overlaps } = exceptions(
      shift('2026-01-06', 540, 780),
      shift('2026-01-05', 960, 1_200),
      shift('2026-01-05', 540, 780),
    );
    expect(shifts).toEqual([
      {
        kind: 'shift',
        date: '2026-01-05',
        mode: 'instead',
        spans: [
          { startMinute: 540, endMinute: 780 },
          { startMinute: 960, endMinute: 1_200 },
        ],
      },
      { kind: 'shift', date: '2026-01-06', mode: 'instead', spans: [{ startMinute: 540, endMinute: 780 }] },
    ]);
    expect(overlaps).toEqual([]);
  });

  it('are joined where they meet, which is no overlap', () => {
    expect(spansOf(shift('2026-01-05', 540, 780), shift('2026-01-05', 780, 900))).toEqual([['2026-01-05', [540, 900]]]);
    expect(exceptions(shift('2026-01-05', 540, 780), shift('2026-01-05', 780, 900)).overlaps).toEqual([]);
  });

  it('that overlap are joined, and told', () => {
    const [a, b, c] = [
      shift('2026-01-05', 540, 780, 'a'),
      shift('2026-01-05', 600, 660, 'b'),
      shift('2026-01-05', 720, 900, 'c'),
    ];
    expect(spansOf(a, b, c)).toEqual([['2026-01-05', [540, 900]]]);
    expect(exceptions(c, b, a).overlaps).toEqual([
      { first: a, second: b },
      { first: a, second: c },
    ]);
  });

  it('that overlap over midnight are told', () => {
    const night = shift('2026-01-05', 1_320, 1_800, 'night');
    const early = shift('2026-01-06', 330, 600, 'early');
    const late = shift('2026-01-06', 360, 700, 'late');
    expect(exceptions(night, early).overlaps).toEqual([{ first: night, second: early }]);
    expect(exceptions(night, late).overlaps).toEqual([]);
    expect(spansOf(night, early)).toEqual([
      ['2026-01-05', [1_320, 1_800]],
      ['2026-01-06', [330, 600]],
    ]);
  });

  it('written twice are one', () => {
    expect(exceptions(shift('2026-01-05', 540, 780), shift('2026-01-05', 540, 780))).toMatchObject({
      shifts: [{ spans: [{ startMinute: 540, endMinute: 780 }] }],
      overlaps: [],
    });
  });

  it('are never joined to more than a day', () => {
    expect(spansOf(shift('2026-01-05', 480, 1_920), shift('2026-01-05', 1_400, 2_400))).toEqual([
      ['2026-01-05', [480, 1_920]],
    ]);
  });

  it('may be at most 24 on one day', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => shift('2026-01-05', index * 50, index * 50 + 10));
    expect(shiftsOfRoster(many(24)).ok).toBe(true);
    expect(shiftsOfRoster(many(25))).toEqual({
      ok: false,
      problem: { code: 'roster.too-many-spans', field: 'line 1200', values: { date: '2026-01-05', most: 24 } },
    });
  });
});
