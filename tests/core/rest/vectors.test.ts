import { describe, expect, test } from 'vitest';
import { blockAfter, placeInBlock } from '../../../utils/core/rest/block.ts';
import { calendarOf } from '../../../utils/core/rest/calendar.ts';
import { capOn } from '../../../utils/core/rest/caps.ts';
import { countContacts, countsByWeek } from '../../../utils/core/rest/contact-counts.ts';
import { dailyRests } from '../../../utils/core/rest/daily-rest.ts';
import { disconnectionByDay } from '../../../utils/core/rest/disconnection.ts';
import { restPeriods } from '../../../utils/core/rest/rest-periods.ts';
import type { RestRecord, RestTimeline } from '../../../utils/core/rest/timeline.ts';
import type { ContactMark, DatedCap, Stretch, WeeklyRestRule } from '../../../utils/core/rest/types.ts';
import { weeklyRests } from '../../../utils/core/rest/weekly-rest.ts';
import { afterHoursByDay, workByWeek } from '../../../utils/core/rest/worked-time.ts';
import { HOUR_MS } from '../../../utils/core/time/instant.ts';
import vectors from '../../vectors/rest.json' with { type: 'json' };
import { contactsOf, employmentNamed, recordedOf, timelineOf, type WrittenContact } from './sample.ts';

interface Row {
  readonly why: string;
  readonly employment: string;
  readonly contacts?: readonly WrittenContact[];
  readonly recorded?: readonly (readonly string[])[];
  readonly leave?: readonly string[];
  readonly shifts?: string;
  readonly onCallIsRest?: boolean;
}

const iso = (at: number): string => new Date(at).toISOString();
const written = (stretch: Stretch | null) => (stretch === null ? null : [iso(stretch.from), iso(stretch.until)]);
const instants = (stretch: readonly string[] | null) => stretch?.map((at) => iso(Date.parse(at))) ?? null;

/** The row's timeline, and a way to name contacts by their place in the row. */
function read(row: Row, from: string, until: string) {
  const employment = employmentNamed(row.employment, row.leave);
  const contacts = contactsOf(employment, row.contacts ?? []);
  const changes: Partial<RestRecord> = {
    contacts,
    recorded: recordedOf(employment, row.recorded),
    ...(row.shifts === 'actual' && { shifts: 'actual' }),
    ...(row.onCallIsRest === true && { onCallIsRest: true }),
  };
  const timeline: RestTimeline = timelineOf(employment, from, until, changes);
  return { timeline, numbersOf: (hits: readonly ContactMark[]) => hits.map((contact) => contacts.indexOf(contact)) };
}

const dayAfter = (date: string): string => iso(Date.parse(date) + 24 * HOUR_MS).slice(0, 10);

describe('minimum disconnection block', () => {
  test.each(vectors.blocks)('$why', (row) => {
    const [contact] = contactsOf(employmentNamed(row.employment), [row.contact]);
    const block = blockAfter(Date.parse(row.endOfWork), row.hours);
    expect(contact && placeInBlock(contact, block)).toEqual({
      insideBlock: row.insideBlock,
      outsideHours: row.outsideHours,
    });
  });
});

describe('longest disconnection of a day', () => {
  test.each(vectors.disconnection)('$why', (row) => {
    const { timeline, numbersOf } = read(row, row.date, dayAfter(row.date));
    const days = disconnectionByDay(timeline, row.window === 'calendar-day' ? 'calendar-day' : 'from-start-of-work');
    const day = days.find(({ date }) => date === row.date);
    expect(day && { longest: written(day.longest), hits: numbersOf(day.contacts) }).toEqual({
      longest: instants(row.longest),
      hits: row.hits,
    });
  });
});

const checked = ({
  contracted,
  longest,
  outcome,
  hits,
}: (typeof vectors.weekly)[number] | (typeof vectors.daily)[number]) => ({
  contracted: instants(contracted),
  longest: instants(longest),
  outcome,
  hits,
});

describe('daily rest', () => {
  test.each(vectors.daily)('$why', (row) => {
    const { timeline, numbersOf } = read(row, row.date, dayAfter(row.date));
    const rest = dailyRests(timeline, row.rule).find(({ date }) => date === row.date);
    expect(rest && { ...toWritten(rest), hits: numbersOf(rest.contacts) }).toEqual(checked(row));
  });
});

