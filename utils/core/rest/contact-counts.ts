import type { Verdict } from '../hours/types.ts';
import { zoneAt } from '../hours/zone-moves.ts';
import { weekdayOfDay } from '../time/dates.ts';
import { HOUR_MS, type LocalDate } from '../time/instant.ts';
import { zoneClock } from '../time/zone-clock.ts';
import type { Calendar } from './calendar.ts';
import { indexEndingAfter } from './stretches.ts';
import type { ContactMark } from './types.ts';

/** Contacts by the verdict that the log has: `working` came in hours, `off` after hours. */
export type KindCounts = Readonly<Record<Verdict['kind'], number>>;

export interface ContactCounts {
  /** Seven rows, Monday first, of 24 wall-clock hours each, in the zone in force at each contact. */
  readonly byWeekdayAndHour: readonly (readonly KindCounts[])[];
  /** One row for each day of the calendar. */
  readonly byDay: readonly DayCounts[];
}

export interface DayCounts {
  readonly date: LocalDate;
  readonly contacts: KindCounts;
}

const DAY_MS = 24 * HOUR_MS;

/**
 * Counts contacts within the calendar, of whatever employments, in any order, reading them once and keeping none.
 * Persistence and pattern are what Colombia (Ley 2191 de 2022 with Ley 1010 de 2006) and Chinese courts ask about.
 */
export function countContacts(calendar: Calendar, contacts: Iterable<ContactMark>): ContactCounts {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, noContacts));
  const days = calendar.days.map(noContacts);
  for (const { at, verdict } of contacts) {
    if (at < calendar.from || at >= calendar.until) continue;
    const wall = at + zoneClock(zoneAt(calendar.zones, at)).offsetAt(at);
    const today = Math.floor(wall / DAY_MS);
    const hour = hours[weekdayOfDay(today) - 1]?.[Math.floor((wall - today * DAY_MS) / HOUR_MS)];
    const day = days[indexEndingAfter(calendar.days, at)];
    if (hour !== undefined) hour[verdict] += 1;
    if (day !== undefined) day[verdict] += 1;
  }
  return {
    byWeekdayAndHour: hours,
    byDay: calendar.days.map(({ date }, index) => ({ date, contacts: days[index] ?? noContacts() })),
  };
}

/** Counts of two batches of contacts over the same calendar. */
export function addCounts(a: ContactCounts, b: ContactCounts): ContactCounts {
  return {
    byWeekdayAndHour: a.byWeekdayAndHour.map((row, weekday) =>
      row.map((counts, hour) => sumOf([counts, b.byWeekdayAndHour[weekday]?.[hour] ?? noContacts()])),
    ),
    byDay: a.byDay.map(({ date, contacts }, index) => ({
      date,
      contacts: sumOf([contacts, b.byDay[index]?.contacts ?? noContacts()]),
    })),
  };
}

export interface WeekCounts {
  /** `2026-W53`. */
  readonly week: string;
  readonly contacts: KindCounts;
  /** Days of the week with at least one contact after hours. */
  readonly daysAfterHours: number;
}

/** One row for each week of the calendar that was counted over. */
export function countsByWeek({ weeks }: Calendar, { byDay }: ContactCounts): readonly WeekCounts[] {
  const onDate = new Map(byDay.map(({ date, contacts }) => [date, contacts]));
  return weeks.map(({ week, days }) => {
    const counts = days.map(({ date }) => onDate.get(date) ?? noContacts());
    return { week, contacts: sumOf(counts), daysAfterHours: counts.filter(({ off }) => off > 0).length };
  });
}

const noContacts = (): Record<Verdict['kind'], number> => ({ working: 0, off: 0, 'on-call': 0 });

function sumOf(counts: readonly KindCounts[]): KindCounts {
  const sum = noContacts();
  for (const count of counts) {
    sum.working += count.working;
    sum.off += count.off;
    sum['on-call'] += count['on-call'];
  }
  return sum;
}
