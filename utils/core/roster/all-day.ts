import { addDays, daysBetween } from '../time/calendar.ts';
import type { LocalDate } from '../time/instant.ts';
import type { RosterEvent } from './event.ts';
import type { Moment } from './moment.ts';
import { daysOfRule, type Spend } from './recurrence.ts';

/** Whole days `[from, until)`. */
export interface WholeDays {
  readonly event: RosterEvent;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** All occurrences of a whole-day event that touch `[fromDate, untilDate)`, before any is excluded or replaced. */
export function wholeDays(
  event: RosterEvent,
  { fromDate, untilDate }: { readonly fromDate: LocalDate; readonly untilDate: LocalDate },
  spend: Spend,
): WholeDays[] {
  const start = dateOf(event.start);
  const length = lengthOf(event, start);
  const dates = new Set([start]);
  for (const rule of event.rules) {
    if (rule === null) continue;
    const until = rule.until === null ? untilDate : dateOf(rule.until);
    const last = until < untilDate ? until : untilDate;
    for (const date of daysOfRule(rule, start, addDays(fromDate, -length), last, spend)) dates.add(date);
  }
  for (const added of event.added) dates.add(dateOf(added.start));
  return [...dates]
    .map((from) => ({ event, from, until: addDays(from, length) }))
    .filter(({ from, until }) => from < untilDate && until > fromDate);
}

export const dateOf = (moment: Moment): LocalDate => (moment.kind === 'date' ? moment.date : moment.wall.date);

/** In days, at least one, as RFC 5545 has it. */
function lengthOf({ end }: RosterEvent, start: LocalDate): number {
  if (end === null) return 1;
  const days = end.kind === 'after' ? end.length.days : daysBetween(start, dateOf(end.moment));
  return Math.max(1, days);
}