describe('weekly rest', () => {
  test.each(vectors.weekly)('$why', (row) => {
    const { timeline, numbersOf } = read(row, '2026-01-01', '2027-01-08');
    const rest = weeklyRests(timeline, row.rule as WeeklyRestRule).find(({ week }) => week === row.week);
    expect(rest && { ...toWritten(rest), hits: numbersOf(rest.contacts) }).toEqual(checked(row));
  });
});

const toWritten = (rest: { contracted: Stretch | null; longest: Stretch | null; outcome: string }) => ({
  contracted: written(rest.contracted),
  longest: written(rest.longest),
  outcome: rest.outcome,
});

describe('rests between two stretches of work', () => {
  test.each(vectors.periods)('$why', (row) => {
    const { timeline, numbersOf } = read(row, row.from, row.until);
    const rests = restPeriods(timeline, row.atLeastHours).map(({ contracted, longest, contacts }) => ({
      contracted: written(contracted),
      longest: written(longest),
      hits: numbersOf(contacts),
    }));
    expect(rests.slice(0, row.firstOnly)).toEqual(
      row.rests.map(({ contracted, longest, hits }) => ({
        contracted: instants(contracted),
        longest: instants(longest),
        hits,
      })),
    );
  });
});

const schedules: Readonly<Record<string, readonly DatedCap[]>> = vectors.schedules;
const scheduleOf = (name: string): readonly DatedCap[] => {
  const caps = schedules[name];
  if (caps === undefined) throw new Error(`no schedule ${name}`);
  return caps;
};

describe('weekly cap', () => {
  test.each(vectors.caps)('$why: $date', ({ caps, date, hours }) => {
    expect(capOn(scheduleOf(caps), date)).toBe(hours);
  });
});

const inHours = ({ observed, inferred, reported }: { observed: number; inferred: number; reported: number }) =>
  [observed, inferred, reported].map((ms) => ms / HOUR_MS);

describe('work of a week', () => {
  test.each(vectors.weeks)('$why', (row) => {
    const from = row.week.startsWith('2011') ? '2011-12-20' : '2025-06-01';
    const { timeline } = read(row, from, row.week.startsWith('2011') ? '2012-01-10' : '2027-01-11');
    const found = workByWeek(timeline, scheduleOf(row.caps)).find(({ week }) => week === row.week);
    expect(
      found && {
        contracted: found.contractedMs / HOUR_MS,
        after: inHours(found.afterHoursMs),
        total: found.totalMs / HOUR_MS,
        cap: found.capHours,
        above: found.aboveCapMs / HOUR_MS,
      },
    ).toEqual({
      contracted: row.contractedHours,
      after: row.afterHours,
      total: row.afterHours.reduce((sum, hours) => sum + hours, row.contractedHours),
      cap: row.capHours,
      above: row.aboveCapHours,
    });
  });
});

describe('work after hours of a day', () => {
  test.each(vectors.days)('$why', (row) => {
    const { timeline } = read(row, '2026-11-23', '2026-11-30');
    const worked = afterHoursByDay(timeline).map(({ date, afterHoursMs }) => [date, inHours(afterHoursMs)]);
    expect(worked).toHaveLength(7);
    expect(Object.fromEntries(worked.filter(([, hours]) => (hours as number[]).some((one) => one > 0)))).toEqual(
      row.afterHours,
    );
  });
});

describe('counts', () => {
  test.each(vectors.counts)('$why', (row) => {
    const employment = employmentNamed(row.employment);
    const calendar = calendarOf(employment, row.from, row.until);
    const counts = countContacts(calendar, contactsOf(employment, row.contacts));
    const hours = counts.byWeekdayAndHour.flatMap((hoursOfDay, weekday) =>
      hoursOfDay.flatMap((kinds, hour) =>
        Object.entries(kinds)
          .filter(([, count]) => count > 0)
          .map(([kind, count]) => [`${weekday + 1} ${String(hour).padStart(2, '0')}`, [kind, count]]),
      ),
    );
    expect(Object.fromEntries(hours)).toEqual(row.hours);
    const weeks = countsByWeek(calendar, counts).map(({ week, contacts, daysAfterHours }) => [
      week,
      { ...contacts, days: daysAfterHours },
    ]);
    expect(Object.fromEntries(weeks)).toEqual(row.weeks);
  });
});
