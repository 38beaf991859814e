import { HOUR_MS, type Instant } from '../time/instant.ts';
import { gapsIn, lengthOf, longestOf } from './stretches.ts';
import { contactsIn, type RestTimeline, undisturbedIn, workedIn } from './timeline.ts';
import type { ContactMark, Stretch } from './types.ts';

/** The time off between two shifts, and what was left of it. */
export interface RestPeriod<C extends ContactMark> {
  /** As the contract has it. */
  readonly contracted: Stretch;
  /** The longest part without recorded work or contact; null when nothing is left. */
  readonly longest: Stretch | null;
  /** What broke it. */
  readonly contacts: readonly C[];
  readonly worked: readonly Stretch[];
}

/**
 * Every rest that begins within the calendar, at the end of one shift, and ends at the start of the next. A break and a
 * care pause lie between two stretches of work as well: `atLeastHours` leaves out what is shorter, and a report that
 * others read should.
 */
export function restPeriods<C extends ContactMark>(
  timeline: RestTimeline<C>,
  atLeastHours = 0,
): readonly RestPeriod<C>[] {
  const { shifts, calendar } = timeline;
  const rests: RestPeriod<C>[] = [];
  for (const [index, { until: from }] of shifts.entries()) {
    const until = shifts[index + 1]?.from;
    if (until === undefined || from < calendar.from || from >= calendar.until) continue;
    if (until - from >= atLeastHours * HOUR_MS) rests.push(restPeriod(timeline, { from, until }));
  }
  return rests;
}

function restPeriod<C extends ContactMark>(timeline: RestTimeline<C>, contracted: Stretch): RestPeriod<C> {
  return {
    contracted,
    longest: longestOf(undisturbedIn(timeline, contracted)),
    contacts: contactsIn(timeline, contracted),
    worked: workedIn(timeline, contracted),
  };
}

/**
 * Measured against a rule. `kept`: an undisturbed rest of that length remained. `short`: the shifts themselves leave none.
 * `broken`: the shifts do, but contacts or recorded work left none.
 */
export type RestOutcome = 'kept' | 'short' | 'broken';

export interface CheckedRest<C extends ContactMark> extends Omit<RestPeriod<C>, 'contracted'> {
  /** Where the rule looks for the rest. */
  readonly window: Stretch;
  /** The longest rest by the contract within the window, null when there is none; `contacts` and `worked` lie in it. */
  readonly contracted: Stretch | null;
  /** The longest undisturbed part of the whole window's time off. */
  readonly longest: Stretch | null;
  readonly requiredMs: number;
  readonly outcome: RestOutcome;
}

/** Rests that begin at `beginsBefore` or later belong to another window. */
export function checkRest<C extends ContactMark>(
  timeline: RestTimeline<C>,
  window: Stretch,
  requiredMs: number,
  beginsBefore: Instant = window.until,
): CheckedRest<C> {
  const here = ({ from }: Stretch): boolean => from < beginsBefore;
  const contracted = longestOf(gapsIn(window, timeline.shifts).filter(here));
  const longest = longestOf(undisturbedIn(timeline, window).filter(here));
  return {
    window,
    contracted,
    longest,
    contacts: contracted === null ? [] : contactsIn(timeline, contracted),
    worked: contracted === null ? [] : workedIn(timeline, contracted),
    requiredMs,
    outcome: outcomeOf(contracted, longest, requiredMs),
  };
}

function outcomeOf(contracted: Stretch | null, longest: Stretch | null, requiredMs: number): RestOutcome {
  if (lengthOf(longest) >= requiredMs) return 'kept';
  return lengthOf(contracted) < requiredMs ? 'short' : 'broken';
}
