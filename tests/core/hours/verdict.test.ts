import { describe, expect, test } from 'vitest';
import type { HoursOverride, Overtime } from '../../../utils/core/hours/types.ts';
import { nextWorkingAt, verdictAt } from '../../../utils/core/hours/verdict.ts';
import vectors from '../../vectors/hours.json' with { type: 'json' };
import { employment, OFFICE, override, span, weekly } from './sample.ts';
import { written } from './written.ts';

describe('vectors', () => {
  test.each(vectors.verdicts)('$employment: $why', (row) => {
    const verdict = verdictAt(written(row.employment), Date.parse(row.at));
    expect({ ...verdict, until: verdict.until === null ? null : new Date(verdict.until).toISOString() }).toEqual({
      kind: row.kind,
      reason: row.reason,
      layer: 'layer' in row ? row.layer : 'contract',
      rule: row.rule,
      until: row.until === null ? null : new Date(row.until).toISOString(),
    });
  });
});

describe('the edges of what can be asked', () => {
  test.each([0, Date.UTC(1970, 0, 1, 12), Date.UTC(2099, 11, 31), Date.UTC(2100, 0, 1), Date.UTC(2026, 0, 1) + 0.5])(
    'instant %d',
    (at) => {
      expect(['working', 'off']).toContain(verdictAt(employment(), at).kind);
    },
  );

  test('four thousand overrides end to end', () => {
    // From Saturday 17:00 to Tuesday 11:40, over all of Monday.
    const start = Date.parse('2026-11-28T17:00:00-05:00');
    const exceptions = Array.from({ length: 4_000 }, (_, index): HoursOverride => {
      const from = start + index * 60_000;
      return { kind: 'off-now', from, until: from + 60_000, reason: '' };
    });
    const verdict = verdictAt(employment({ exceptions }), start);
    expect(verdict).toMatchObject({ kind: 'off', until: start + 4_000 * 60_000 });
  });

  test('exceptions that change nothing are passed by, however many', () => {
    const round = weekly(...Array(7).fill([span(0, 1_440)]));
    const hours = [{ validFrom: '2026-01-01', validUntil: '2027-01-01', pattern: round }];
    const start = Date.parse('2026-02-01T00:00Z');
    const exceptions = Array.from({ length: 4_000 }, (_, index): Overtime => {
      const from = start + index * 7_200_000;
      return { kind: 'overtime', from, until: from + 3_600_000, reason: '' };
    });
    const always = employment({ zone: 'UTC', hours, exceptions });
    expect(verdictAt(always, start)).toMatchObject({ kind: 'working', until: Date.parse('2027-01-01T00:00Z') });
  });

  test.each(['care', 'break'] as const)('a window of %s over every hour of work leaves none', (kind) => {
    const rotating = {
      kind: 'rotating',
      anchor: '2026-01-01',
      days: [[span(540, 600)], [], [span(1_320, 1_800)]],
    } as const;
    const windows = [{ kind, validFrom: '2026-01-01', pattern: weekly(...Array(7).fill([span(0, 1_440)])) }];
    const job = employment({ hours: [{ validFrom: '2026-01-01', pattern: rotating }], windows });
    expect(verdictAt(job, Date.parse('2026-11-24T12:00Z'))).toMatchObject({ kind: 'off', until: null });
  });

  test('seasons that fill every hour of the year have no end', () => {
    const round = weekly(...Array(7).fill([span(0, 1_440)]));
    const seasons = [{ from: '06-15', until: '09-16', pattern: round }];
    const job = employment({ zone: 'Europe/Madrid', hours: [{ validFrom: '2026-01-01', pattern: round, seasons }] });
    expect(verdictAt(job, Date.parse('2026-07-24T12:00Z'))).toMatchObject({ kind: 'working', until: null });
  });

  test('a word in a hundred days ends flexible hours that have no end', () => {
    const frame = span(0, 1_440);
    const day = { frame, core: null, usualStartMinute: 0, quotaMinutes: 1_440 };
    const hours = [{ validFrom: '2026-01-01', pattern: { kind: 'flexible', days: Array(7).fill(day) } as const }];
    const job = employment({ zone: 'UTC', hours });
    const at = Date.parse('2026-02-01T12:00Z');
    expect(verdictAt(job, at)).toMatchObject({ kind: 'working', reason: 'flexible', until: null });
    const word = override('working-now', '2026-05-12T06:00Z', '2026-05-12T07:00Z');
    expect(verdictAt({ ...job, exceptions: [word] }, at).until).toBe(Date.parse('2026-05-12T00:00Z'));
  });

  test('a season that meets its only weekday after years is waited for', () => {
    // 15 June is a Wednesday in 2033.
    const seasons = [{ from: '06-15', until: '06-16', pattern: weekly([], [], [span(540, 600)]) }];
    const job = employment({ zone: 'UTC', hours: [{ validFrom: '2022-01-01', pattern: weekly(), seasons }] });
    expect(verdictAt(job, Date.parse('2022-07-01T00:00Z')).until).toBe(Date.parse('2033-06-15T09:00Z'));
  });

  test('of two overrides that began together the later in the list wins', () => {
    const at = '2026-11-24T12:00:00-05:00';
    const exceptions = [
      override('off-now', at, '2026-11-24T13:00:00-05:00'),
      override('working-now', at, '2026-11-24T12:30:00-05:00'),
    ];
    const verdict = verdictAt(employment({ exceptions }), Date.parse(at));
    expect(verdict).toMatchObject({ reason: 'working-now', until: Date.parse('2026-11-24T12:30:00-05:00') });
  });

  test('an empty season is crossed', () => {
    const hours = [
      { validFrom: '2026-01-01', validUntil: '2026-02-01', pattern: OFFICE },
      { validFrom: '2026-02-01', validUntil: '2027-03-01', pattern: weekly() },
      { validFrom: '2027-03-01', pattern: OFFICE },
    ];
    const verdict = verdictAt(employment({ hours }), Date.parse('2026-05-05T12:00:00-05:00'));
    expect(verdict).toMatchObject({ reason: 'day-off', until: Date.parse('2027-03-01T09:00:00-05:00') });
  });

  test('a yearly shift that a clock change swallows comes a year later', () => {
    // 364 days after 2026-03-29 the clocks go forward again in Madrid.
    const days = Array.from({ length: 364 }, (_, day) => (day === 0 ? [span(150, 195)] : []));
    const hours = [{ validFrom: '2026-01-01', pattern: { kind: 'rotating', anchor: '2026-03-29', days } as const }];
    const job = employment({ zone: 'Europe/Madrid', hours });
    expect(verdictAt(job, Date.parse('2026-03-01T00:00Z')).until).toBe(Date.parse('2030-03-24T02:30+01:00'));
  });
});

