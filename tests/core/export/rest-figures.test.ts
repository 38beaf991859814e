import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../utils/core/export/report/figures.ts';
import { restsOfJob } from '../../../utils/core/export/report/rest-figures.ts';
import type { EntryView } from '../../../utils/core/log/read.ts';
import type { Said } from '../../../utils/core/log/said.ts';
import type { RestVersion } from '../../../utils/core/rest/rule-types.ts';
import { type Case, compare, employmentsOf, endOf, RUNS } from '../rest/cases.ts';
import * as oracle from '../rest/oracle.ts';
import { FACTS, JOB } from './sample.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const dayAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
const lengthOf = (run: oracle.Range | null): number => (run === null ? 0 : run[1] - run[0]);

/** Rules that change on the Wednesday of the first week, which has the older ones throughout. */
const rulesAround = (monday: string): readonly [RestVersion, RestVersion] => [
  {
    validFrom: '2000-01-01',
    validUntil: dayAfter(monday, 2),
    daily: { hours: 11, withinHours: 24 },
    weekly: { kind: 'hours', hours: 35 },
    weeklyCap: 20,
  },
  { validFrom: dayAfter(monday, 2), daily: { hours: 12 }, weekly: { kind: 'hours', hours: 24 }, weeklyCap: 30 },
];

/** The same questions asked of single minutes. */
function counted(one: Case, known: number): unknown[] {
  const minutes = oracle.minutesOf(one);
  const days = oracle.daysOf(one, minutes.origin);
  const outcome = (window: oracle.Range, hours: number, before?: number): [string, number] => {
    const left = lengthOf(oracle.longestRun(minutes.busy, minutes.contacts, window, before));
    const granted = lengthOf(oracle.longestRun(minutes.shift, null, window, before));
    return [left >= hours * 60 ? 'kept' : granted < hours * 60 ? 'short' : 'broken', left];
  };
  return oracle.weeksOf(days).map((week, index) => {
    const older = index === 0;
    const rests = days
      .filter(({ range }) => range[0] >= week[0] && range[1] <= week[1])
      .flatMap(({ range }) => {
        const start = oracle.startIn(minutes, range);
        if (start === null) return [];
        const end = older ? start + 1_440 : oracle.startIn(minutes, [range[1], Number.POSITIVE_INFINITY]);
        return end === null ? [] : [outcome([start, end], older ? 11 : 12)];
      });
    const window: oracle.Range = [week[0], oracle.endOfRest(minutes, week)];
    const seen: oracle.Range = [week[0], Math.min(window[1], (known - minutes.origin) / MINUTE)];
    const nothing = new Uint8Array(minutes.working.length);
    const work = oracle.countIn(minutes.working, 1, nothing, week);
    return {
      daily: {
        broken: rests.filter(([what]) => what === 'broken').length,
        short: rests.filter(([what]) => what === 'short').length,
        shortestMs: rests.length === 0 ? null : Math.min(...rests.map(([, left]) => left)) * MINUTE,
      },
      weeklyBroken: outcome(window, older ? 35 : 24, week[1])[0] === 'broken',
      longestMs: lengthOf(oracle.longestRun(minutes.busy, minutes.contacts, seen, week[1])) * MINUTE,
      workMs: work * MINUTE,
      // Both caps hold in the first week: the higher one counts.
      aboveCapMs: Math.max(0, work - 30 * 60) * MINUTE,
    };
  });
}

describe('rests of one job', () => {
  it('are what counting minutes gives, week by week, under rules that change', { timeout: 20_000 + RUNS * 200 }, () => {
    let [broken, weekly, above] = [0, 0, 0];
    compare((any) => {
      const one: Case = {
        ...any,
        jobs: any.jobs.slice(0, 1),
        recorded: [],
        onCallIsRest: false,
        shifts: 'contracted',
      };
      const [job] = employmentsOf(one);
      if (job === undefined) throw new Error('no job');
      const period = { first: one.monday, last: dayAfter(endOf(one), -1) };
      const until = Temporal.PlainDate.from(endOf(one)).toZonedDateTime(job.zone).epochMilliseconds;
      const { weeks } = restsOfJob(
        { period, madeAt: until + 30 * 24 * HOUR },
        { ...job, rests: rulesAround(one.monday) },
        one.contacts,
        [],
      );
      const found = weeks.map(({ week: _, monday: _monday, partial: _partial, ...figures }) => figures);
      expect(found).toEqual(counted(one, until));
      for (const week of weeks) {
        broken += week.daily?.broken ?? 0;
        weekly += Number(week.weeklyBroken);
        above += Number((week.aboveCapMs ?? 0) > 0);
      }
    });
    expect(Math.min(broken, weekly, above)).toBeGreaterThan(0);
  });
});

const at = (time: string): number => Date.parse(`${time}-05:00`);
const contact = (time: string, employment = JOB.id) => ({ at: at(time), employment, verdict: 'off' as const });

/** Monday to Friday 9 to 17, over the weeks of 2 and 9 March 2026. */
const TWO_WEEKS = { period: { first: '2026-03-02', last: '2026-03-15' }, madeAt: at('2026-03-20T12:00') };
const EU = JOB.rests ?? [];

