import type { Weekday } from '../hours/types.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from './dates.ts';
import { HOUR_MS, type Instant, type LocalDate, MINUTE_MS, type ZoneName } from './instant.ts';
import { zoneClock } from './zone-clock.ts';

export { isLocalDate } from './dates.ts';

const DAY_MS = 24 * HOUR_MS;

/** What the wall clock and the calendar of a zone show at an instant. */
export interface LocalParts {
  readonly date: LocalDate;
  /** Minutes on the wall clock after midnight, with a fraction: `0 <= minute < 1440`. */
  readonly minute: number;
  readonly weekday: Weekday;
}

/** Does this browser know `name` as an IANA time zone? Bare offsets such as `+05:00` are not zones. */
export function isZone(name: string): boolean {
  try {
    zoneClock(name);
    return true;
  } catch {
    return false;
  }
}

/** Date, minute and weekday of `at` in `zone`. Throws a RangeError for an unknown zone (see {@link isZone}). */
export function localParts(at: Instant, zone: ZoneName): LocalParts {
  const wall = at + zoneClock(zone).offsetAt(at);
  const day = Math.floor(wall / DAY_MS);
  return { date: dateOfDay(day), minute: (wall - day * DAY_MS) / MINUTE_MS, weekday: weekdayOfDay(day) };
}

/** The date of `at` in `zone`. Throws a RangeError for an unknown zone. */
export function dateOf(at: Instant, zone: ZoneName): LocalDate {
  return dateOfDay(Math.floor((at + zoneClock(zone).offsetAt(at)) / DAY_MS));
}

/**
 * The instant at which the wall clock of `zone` shows `minuteOfDay` minutes after the midnight that opens `date`;
 * minutes from 1440 on lie in the days after. A wall time that does not exist (clocks forward) is moved on by the gap's
 * length; one that comes twice (clocks back) means the earlier: `Temporal`'s rule "compatible".
 */
export function instantOf(date: LocalDate, minuteOfDay: number, zone: ZoneName): Instant {
  return zoneClock(zone).instantOfWall(dayNumber(date) * DAY_MS + minuteOfDay * MINUTE_MS);
}

/** Minutes that `zone` is ahead of UTC at `at`, rounded: a few zones had odd seconds until 1972. */
export function offsetMinutesAt(at: Instant, zone: ZoneName): number {
  return Math.round(zoneClock(zone).offsetAt(at) / MINUTE_MS);
}

/**
 * `2026-11-24T22:14:03.120-03:00`: wall time with offset (RFC 3339). It always denotes exactly `at`; where the offset has
 * seconds, which the format cannot carry, offset and wall time are rounded together. Whole milliseconds, years 0 to 9999.
 */
export function isoWithOffset(at: Instant, zone: ZoneName): string {
  const offset = offsetMinutesAt(at, zone);
  const wall = new Date(at + offset * MINUTE_MS).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
