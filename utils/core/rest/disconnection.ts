import { HOUR_MS, type LocalDate } from '../time/instant.ts';
import type { CalendarDay } from './calendar.ts';
import { longestOf } from './stretches.ts';
import { contactsIn, firstStartIn, type RestTimeline, undisturbedIn } from './timeline.ts';
import type { ContactMark, Stretch } from './types.ts';

/** How long a person was left alone in one day. */
export interface DayDisconnection<C extends ContactMark> {
  readonly date: LocalDate;
  readonly window: Stretch;
  /** Longest time off within the window without recorded work or any contact; null when there was none. */
  readonly longest: Stretch | null;
  /** Contacts within the window that came in time off. */
  readonly contacts: readonly C[];
}

/**
 * `calendar-day`: midnight to midnight, which cuts every night in two. `from-start-of-work`: the 24 hours from the start
 * of the first shift that begins on the day, from midnight on days without; the reading of "in each 24-hour period" that
 * a rest overnight can fulfil at all (Directive 2003/88/EC art. 3; Chile, Código del Trabajo art. 152 quáter J).
 */
export type DayWindow = 'calendar-day' | 'from-start-of-work';

/** One row for each day of the calendar. */
export function disconnectionByDay<C extends ContactMark>(
  timeline: RestTimeline<C>,
  dayWindow: DayWindow,
): readonly DayDisconnection<C>[] {
  return timeline.calendar.days.map((day) => {
    const window = dayWindow === 'calendar-day' ? { from: day.from, until: day.until } : fromStart(timeline, day);
    return {
      date: day.date,
      window,
      longest: longestOf(undisturbedIn(timeline, window)),
      contacts: contactsIn(timeline, window),
    };
  });
}

function fromStart(timeline: RestTimeline, day: CalendarDay): Stretch {
  const from = firstStartIn(timeline, day) ?? day.from;
  return { from, until: from + 24 * HOUR_MS };
}
