import { ok, type Result } from '../result.ts';
import { dayNumber, isLocalDate } from '../time/dates.ts';
import { type Instant, type LocalDate, MINUTE_MS, MINUTES_PER_DAY } from '../time/instant.ts';
import { unreadable } from './lines.ts';
import type { Property } from './property.ts';

/** Wall-clock time: minutes after the midnight that opens `date`, with a fraction where the file has seconds. */
export interface Wall {
  readonly date: LocalDate;
  readonly minute: number;
}

/** A date or a time as the file gives it. */
export type Moment =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'utc'; readonly at: Instant; readonly wall: Wall }
  /** `zone` is the name in the file, null for floating time. */
  | { readonly kind: 'wall'; readonly wall: Wall; readonly zone: string | null };

/** How long something lasts: days on the calendar, then minutes as they pass. */
export interface Length {
  readonly days: number;
  readonly minutes: number;
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/;
const LENGTH = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
const DAYS_PER_WEEK = 7;

/** A value of a date property; fails when it is no day of the calendar or no time of the day. */
export function momentOf({ name, line, params }: Property, value: unknown): Result<Moment> {
  const parts = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (parts === null) return unreadable(line, name);
  const [, year, month, day, hours, ...rest] = parts;
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date)) return unreadable(line, name);
  if (hours === undefined) return ok({ kind: 'date', date });
  const [minute, second] = [Number(rest[0]), Number(rest[1])];
  const hour = Number(hours);
  // A leap second is the beginning of the next minute.
  if (hour > 23 || minute > 59 || second > 60) return unreadable(line, name);
  const wall = { date, minute: hour * 60 + minute + second / 60 };
  if (rest[2] === 'Z') return ok({ kind: 'utc', at: wallMs(wall), wall });
  const zone = params.tzid?.trim() ?? '';
  return ok({ kind: 'wall', wall, zone: zone === '' ? null : zone });
}

/** The value of a DURATION; fails when it is negative or no duration. */
export function lengthOf({ name, line }: Pick<Property, 'name' | 'line'>, value: unknown): Result<Length> {
  const parts = typeof value === 'string' ? LENGTH.exec(value) : null;
  if (parts === null) return unreadable(line, name);
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return ok({
    days: (weeks ?? 0) * DAYS_PER_WEEK + (days ?? 0),
    minutes: (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60,
  });
}

/** A wall time as milliseconds, as if it were UTC: for differences and order, not an instant. */
export const wallMs = ({ date, minute }: Wall): number =>
  dayNumber(date) * MINUTES_PER_DAY * MINUTE_MS + Math.round(minute * MINUTE_MS);
