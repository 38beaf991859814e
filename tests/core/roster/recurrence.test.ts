import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readProperty } from '../../../utils/core/roster/property.ts';
import { daysOfRule, stepCounter } from '../../../utils/core/roster/recurrence.ts';
import { type Rule, readRule } from '../../../utils/core/roster/rule.ts';
import { oracleDays, type PlainRule } from './rule-oracle.ts';

function ruleOf(text: string, startMinute = 540): Rule | null {
  const property = readProperty({ name: 'RRULE', text: `RRULE:${text}`, number: 1 });
  if (!property.ok) throw new Error(property.problem.code);
  const rule = readRule(property.value, startMinute);
  if (!rule.ok) throw new Error(rule.problem.code);
  return rule.value;
}

function days(text: string, start: string, first = start, last = '2030-12-31'): string[] {
  const rule = ruleOf(text);
  if (rule === null) throw new Error(`${text} is not usual`);
  return daysOfRule(rule, start, first, last, stepCounter());
}

/** RFC 5545 §3.8.5.3, with the dates that it prints. */
const OF_THE_STANDARD: readonly [rule: string, start: string, days: string][] = [
  ['FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09-02', '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12'],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=4', '1997-09-02', '1997-09-02 1997-09-16 1997-09-30 1997-10-14'],
  [
    'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
    '1997-09-02',
    '1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16',
  ],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08-05', '1997-08-05 1997-08-10 1997-08-19 1997-08-24'],
  ['FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08-05', '1997-08-05 1997-08-17 1997-08-19 1997-08-31'],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=1FR', '1997-09-05', '1997-09-05 1997-10-03 1997-11-07'],
  ['FREQ=MONTHLY;INTERVAL=2;COUNT=4;BYDAY=1SU,-1SU', '1997-09-07', '1997-09-07 1997-09-28 1997-11-02 1997-11-30'],
  [
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09-22',
    '1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4', '1997-09-28', '1997-09-28 1997-10-29 1997-11-28 1997-12-29'],
  ['FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,15', '1997-09-02', '1997-09-02 1997-09-15 1997-10-02 1997-10-15'],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3', '1998-02-13', '1998-02-13 1998-03-13 1998-11-13'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4',
    '1997-09-29',
    '1997-09-29 1997-10-30 1997-11-27 1997-12-30',
  ],
  ['FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09-04', '1997-09-04 1997-10-07 1997-11-06'],
  ['FREQ=YEARLY;COUNT=4;BYMONTH=6,7', '1997-06-10', '1997-06-10 1997-07-10 1998-06-10 1998-07-10'],
  ['FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19', '1997-05-19 1998-05-18 1999-05-17'],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4', '1997-03-13', '1997-03-13 1997-03-20 1997-03-27 1998-03-05'],
  [
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3',
    '1996-11-05',
    '1996-11-05 2000-11-07 2004-11-02',
  ],
];

