import { type Calendar, type CalendarWeek, calendarOf, instantOn, type ZoneHistory } from '../rest/calendar.ts';
import type { Stretch } from '../rest/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { addDays } from '../time/calendar.ts';
import { isLocalDate } from '../time/dates.ts';
import type { LocalDate } from '../time/instant.ts';

/** Dates as a person says them: both days belong to it. */
export interface Period {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** More is a typing mistake; a calendar is laid out for all of it. */
const MOST_YEARS = 20;

export function checkPeriod({ first, last }: Period): Result<Period> {
  if (!isLocalDate(first)) return fail('bundle.date', 'first');
  if (!isLocalDate(last)) return fail('bundle.date', 'last');
  if (last < first) return fail('bundle.period-order', 'last');
  if (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > MOST_YEARS)
    return fail('bundle.period-long', 'last', { most: MOST_YEARS });
  return ok({ first, last });
}

/** From the midnight that opens the first day to the one that ends the last, where the person was. */
export const stretchOf = ({ first, last }: Period, zones: ZoneHistory): Stretch => ({
  from: instantOn(zones, first, 0),
  until: instantOn(zones, last, 1_440),
});

/** The ISO weeks that the period touches. */
export const weeksOf = ({ first, last }: Period, zones: ZoneHistory): Calendar =>
  calendarOf(zones, first, addDays(last, 1));

/** Does the period leave out days of the week? */
export const isPartial = ({ days }: CalendarWeek, { first, last }: Period): boolean =>
  days.some(({ date }) => date < first || date > last);

/** Numbers of the first and the last line, both included. */
export interface SeqRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The shortest unbroken range of lines that holds all of these; null where there are none. Where the device's clock was
 * set, lines between them may bear other times: they stay in, since the chain allows no holes.
 */
export function rangeOf(seqs: readonly number[]): SeqRange | null {
  const [some] = seqs;
  if (some === undefined) return null;
  let [first, last] = [some, some];
  for (const seq of seqs) {
    if (seq < first) first = seq;
    if (seq > last) last = seq;
  }
  return { first, last };
}