describe('what is not judged', () => {
  const hourly = Array.from({ length: 14 * 24 }, (_, hour) => ({
    ...contact('2026-03-02T00:00'),
    at: at('2026-03-02T00:00') + hour * HOUR,
  }));

  it('a week that the period cuts, but for its days', () => {
    const { weeks } = restsOfJob(
      { ...TWO_WEEKS, period: { first: '2026-03-04', last: '2026-03-15' } },
      { ...JOB, rests: EU.map((version) => ({ ...version, weeklyCap: 30 })) },
      hourly,
      [],
    );
    expect(weeks.map(({ partial, weeklyBroken, aboveCapMs }) => [partial, weeklyBroken, aboveCapMs])).toEqual([
      [true, null, null],
      [false, true, 10 * HOUR],
    ]);
    expect(weeks.map(({ daily }) => daily?.broken)).toEqual([3, 5]);
  });

  it('a week that is not over when the report is made; a rest counts up to then at most', () => {
    const { weeks } = restsOfJob(
      { ...TWO_WEEKS, madeAt: at('2026-03-13T20:00') },
      JOB,
      [contact('2026-03-12T22:00')],
      [],
    );
    expect(weeks.map(({ partial, weeklyBroken }) => [partial, weeklyBroken])).toEqual([
      [false, false],
      [true, null],
    ]);
    // Friday 17:00 to Monday 9:00; then 16 hours of a night.
    expect(weeks.map(({ longestMs }) => longestMs / HOUR)).toEqual([64, 16]);
  });

  it('weeks without rules: one that begins before the rules do, and one after their end', () => {
    const rests: RestVersion[] = [
      { ...rulesAround('2026-03-02')[1], validFrom: '2026-03-03', validUntil: '2026-03-10' },
    ];
    const { weeks, versions } = restsOfJob(
      { ...TWO_WEEKS, period: { first: '2026-03-02', last: '2026-03-22' } },
      { ...JOB, rests },
      hourly,
      [],
    );
    expect(versions).toEqual(rests);
    expect(weeks.map(({ daily }) => daily?.broken ?? null)).toEqual([null, 5, null]);
  });

  it('a job without rules in the period, also where it has some before and after', () => {
    const [first, second] = rulesAround('2026-03-02');
    const rests = [
      { ...first, validUntil: '2026-03-02' },
      { ...second, validFrom: '2026-03-16' },
    ];
    expect(restsOfJob(TWO_WEEKS, { ...JOB, rests }, hourly, [])).toMatchObject({ versions: [], weeks: [] });
    expect(restsOfJob(TWO_WEEKS, { ...JOB, rests: [] }, hourly, [])).toMatchObject({ versions: [], weeks: [] });
  });
});

describe('each job by itself', () => {
  it('contacts and hours of another one break no rest; the sum on the first page is of all', () => {
    const other = {
      ...JOB,
      id: 'job-2',
      label: 'Night desk',
      rests: [{ validFrom: '2026-01-01', daily: { hours: 16 } }],
    };
    const marks = [
      contact('2026-03-03T23:00'),
      contact('2026-03-04T20:00', 'job-2'),
      contact('2026-03-05T20:00', 'job-2'),
    ].map((mark, index) => ({ ...mark, seq: index + 1 }));
    const collected = { marks, reportedMarks: [], said: new Map() };
    const facts = { ...FACTS, ...TWO_WEEKS, employments: [JOB, other] };
    const { rests, totals } = figuresOf(facts, collected);
    expect(rests.map(({ weeks }) => weeks.map(({ daily }) => daily?.broken))).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(totals.restsBroken).toBe(3);
    expect(figuresOf({ ...facts, employments: [{ ...JOB, rests: [] }] }, collected).totals.restsBroken).toBeNull();
  });

  it('recorded work outside the hours breaks a rest and counts against the cap', () => {
    const rests: RestVersion[] = [{ validFrom: '2026-01-01', daily: { hours: 11, withinHours: 24 }, weeklyCap: 40 }];
    const recorded = [
      {
        employment: JOB.id,
        from: at('2026-03-03T22:00'),
        until: at('2026-03-03T23:30'),
        certainty: 'reported' as const,
      },
    ];
    const [week] = restsOfJob(TWO_WEEKS, { ...JOB, rests }, [], recorded).weeks;
    expect(week).toMatchObject({
      daily: { broken: 1 },
      workMs: 41.5 * HOUR,
      aboveCapMs: 1.5 * HOUR,
      weeklyBroken: null,
    });
  });

  it('is what the person noted beside a contact, unless they say that the contact is wrong', () => {
    const rests: RestVersion[] = [{ validFrom: '2026-01-01', weeklyCap: 40 }];
    const facts = { ...FACTS, ...TWO_WEEKS, employments: [{ ...JOB, rests }] };
    const evenings = ['03', '04', '05', '06'].map((day) => contact(`2026-03-${day}T22:00`));
    const lines = evenings.map((mark, index) => ({ ...mark, seq: 10 * (index + 1) }));
    const [first, second, third, typedIn] = lines;
    if (!first || !second || !third || !typedIn) throw new RangeError('four lines');
    const says = (minutes: number, ...corrections: Said['corrections']): Said => ({
      annotation: { minutes },
      corrections,
      files: [],
    });
    const said = new Map([
      [10, says(30)],
      [20, says(240, {} as EntryView)],
      [25, says(240)], // A line that is not among the contacts handed over.
      [40, says(45)],
    ]);
    const { rests: jobs } = figuresOf(facts, { marks: [first, second, third], reportedMarks: [typedIn], said });
    expect(jobs[0]?.weeks[0]).toMatchObject({ workMs: 41.25 * HOUR, aboveCapMs: 1.25 * HOUR });
  });
});
