import type { Employment } from '../hours/types.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../time/dates.ts';
import type { Instant, LocalDate } from '../time/instant.ts';
import { instantOf } from '../time/zones.ts';
import type { Stretch } from './types.ts';

/** The zones whose wall clock a person has lived by. An employment is one. */
export type ZoneHistory = Pick<Employment, 'zone' | 'moves'>;

/** A date as it passed: 23 to 25 hours where the clocks change, anything where the person moved. */
export interface CalendarDay extends Stretch {
  readonly date: LocalDate;
}

/** An ISO 8601 week, Monday to Sunday: 167 to 169 hours where the clocks change. */
export interface CalendarWeek extends Stretch {
  /** `2026-W53`. */
  readonly week: string;
  readonly monday: LocalDate;
  readonly days: readonly CalendarDay[];
}

/** Whole ISO weeks on end; days that the zone leaves out (Samoa, 2011-12-30) are missing. */
export interface Calendar extends Stretch {
  readonly zones: ZoneHistory;
  readonly days: readonly CalendarDay[];
  readonly weeks: readonly CalendarWeek[];
}

/**
 * The ISO weeks that touch `[from, until)`, as they pass in `zones`. Whoever moves west lives a longer day, for a date
 * that has begun is not left again. Throws a RangeError for an unknown zone.
 */
export function calendarOf(zones: ZoneHistory, from: LocalDate, until: LocalDate): Calendar {
  const weeks: CalendarWeek[] = [];
  const lastDay = dayNumber(until);
  for (let monday = mondayOf(dayNumber(from)); monday < lastDay; monday += 7) weeks.push(weekFrom(zones, monday));
  const start = weeks[0]?.from ?? dayStart(zones, dayNumber(from));
  return { zones, from: start, until: weeks.at(-1)?.until ?? start, days: weeks.flatMap(({ days }) => days), weeks };
}

/**
 * The first instant at which the wall clock that the person lives by shows `minute` minutes after the midnight that opens
 * `date`, or more; `instantOf` says what the clock changes do.
 */
export function instantOn({ zone, moves = [] }: ZoneHistory, date: LocalDate, minute: number): Instant {
  let at = instantOf(date, minute, zone);
  for (const move of moves) {
    if (at < move.from) break;
    at = Math.max(move.from, instantOf(date, minute, move.zone));
  }
  return at;
}

const mondayOf = (day: number): number => day - weekdayOfDay(day) + 1;

const dayStart = (zones: ZoneHistory, day: number): Instant => instantOn(zones, dateOfDay(day), 0);

function weekFrom(zones: ZoneHistory, monday: number): CalendarWeek {
  const starts = Array.from({ length: 8 }, (_, index) => dayStart(zones, monday + index));
  const days: CalendarDay[] = [];
  for (let index = 0; index < 7; index += 1) {
    const [from = 0, until = 0] = starts.slice(index, index + 2);
    if (from < until) days.push({ date: dateOfDay(monday + index), from, until });
  }
  return {
    week: weekName(monday),
    monday: dateOfDay(monday),
    from: starts[0] ?? 0,
    until: starts[7] ?? 0,
    days,
  };
}

/** A week belongs to the year that holds its Thursday (ISO 8601). */
function weekName(monday: number): string {
  const thursday = monday + 3;
  const year = dateOfDay(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
