import { HOUR_MS, type Instant } from '../time/instant.ts';
import { type Calendar, type CalendarWeek, instantOn } from './calendar.ts';
import { type CheckedRest, checkRest } from './rest-periods.ts';
import { indexEndingAfter } from './stretches.ts';
import type { RestTimeline } from './timeline.ts';
import type { ContactMark, Stretch, WeeklyRestRule } from './types.ts';

export interface WeeklyRest<C extends ContactMark> extends CheckedRest<C> {
  /** `2026-W53`. */
  readonly week: string;
}

/** One row for each week of the calendar. */
export function weeklyRests<C extends ContactMark>(
  timeline: RestTimeline<C>,
  rule: WeeklyRestRule,
): readonly WeeklyRest<C>[] {
  return timeline.calendar.weeks.map((week) => {
    if (rule.kind === 'hours') {
      const window = { from: week.from, until: endOfRest(timeline, week) };
      return { week: week.week, ...checkRest(timeline, window, rule.hours * HOUR_MS, week.until) };
    }
    const window = windowOf(timeline.calendar, week, rule.startMinute, rule.endMinute);
    return { week: week.week, ...checkRest(timeline, window, window.until - window.from) };
  });
}

const WEEK_MS = 7 * 24 * HOUR_MS;

/**
 * A rest that begins within the week counts to its end, which may lie in the next one: whoever has Sunday and Monday off
 * would otherwise seem never to rest. It counts for a week at most, so that a long leave serves each of its weeks by
 * what lies in and after that week.
 */
export function endOfRest({ shifts }: Pick<RestTimeline, 'shifts'>, week: CalendarWeek): Instant {
  const index = indexEndingAfter(shifts, week.until);
  const next = shifts[index]?.from ?? Number.POSITIVE_INFINITY;
  const begin = Math.max(shifts[index - 1]?.until ?? week.from, week.from);
  return Math.max(week.until, Math.min(next, begin + WEEK_MS));
}

function windowOf({ zones }: Calendar, { monday }: CalendarWeek, startMinute: number, endMinute: number): Stretch {
  return { from: instantOn(zones, monday, startMinute), until: instantOn(zones, monday, endMinute) };
}
