import { describe, expect, it } from 'vitest';
import type { Employment, Span } from '../../../utils/core/hours/types.ts';
import { unwatchedWeeks } from '../../../utils/core/insight/unwatched.ts';
import { type WeeksInput, weeksOfContacts } from '../../../utils/core/insight/weeks.ts';
import { indexOf, type Sample } from './sample.ts';

const HOUR = 3_600_000;
const OFFICE: readonly Span[] = [{ startMinute: 9 * 60, endMinute: 17 * 60 }];
const JOB: Employment = {
  id: 'job',
  label: 'Job',
  zoneRule: 'fixed',
  zone: 'UTC',
  hours: [
    { validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []] } },
  ],
  exceptions: [],
};
const at = (time: string): Sample => [`${time}:00.000Z`];
const weeks = (samples: readonly Sample[], part: Partial<WeeksInput> = {}) => [
  ...weeksOfContacts({
    index: indexOf(...samples),
    today: '2026-11-24',
    now: Date.parse('2026-11-24T12:00:00Z'),
    weeks: 12,
    employments: [JOB],
    inHours: [],
    rulesAt: () => null,
    ...part,
  }),
];

describe('weeks of contacts', () => {
  it('begin with this one, end with the first that the log knows, and count bursts in full', () => {
    const rows = weeks([at('2026-11-10T20:00'), ['2026-11-23T20:00:00.000Z', { k: 'collapse', n: 4, why: undefined }]]);
    expect(rows.map(({ monday, afterHours }) => [monday, afterHours])).toEqual([
      ['2026-11-23', 4],
      ['2026-11-16', 0],
      ['2026-11-09', 1],
    ]);
  });

  it('stop at as many weeks as were asked for', () => {
    expect(weeks([at('2020-01-01T20:00')], { weeks: 3 })).toHaveLength(3);
  });

  it('put contacts in hours beside them where they were counted', () => {
    const inHours = [
      { date: '2026-11-22', inHours: 2 },
      { date: '2026-11-16', inHours: 3 },
    ];
    expect(weeks([at('2026-11-10T20:00')], { inHours }).map((row) => row.inHours)).toEqual([null, 5, null]);
  });

  it('say the shortest undisturbed rest where no rule is set', () => {
    // Tuesday ends at 17:00, a contact at 23:00: 10 hours are left until Wednesday 09:00.
    const [, past] = weeks([at('2026-11-17T23:00')]);
    expect(past?.rest).toEqual({ by: 'undisturbed', leastMs: 10 * HOUR });
  });

  it('count broken daily and weekly rests by the rules of the week', () => {
    const rules = { daily: { hours: 11, withinHours: 24 }, weekly: { kind: 'hours', hours: 35 } } as const;
    const asked: string[] = [];
    const rulesAt = (_: Employment, monday: string) => {
      asked.push(monday);
      return rules;
    };
    const night = at('2026-11-17T23:00');
    const weekend = ['2026-11-20T22:00', '2026-11-21T20:00', '2026-11-22T18:00'].map(at);
    const [now, past] = weeks([night, ...weekend], { rulesAt });
    expect(past?.rest).toEqual({ by: 'rules', dailyBroken: 1, weeklyBroken: 1 });
    expect(now?.rest).toEqual({ by: 'rules', dailyBroken: 0, weeklyBroken: 0 });
    expect(asked).toEqual(['2026-11-23', '2026-11-16']);
  });

  it('do not call a rest broken that still runs', () => {
    const rulesAt = () => ({ daily: { hours: 11, withinHours: 24 } });
    const input = { rulesAt, today: '2026-11-17', now: Date.parse('2026-11-18T02:00:00Z') };
    expect(weeks([at('2026-11-17T23:00')], input)[0]?.rest).toMatchObject({ dailyBroken: 0 });
    expect(weeks([at('2026-11-17T23:00')], { ...input, now: input.now + 7 * HOUR })[0]?.rest).toMatchObject({
      dailyBroken: 1,
    });
  });

  it('have no rests without a job', () => {
    expect(weeks([at('2026-11-10T20:00')], { employments: [] }).every(({ rest }) => rest === null)).toBe(true);
  });
});

describe('weeks in which nothing was watched', () => {
  const watch = (time: string, svc: string, what: string): Sample => [`${time}:00.000Z`, { k: 'watch', svc, what }];
  const unwatched = (...samples: Sample[]) =>
    unwatchedWeeks(indexOf(...samples), '2026-10-26', '2026-11-24', 'UTC', Date.parse('2026-11-24T12:00:00Z'));
  const away: Sample = [
    '2026-11-16T08:00:00.000Z',
    {
      k: 'gap',
      what: 'not-running',
      svc: undefined,
      from: '2026-11-01T20:00:00.000Z',
      until: '2026-11-16T08:00:00.000Z',
    },
  ];

  it('are those that lie wholly in gaps', () => {
    expect(unwatched(watch('2026-10-01T08:00', 'alpha', 'watched'), away)).toEqual(['2026-11-02', '2026-11-09']);
  });

  it('are none where a contact came all the same', () => {
    const log = [watch('2026-10-01T08:00', 'alpha', 'watched'), at('2026-11-04T20:00'), away];
    expect(unwatched(...log)).toEqual(['2026-11-09']);
  });

  it('are not guessed where the log says nothing of that time', () => {
    expect(unwatched(at('2026-10-01T08:00'))).toEqual([]);
    expect(unwatched(watch('2026-11-20T08:00', 'alpha', 'watched'))).toEqual([]);
  });

  it('are told by the app that was chosen first, whatever was chosen later', () => {
    const log = [watch('2026-10-01T08:00', 'alpha', 'watched'), away, watch('2026-11-17T08:00', 'beta', 'watched')];
    expect(unwatched(...log)).toEqual(['2026-11-02', '2026-11-09']);
  });
});
