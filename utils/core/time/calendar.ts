import { utc } from '@date-fns/utc';
import { differenceInCalendarDays, formatISO, addDays as stepDays } from 'date-fns';
import type { LocalDate } from './instant.ts';

/**
 * Calendar steps in the proleptic Gregorian calendar, without any zone. Date-fns works on a `Date`'s local fields, so it is
 * given a UTC context: else a step over a midnight that does not exist on this machine would land on another day.
 */
const UTC = { in: utc };

/** `date` moved by `days` (whole, may be negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return formatISO(stepDays(date, days, UTC), { representation: 'date' });
}

/** How many days `later` lies after `earlier`; negative when it lies before. */
export function daysBetween(earlier: LocalDate, later: LocalDate): number {
  return differenceInCalendarDays(later, earlier, UTC);
}
