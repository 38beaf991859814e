import { describe, expect, test } from 'vitest';
import { restsByWeek } from '../../../utils/core/rest/broken-rests.ts';
import { addCounts, countContacts, countsByWeek } from '../../../utils/core/rest/contact-counts.ts';
import { dailyRests } from '../../../utils/core/rest/daily-rest.ts';
import { disconnectionByDay } from '../../../utils/core/rest/disconnection.ts';
import { restPeriods } from '../../../utils/core/rest/rest-periods.ts';
import type { RestTimeline } from '../../../utils/core/rest/timeline.ts';
import type { ContactMark, Stretch } from '../../../utils/core/rest/types.ts';
import { weeklyRests } from '../../../utils/core/rest/weekly-rest.ts';
import { afterHoursByDay, workByWeek } from '../../../utils/core/rest/worked-time.ts';
import { type Case, compare, endOf, RUNS, timelineOfCase } from './cases.ts';
import { contactsOf, employmentNamed, timelineOf } from './sample.ts';

const EU = { hours: 11, withinHours: 24 };
const WEEKLY = { kind: 'hours', hours: 35 } as const;
const CAPS = [{ validFrom: '2000-01-01', hours: 40 }];

const length = (stretch: Stretch | null) => (stretch === null ? 0 : stretch.until - stretch.from);

/** Every figure about rest, in a fixed order. */
function figures(timeline: RestTimeline): number[] {
  const rests = [
    ...disconnectionByDay(timeline, 'calendar-day'),
    ...disconnectionByDay(timeline, 'from-start-of-work'),
    ...restPeriods(timeline),
    ...dailyRests(timeline, EU),
    ...dailyRests(timeline, { hours: 12 }),
    ...weeklyRests(timeline, WEEKLY),
    ...weeklyRests(timeline, { kind: 'window', startMinute: 7_980, endMinute: 10_080 }),
  ];
  return rests.map(({ longest }) => length(longest));
}

/** All that is told day by day or rest by rest. */
const rows = (timeline: RestTimeline) => [
  disconnectionByDay(timeline, 'calendar-day'),
  disconnectionByDay(timeline, 'from-start-of-work'),
  restPeriods(timeline),
  dailyRests(timeline, EU),
  dailyRests(timeline, { hours: 12 }),
  weeklyRests(timeline, WEEKLY),
  afterHoursByDay(timeline),
  workByWeek(timeline, CAPS),
  countContacts(timeline.calendar, timeline.contacts).byDay,
];

describe('properties, on random cases', { timeout: 60_000 }, () => {
  test('one more contact never lengthens any rest, and shortens some', () => {
    let shortened = 0;
    compare((one) => {
      const before = figures(timelineOfCase({ ...one, contacts: one.contacts.slice(1) }));
      const after = figures(timelineOfCase(one));
      expect(after).toHaveLength(before.length);
      for (const [index, figure] of after.entries()) {
        expect(figure).toBeLessThanOrEqual(before[index] ?? -1);
        if (figure < (before[index] ?? -1)) shortened += 1;
      }
    });
    expect(shortened).toBeGreaterThan(RUNS / 4);
  });

  test('nor does one more stretch of recorded work, where rests lie between contracted shifts', () => {
    compare((one) => {
      const contracted: Case = { ...one, shifts: 'contracted' };
      const before = figures(timelineOfCase({ ...contracted, recorded: one.recorded.slice(1) }));
      for (const [index, figure] of figures(timelineOfCase(contracted)).entries()) {
        expect(figure).toBeLessThanOrEqual(before[index] ?? -1);
      }
    });
  });

  test('two weeks told one by one agree with both told at once', () => {
    compare((short) => {
      const one = { ...short, weeks: 2 };
      const middle = endOf({ ...one, weeks: 1 });
      const first = rows(timelineOfCase(one, one.monday, middle));
      const second = rows(timelineOfCase(one, middle));
      const whole = rows(timelineOfCase(one));
      expect(first.map((part, index) => [...part, ...(second[index] ?? [])])).toEqual(whole);
      expect(whole.map((part) => part.length > 0).filter(Boolean).length).toBeGreaterThan(5);
    });
  });

  test('the order of contacts does not matter, and none is changed or forgotten', () => {
    compare((one) => {
      const { contacts } = timelineOfCase({ ...one, contacts: one.contacts.toReversed() });
      expect(contacts.map(({ at }) => at)).toEqual(timelineOfCase(one).contacts.map(({ at }) => at));
      for (const contact of contacts) expect(one.contacts).toContain(contact);
    });
  });

  test('counts of two batches add up to the counts of all', () => {
    compare((one) => {
      const { calendar } = timelineOfCase(one);
      const half = Math.floor(one.contacts.length / 2);
      const added = addCounts(
        countContacts(calendar, one.contacts.slice(0, half)),
        countContacts(calendar, one.contacts.slice(half)),
      );
      expect(added).toEqual(countContacts(calendar, one.contacts));
    });
  });

  test('what is longest is undisturbed: no contact within it, no work in it', () => {
    compare((one) => {
      const timeline = timelineOfCase(one);
      for (const { longest } of disconnectionByDay(timeline, 'from-start-of-work')) {
        if (longest === null) continue;
        expect(timeline.contacts.filter(({ at }) => longest.from < at && at < longest.until)).toEqual([]);
        expect(timeline.busy.filter(({ from, until }) => from < longest.until && longest.from < until)).toEqual([]);
      }
    });
  });
});

