import type { LocalDate } from '../time/instant.ts';
import type { CalendarWeek } from './calendar.ts';
import type { DatedCap } from './types.ts';

/** The weekly hours that the law allows on `date`; null before the first step. Steps may come in any order. */
export function capOn(caps: readonly DatedCap[], date: LocalDate): number | null {
  let step: DatedCap | null = null;
  for (const cap of caps) {
    if (cap.validFrom <= date && (step === null || cap.validFrom >= step.validFrom)) step = cap;
  }
  return step?.hours ?? null;
}

/**
 * The cap to hold a whole week against: of several in force within it the highest, none if one of its days has none. No
 * statute read says how to split a week in which the cap falls, and a report must not claim too much.
 */
export function capOfWeek(caps: readonly DatedCap[], { days }: CalendarWeek): number | null {
  let highest = 0;
  for (const { date } of days) {
    const cap = capOn(caps, date);
    if (cap === null) return null;
    highest = Math.max(highest, cap);
  }
  return highest;
}
