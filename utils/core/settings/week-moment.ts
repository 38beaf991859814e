import { formatMinute, parseMinute } from '../hours/clock-text.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';

/** Keys of the days in a file, Monday first (ISO 8601). */
export const WEEKDAY_KEYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/**
 * `sat 13:00` for a minute after the midnight that opens Monday; minutes of the next week read as its clock shows them. An
 * `end` at midnight is that of the day which it ends, `sun 24:00`; a `start` opens its day, `mon 00:00`.
 */
export function weekMomentText(minute: number, side: 'start' | 'end'): string {
  const within = minute > MINUTES_PER_WEEK ? minute - MINUTES_PER_WEEK : minute;
  const day = Math.floor((side === 'end' ? within - 1 : within) / MINUTES_PER_DAY);
  return `${WEEKDAY_KEYS[day]} ${formatMinute(within - day * MINUTES_PER_DAY)}`;
}

/** Minutes after the midnight that opens Monday, 0 to 10080; null when `text` is no moment of a week. */
export function parseWeekMoment(text: string): number | null {
  const [key = '', time = '', ...more] = text.split(' ');
  const day = (WEEKDAY_KEYS as readonly string[]).indexOf(key);
  const minute = parseMinute(time);
  return day < 0 || minute === null || more.length > 0 ? null : day * MINUTES_PER_DAY + minute;
}

/** The window between two moments, at most a week long: one that does not end after it begins ends in the next week. */
export function weekWindow(from: number, to: number): { readonly startMinute: number; readonly endMinute: number } {
  const startMinute = from % MINUTES_PER_WEEK;
  return { startMinute, endMinute: to > startMinute ? to : to + MINUTES_PER_WEEK };
}