describe('the days of a rule', { timeout: 30_000 }, () => {
  it.each(OF_THE_STANDARD)('%s from %s are those that the standard prints', (rule, start, expected) => {
    expect(days(rule, start)).toEqual(expected.split(' '));
  });

  it('are those in the range only, however long ago the rule began', () => {
    expect(days('FREQ=WEEKLY;INTERVAL=3;BYDAY=SA', '1970-01-03', '2026-01-01', '2026-02-28')).toEqual([
      // 1970-01-03 and every 21 days; 975 times 21 days later is 2026-01-24.
      '2026-01-03',
      '2026-01-24',
      '2026-02-14',
    ]);
  });

  it('include no 29 February that does not exist', () => {
    expect(days('FREQ=YEARLY', '2024-02-29')).toEqual(['2024-02-29', '2028-02-29']);
    expect(days('FREQ=MONTHLY;COUNT=3', '2026-01-31')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31']);
  });

  const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
  const start = fc
    .integer({ min: 0, max: 1_400 })
    .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  const some = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(item, { minLength: 1, maxLength });
  const weekday = fc.constantFrom(...WEEKDAYS);
  const numbered = fc
    .tuple(fc.constantFrom('', '1', '2', '4', '5', '-1', '-2'), weekday)
    .map((parts) => parts.join(''));
  const rule: fc.Arbitrary<PlainRule> = fc.oneof(
    fc.record(
      {
        freq: fc.constant('DAILY' as const),
        interval: fc.integer({ min: 1, max: 9 }),
        count: fc.integer({ min: 1, max: 60 }),
        byday: some(weekday, 5),
        bymonth: some(fc.integer({ min: 1, max: 12 }), 3),
      },
      { requiredKeys: ['freq'] },
    ),
    fc.record(
      {
        freq: fc.constant('WEEKLY' as const),
        interval: fc.integer({ min: 1, max: 6 }),
        count: fc.integer({ min: 1, max: 60 }),
        wkst: weekday,
        byday: some(weekday, 5),
        bymonth: some(fc.integer({ min: 1, max: 12 }), 3),
      },
      { requiredKeys: ['freq'] },
    ),
    fc.record(
      {
        freq: fc.constant('MONTHLY' as const),
        interval: fc.integer({ min: 1, max: 6 }),
        count: fc.integer({ min: 1, max: 30 }),
        byday: some(numbered, 3),
        bymonth: some(fc.integer({ min: 1, max: 12 }), 3),
      },
      { requiredKeys: ['freq'] },
    ),
    fc.record(
      {
        freq: fc.constant('MONTHLY' as const),
        interval: fc.integer({ min: 1, max: 6 }),
        count: fc.integer({ min: 1, max: 30 }),
        bymonthday: some(fc.constantFrom(1, 13, 28, 29, 30, 31, -1, -2, -31), 3),
        byday: some(weekday, 6),
      },
      { requiredKeys: ['freq'] },
    ),
    fc.record({
      freq: fc.constant('MONTHLY' as const),
      byday: some(weekday, 7),
      bysetpos: some(fc.constantFrom(1, 2, 3, -1, -2), 2),
    }),
    fc.record(
      {
        freq: fc.constant('YEARLY' as const),
        interval: fc.integer({ min: 1, max: 3 }),
        count: fc.integer({ min: 1, max: 9 }),
        bymonth: some(fc.integer({ min: 1, max: 12 }), 3),
        bymonthday: some(fc.constantFrom(1, 15, 29, 30, 31, -1), 2),
      },
      { requiredKeys: ['freq'] },
    ),
    fc.record(
      {
        freq: fc.constant('YEARLY' as const),
        count: fc.integer({ min: 1, max: 9 }),
        bymonth: some(fc.integer({ min: 1, max: 12 }), 3),
        byday: some(numbered, 2),
      },
      { requiredKeys: ['freq'] },
    ),
  );

  const spelt = (plain: PlainRule): string =>
    Object.entries(plain)
      .map(([part, value]) => `${part.toUpperCase()}=${value}`)
      .join(';');

  it('are those that the words of the standard allow, for any rule and start', () => {
    fc.assert(
      fc.property(rule, start, (plain, begin) => {
        expect(days(spelt(plain), begin, '2026-01-01', '2029-12-31')).toEqual(
          oracleDays(plain, begin, '2026-01-01', '2029-12-31'),
        );
      }),
      { numRuns: 300 },
    );
  });

  /**
   * ical.js goes astray where a monthly rule names months, where weekdays meet dates, and on days that some months do not
   * have; and it counts a day twice that is both the last and the fifth Friday. Those are left to the other oracle.
   */
  const icalKnows = ({ freq, bymonth, byday, bymonthday }: PlainRule, begin: string): boolean =>
    Number(begin.slice(8)) <= 28 &&
    !(freq === 'YEARLY' && bymonthday !== undefined) &&
    !(freq === 'MONTHLY' && bymonth !== undefined) &&
    !(byday !== undefined && bymonthday !== undefined) &&
    !(byday !== undefined && byday.length > 1 && byday.some((coded) => coded.length > 2));

  /** It takes months in the order in which they are written. */
  const inOrder = (plain: PlainRule): PlainRule =>
    plain.bymonth === undefined ? plain : { ...plain, bymonth: plain.bymonth.toSorted((a, b) => a - b) };

  it('are those that ical.js finds, for rules that begin on a day of their own', () => {
    let compared = 0;
    fc.assert(
      fc.property(rule, start, (plain, near) => {
        const { count: _, ...endless } = plain;
        // The next day of the rule after a random one, so that the start is one of its days.
        const begin = oracleDays({ ...endless, interval: 1 }, near, near, '2029-12-31')[0];
        if (begin === undefined || !icalKnows(plain, begin)) return;
        compared += 1;
        const iterator = ICAL.Recur.fromString(spelt(inOrder(plain))).iterator(ICAL.Time.fromDateString(begin));
        const found: string[] = [];
        for (let next = iterator.next(); next && next.toString() <= '2029-12-31'; next = iterator.next()) {
          if (next.toString() >= '2026-01-01') found.push(next.toString());
        }
        expect(days(spelt(plain), begin, '2026-01-01', '2029-12-31')).toEqual(found);
      }),
      { numRuns: 120, seed: 5545 },
    );
    expect(compared).toBeGreaterThan(40);
  });
});

describe('a rule', () => {
  it.each([
    'FREQ=HOURLY',
    'FREQ=MINUTELY;COUNT=3',
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=DAILY;BYHOUR=6,14,22',
    'FREQ=DAILY;BYHOUR=10',
    'FREQ=DAILY;INTERVAL=1001',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=WEEKLY;BYMONTHDAY=5',
    'FREQ=WEEKLY;X-MOON=FULL',
  ])('of which rosters have no use is not guessed at: %s', (text) => {
    expect(ruleOf(text)).toBeNull();
  });

  it('may say again when the shift begins', () => {
    expect(ruleOf('FREQ=DAILY;BYHOUR=9;BYMINUTE=0;BYSECOND=0')).not.toBeNull();
    expect(ruleOf('FREQ=DAILY;BYHOUR=9;BYMINUTE=30', 570)).not.toBeNull();
    expect(ruleOf('FREQ=DAILY;BYHOUR=9;BYMINUTE=30', 540)).toBeNull();
  });
});
