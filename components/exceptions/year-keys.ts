import { dateOfDay, dayNumber, isLocalDate, weekdayOfDay } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';

/** Where a key leads from a day of the calendar; null when it is no key of the calendar, or leads out of time. */
export function dayAfterKey(date: LocalDate, key: string): LocalDate | null {
  const moved = moveOf(date, key);
  return moved !== null && isLocalDate(moved) ? moved : null;
}

function moveOf(date: LocalDate, key: string): LocalDate | null {
  const day = dayNumber(date);
  const weekday = weekdayOfDay(day);
  switch (key) {
    case 'ArrowLeft':
      return dateOfDay(day - 1);
    case 'ArrowRight':
      return dateOfDay(day + 1);
    case 'ArrowUp':
      return dateOfDay(day - 7);
    case 'ArrowDown':
      return dateOfDay(day + 7);
    case 'Home':
      return dateOfDay(day - weekday + 1);
    case 'End':
      return dateOfDay(day - weekday + 7);
    case 'PageUp':
      return inMonth(date, -1);
    case 'PageDown':
      return inMonth(date, 1);
    default:
      return null;
  }
}

/** The same day some months on; the last of the month where it has no such day. */
export function inMonth(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = (months_: number): LocalDate =>
    `${String(Math.floor(months_ / 12)).padStart(4, '0')}-${String((months_ % 12) + 1).padStart(2, '0')}-01`;
  const last = dayNumber(first(count + 1)) - 1;
  return dateOfDay(Math.min(dayNumber(first(count)) + Number(date.slice(8)) - 1, last));
}