describe('rests by week', () => {
  const office = employmentNamed('office-madrid');
  const contacts = [
    '2026-11-24T23:00:00+01:00',
    '2026-11-26T22:30:00+01:00',
    '2026-11-28T10:00:00+01:00',
    '2026-11-29T12:00:00+01:00',
    '2026-12-01T20:00:00+01:00',
  ];
  const timeline = timelineOf(office, '2026-11-23', '2026-12-14', { contacts: contactsOf(office, contacts) });

  test('two daily rests broken and the weekend', () => {
    const found = restsByWeek(timeline.calendar, dailyRests(timeline, EU), weeklyRests(timeline, WEEKLY));
    const kept = { dailyBroken: 0, dailyShort: 0, weeklyBroken: false };
    expect(found).toEqual([
      { week: '2026-W48', dailyBroken: 2, dailyShort: 0, weeklyBroken: true, shortestDailyMs: 10 * 3_600_000 },
      { week: '2026-W49', ...kept, shortestDailyMs: 13 * 3_600_000 },
      { week: '2026-W50', ...kept, shortestDailyMs: 15 * 3_600_000 },
    ]);
  });

  test('a contract that is short is not a broken rest; weeks without work have no daily rest', () => {
    const short = restsByWeek(timeline.calendar, dailyRests(timeline, { hours: 16, withinHours: 24 }), []);
    expect(short.map(({ dailyBroken, dailyShort }) => [dailyBroken, dailyShort])).toEqual([
      [0, 5],
      [0, 5],
      [0, 5],
    ]);
    const idle = timelineOf(employmentNamed('free-santiago'), '2026-11-23', '2026-11-30');
    expect(restsByWeek(idle.calendar, dailyRests(idle, EU), [])).toEqual([
      { week: '2026-W48', dailyBroken: 0, dailyShort: 0, weeklyBroken: false, shortestDailyMs: null },
    ]);
  });
});

describe('several employments', () => {
  const office = employmentNamed('office-madrid');
  const nights = employmentNamed('nights-madrid');
  const contact = (at: string, employment: string): ContactMark => ({ at: Date.parse(at), employment, verdict: 'off' });
  const contacts = [
    contact('2026-11-28T12:00:00+01:00', 'nights-madrid'),
    contact('2026-11-28T15:00:00+01:00', 'office-madrid'),
    contact('2026-11-28T18:00:00+01:00', 'a third one'),
  ];
  const restOnSaturday = (employments: (typeof office)[]) =>
    restPeriods(timelineOf(office, '2026-11-23', '2026-11-30', { employments, contacts })).findLast(
      ({ contracted }) => contracted.from < Date.parse('2026-11-28T12:00:00+01:00'),
    );

  test('each by itself: only its own contacts count', () => {
    const rest = restOnSaturday([office]);
    expect(rest?.contracted.from).toBe(Date.parse('2026-11-27T18:00:00+01:00'));
    expect(rest?.contacts).toEqual([contacts[1]]);
  });

  test('together: rests lie where neither works', () => {
    const rest = restOnSaturday([office, nights]);
    expect(rest?.contracted.from).toBe(Date.parse('2026-11-28T06:00:00+01:00'));
    expect(rest?.contracted.until).toBe(Date.parse('2026-11-28T22:00:00+01:00'));
    expect(rest?.contacts).toEqual([contacts[0], contacts[1]]);
  });

  test('counts by week take the contacts they are given', () => {
    const { calendar } = timelineOf(office, '2026-11-23', '2026-11-30');
    expect(countsByWeek(calendar, countContacts(calendar, contacts))[0]?.contacts.off).toBe(3);
  });
});
