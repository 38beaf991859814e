import { HOUR_MS, type Instant, type LocalDate } from '../time/instant.ts';
import type { CalendarDay } from './calendar.ts';
import { type CheckedRest, checkRest } from './rest-periods.ts';
import { firstStartIn, type RestTimeline } from './timeline.ts';
import type { ContactMark, DailyRestRule } from './types.ts';

export interface DailyRest<C extends ContactMark> extends CheckedRest<C> {
  /** The day whose work it follows. */
  readonly date: LocalDate;
}

/**
 * The rest after each day's work. A day's work is all shifts that begin on that date, as in the contract, so a lunch break
 * is no daily rest, and eight hours between a late and an early shift are, however short. Without `withinHours`, the
 * rest after a day is only known when a later shift is. Days on which no shift begins have none.
 */
export function dailyRests<C extends ContactMark>(
  timeline: RestTimeline<C>,
  rule: DailyRestRule,
): readonly DailyRest<C>[] {
  return timeline.calendar.days.flatMap((day) => {
    const from = firstStartIn(timeline, day);
    const until = from === null ? null : endOfWindow(timeline, rule, day, from);
    if (from === null || until === null) return [];
    return [{ date: day.date, ...checkRest(timeline, { from, until }, rule.hours * HOUR_MS) }];
  });
}

function endOfWindow(
  timeline: RestTimeline,
  { withinHours }: DailyRestRule,
  day: CalendarDay,
  from: Instant,
): Instant | null {
  if (withinHours !== undefined) return from + withinHours * HOUR_MS;
  return firstStartIn(timeline, { from: day.until, until: Number.POSITIVE_INFINITY });
}
