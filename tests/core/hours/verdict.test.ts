import { afterEach, describe, expect, test } from 'vitest';
import { combinedStateAt } from '../../../utils/core/hours/combined.ts';
import type { Employment, HoursOverride } from '../../../utils/core/hours/types.ts';
import { nextWorkingAt, verdictAt } from '../../../utils/core/hours/verdict.ts';
import vectors from '../../vectors/hours.json' with { type: 'json' };
import { randomCase, seeded } from './random.ts';
import { employment, OFFICE, override, span, weekly } from './sample.ts';

interface WrittenEmployment {
  zone: string;
  hours: { validFrom: string; validUntil?: string; week?: number[][][]; anchor?: string; cycle?: number[][][] }[];
  exceptions?: { kind: string; from: string; until: string }[];
}

const WRITTEN: Readonly<Record<string, WrittenEmployment>> = vectors.employments;

const spansOf = (day: number[][]) => day.map(([start = 0, end = 0]) => span(start, end));

function read({ zone, hours, exceptions = [] }: WrittenEmployment): Employment {
  return employment({
    zone,
    hours: hours.map(({ validFrom, validUntil, week, anchor = '', cycle = [] }) => ({
      validFrom,
      ...(validUntil !== undefined && { validUntil }),
      pattern: week ? weekly(...week.map(spansOf)) : { kind: 'rotating', anchor, days: cycle.map(spansOf) },
    })),
    exceptions: exceptions.map(({ kind, from, until }) =>
      override(kind === 'off-now' ? 'off-now' : 'working-now', from, until),
    ),
  });
}

describe('vectors', () => {
  test.each(vectors.verdicts)('$employment: $why', (row) => {
    const written = WRITTEN[row.employment];
    if (written === undefined) throw new Error(`no employment ${row.employment}`);
    const verdict = verdictAt(read(written), Date.parse(row.at));
    expect({ ...verdict, until: verdict.until === null ? null : new Date(verdict.until).toISOString() }).toEqual({
      kind: row.kind,
      reason: row.reason,
      layer: 'layer' in row ? row.layer : 'contract',
      rule: row.rule,
      until: row.until === null ? null : new Date(row.until).toISOString(),
    });
  });
});

describe('properties, on random employments', { timeout: 60_000 }, () => {
  const random = seeded(42);
  const cases = Array.from({ length: 250 }, () => randomCase(random));

  test('until lies ahead; the kind holds up to it and differs at it', () => {
    for (const { employment: job, at } of cases) {
      const { kind, until } = verdictAt(job, at);
      if (until === null) continue;
      expect(until).toBeGreaterThan(at);
      expect(verdictAt(job, until).kind).not.toBe(kind);
      for (const part of [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]) {
        const between = Math.floor(at + (until - at) * part);
        expect(verdictAt(job, between)).toMatchObject({ kind, until });
      }
      expect(verdictAt(job, until - 1)).toMatchObject({ kind, until });
    }
  });

  test('the answer does not depend on what was asked before', () => {
    for (const { employment: job, at } of cases) {
      const asked = verdictAt(job, at);
      verdictAt(job, at - 40 * 86_400_000);
      expect(verdictAt(job, at)).toEqual(asked);
      expect(verdictAt(structuredClone(job), at)).toEqual(asked);
    }
  });

  const machine = process.env.TZ;
  afterEach(() => {
    process.env.TZ = machine ?? '';
  });

  test.each(['Pacific/Apia', 'America/New_York', 'Europe/Madrid'])('the machine in %s does not change it', (zone) => {
    const asked = cases.map(({ employment: job, at }) => verdictAt(job, at));
    process.env.TZ = zone;
    expect(cases.map(({ employment: job, at }) => verdictAt(structuredClone(job), at))).toEqual(asked);
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

  test('none is known', () => {
    const hours = [{ validFrom: '2026-01-01', validUntil: '2026-01-06', pattern: OFFICE }];
    expect(nextWorkingAt(employment({ hours }), Date.parse('2026-01-05T12:00:00-05:00'))).toBeNull();
    const always = [{ validFrom: '2026-01-01', pattern: weekly(...Array(7).fill([span(0, 1_440)])) }];
    expect(nextWorkingAt(employment({ hours: always }), Date.parse('2026-11-24T12:00:00Z'))).toBeNull();
  });
});

describe('several employments', () => {
  const shift = (start: number, end: number) => weekly(...Array(7).fill([span(start, end)]));
  const job = (id: string, start: number, end: number) =>
    employment({ id, zone: 'UTC', hours: [{ validFrom: '2026-01-01', pattern: shift(start, end) }] });
  const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

  test('none at all', () => {
    expect(combinedStateAt([], at('12:00'))).toEqual({ state: null, until: null });
  });

  test.each([
    ['both off: the earlier start', '05:00', 'off', '08:00'],
    ['one works, the other takes over before it stops', '08:30', 'working', '16:00'],
    ['both work', '11:30', 'working', '16:00'],
    ['only the second', '15:00', 'working', '16:00'],
    ['off again, until tomorrow', '16:00', 'off', '32:00'],
  ])('%s', (_, time, state, until) => {
    const jobs = [job('morning', 480, 720), job('day', 660, 960)];
    const expected = at('00:00') + Number(until.slice(0, 2)) * 3_600_000;
    expect(combinedStateAt(jobs, at(time))).toEqual({ state, until: expected });
  });

  test('one that touches the other carries on', () => {
    const jobs = [job('a', 480, 720), job('b', 720, 900), job('c', 900, 960)];
    expect(combinedStateAt(jobs, at('09:00'))).toEqual({ state: 'working', until: at('16:00') });
  });

  test('taking turns for ever has no end', () => {
    const jobs = [job('day', 480, 1_200), job('night', 1_200, 1_920)];
    expect(combinedStateAt(jobs, at('09:00'))).toEqual({ state: 'working', until: null });
  });

  test('one that never works again changes nothing', () => {
    const over = employment({
      id: 'old',
      hours: [{ validFrom: '2025-01-01', validUntil: '2026-01-01', pattern: OFFICE }],
    });
    expect(combinedStateAt([over], at('09:00'))).toEqual({ state: 'off', until: null });
    expect(combinedStateAt([over, job('a', 480, 720)], at('13:00')).until).toBe(at('08:00') + 86_400_000);
  });

  test('agrees with the single verdicts all day long', () => {
    const jobs = [job('a', 0, 190), job('b', 100, 400), job('c', 400, 410), employment({ zone: 'Asia/Kolkata' })];
    for (let minute = 0; minute < 2 * 1_440; minute += 31) {
      const now = at('00:00') + minute * 60_000;
      const working = (moment: number) => jobs.some((one) => verdictAt(one, moment).kind === 'working');
      const { state, until } = combinedStateAt(jobs, now);
      expect(state).toBe(working(now) ? 'working' : 'off');
      if (until === null) throw new Error('these jobs change every day');
      expect(working(until)).toBe(state === 'off');
      for (let between = now; between < until; between += 300_000) expect(working(between)).toBe(state === 'working');
    }
  });
});
