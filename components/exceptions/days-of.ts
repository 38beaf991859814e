import { isDayException, isOverride } from '../../utils/core/hours/exceptions.ts';
import type { Employment, HoursException, HoursOverride } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { dateOfDay, dayNumber } from '../../utils/core/time/dates.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { localParts } from '../../utils/core/time/zones.ts';

/** What is planned or agreed. The person's word for a moment ("I am working now") is not: it is no part of the year. */
export type PlannedException = Exclude<HoursException, HoursOverride>;

export interface DayRange {
  readonly first: LocalDate;
  /** The last day that it touches. */
  readonly last: LocalDate;
}

type Clock = Pick<Employment, 'zone' | 'moves'>;

/** The days that an exception touches, by the clock that the hours follow then. */
export function daysOf(exception: PlannedException, clock: Clock): DayRange {
  if (!isDayException(exception)) {
    return { first: wallOf(exception.from, clock).date, last: wallOf(exception.until - 1, clock).date };
  }
  if (exception.kind === 'leave') return { first: exception.from, last: dayBefore(exception.until) };
  return { first: exception.date, last: exception.date };
}

/** The exceptions that touch a year, by their beginning. */
export function exceptionsOfYear(
  { exceptions, ...clock }: Clock & Pick<Employment, 'exceptions'>,
  year: number,
): readonly PlannedException[] {
  const begin = (one: PlannedException): string => {
    const { first } = daysOf(one, clock);
    return isDayException(one) ? `${first} 0000` : `${first} ${clockOrder(one.from, clock)}`;
  };
  return exceptions
    .filter((one): one is PlannedException => !isOverride(one))
    .filter((one) => touches(daysOf(one, clock), `${year}-01-01`, `${year}-12-31`))
    .map((exception) => ({ exception, begin: begin(exception) }))
    .sort((a, b) => (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : 0))
    .map(({ exception }) => exception);
}

export const touches = ({ first, last }: DayRange, from: LocalDate, to: LocalDate): boolean =>
  first <= to && last >= from;

export const wallOf = (at: Instant, clock: Clock) => localParts(at, zoneAt(clock, at));

export const dayBefore = (date: LocalDate): LocalDate => dateOfDay(dayNumber(date) - 1);
export const dayAfter = (date: LocalDate): LocalDate => dateOfDay(dayNumber(date) + 1);

const clockOrder = (at: Instant, clock: Clock): string => String(Math.floor(wallOf(at, clock).minute)).padStart(4, '0');
