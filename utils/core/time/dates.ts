import type { Weekday } from '../hours/types.ts';
import type { LocalDate } from './instant.ts';

/** A date as a count of days since 1970-01-01, in the proleptic Gregorian calendar and without any zone. */
const DAY_MS = 86_400_000;
const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Dates outside these are taken for typing mistakes. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Is `text` a day of the calendar, written `YYYY-MM-DD`, from 1900 to 2199? */
export function isLocalDate(text: string): boolean {
  const parts = DATE_TEXT.exec(text);
  if (parts === null) return false;
  const year = Number(parts[1]);
  return year >= FIRST_YEAR && year <= LAST_YEAR && dateOfDay(dayNumber(text)) === text;
}

/** Days from 1970-01-01 to `date`; negative before it. `date` must be a {@link LocalDate}. */
export function dayNumber(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** The date that lies `day` days after 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO 8601 weekday of a day number: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