describe('when work begins next', () => {
  const job = employment();

  test.each([
    ['off: the end of the time off', '2026-11-28T12:00:00-05:00', '2026-11-30T09:00:00-05:00'],
    ['working: the stretch after this one', '2026-11-24T12:00:00-05:00', '2026-11-25T09:00:00-05:00'],
  ])('%s', (_, at, expected) => {
    expect(nextWorkingAt(job, Date.parse(at))).toBe(Date.parse(expected));
  });

  test('on-call duty is no work', () => {
    const duty = written('on-call-lima');
    const monday = Date.parse('2026-11-30T09:00-05:00');
    expect(nextWorkingAt(duty, Date.parse('2026-11-27T18:00-05:00'))).toBe(monday);
    expect(nextWorkingAt(duty, Date.parse('2026-11-28T12:00-05:00'))).toBe(monday);
    const ended = { ...duty, hours: [{ validFrom: '2026-01-01', validUntil: '2026-11-28', pattern: OFFICE }] };
    expect(nextWorkingAt(ended, Date.parse('2026-11-28T12:00-05:00'))).toBeNull();
  });

  test('none is known', () => {
    const hours = [{ validFrom: '2026-01-01', validUntil: '2026-01-06', pattern: OFFICE }];
    expect(nextWorkingAt(employment({ hours }), Date.parse('2026-01-05T12:00:00-05:00'))).toBeNull();
    const always = [{ validFrom: '2026-01-01', pattern: weekly(...Array(7).fill([span(0, 1_440)])) }];
    expect(nextWorkingAt(employment({ hours: always }), Date.parse('2026-11-24T12:00:00Z'))).toBeNull();
  });
});
