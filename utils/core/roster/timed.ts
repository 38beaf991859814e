import { addDays } from '../time/calendar.ts';
import { dateOfDay } from '../time/dates.ts';
import { type Instant, type LocalDate, MINUTE_MS, MINUTES_PER_DAY } from '../time/instant.ts';
import type { ClockOf, Doubt, NamedClock } from './clocks.ts';
import type { Ending, RosterEvent } from './event.ts';
import { lineField } from './lines.ts';
import { type Moment, type Wall, wallMs } from './moment.ts';
import { daysOfRule, type Spend } from './recurrence.ts';
import { Refusal } from './refusal.ts';
import type { Rule } from './rule.ts';

/** One time that an event takes place. */
export interface Occurrence {
  readonly event: RosterEvent;
  readonly start: Instant;
  /** Null where the file gives neither end nor length. */
  readonly end: Instant | null;
  /** The day on which it begins, on the event's own clock. */
  readonly date: LocalDate;
  readonly doubt: Doubt | null;
}

/** Zones lie up to 26 hours apart, and a shift is at most a day long. */
const MARGIN_DAYS = 3;

const UTC: NamedClock = { clock: wallMs, doubt: null };

export const clockOfMoment = (moment: Exclude<Moment, { kind: 'date' }>, clockOf: ClockOf): NamedClock =>
  moment.kind === 'utc' ? UTC : clockOf(moment.zone);

/** All occurrences of an event with a time that may begin in `[fromDate, untilDate)`, before any is excluded or replaced. */
export function timedOccurrences(
  event: RosterEvent,
  { fromDate, untilDate }: { readonly fromDate: LocalDate; readonly untilDate: LocalDate },
  clockOf: ClockOf,
  spend: Spend,
): Occurrence[] {
  const { start } = event;
  if (start.kind === 'date') return [];
  const own = clockOfMoment(start, clockOf);
  const endOf = endRule(event, start, event.end, own, clockOf);
  const at = (wall: Wall, end: Instant | null): Occurrence => ({
    event,
    start: own.clock(wall),
    end,
    date: wall.date,
    doubt: own.doubt,
  });
  const found = [at(start.wall, endOf(start.wall))];
  const [first, last] = [addDays(fromDate, -MARGIN_DAYS), addDays(untilDate, MARGIN_DAYS)];
  for (const rule of event.rules) {
    if (rule === null) continue;
    const goesOn = untilTest(rule, own);
    for (const date of daysOfRule(rule, start.wall.date, first, lastDay(rule, last), spend)) {
      const wall = { ...start.wall, date };
      if (date !== start.wall.date && goesOn(wall)) found.push(at(wall, endOf(wall)));
    }
  }
  for (const added of event.added) {
    if (added.start.kind === 'date') {
      // Some tools add days to a series of shifts without saying the hour again.
      const wall = { ...start.wall, date: added.start.date };
      found.push(at(wall, endOf(wall)));
    } else {
      const clock =
        added.start.kind === 'wall' && added.start.zone === null ? own : clockOfMoment(added.start, clockOf);
      const of = added.end === null ? start : added.start;
      const end = endRule(event, added.start, added.end ?? event.end, clock, clockOf, of);
      found.push({ ...at(added.start.wall, end(added.start.wall)), start: clock.clock(added.start.wall) });
    }
  }
  return found;
}

/**
 * How an occurrence's end follows from its beginning. A shift that ends at six ends at six by the clock also in the night in
 * which clocks change, as rosters mean it and calendars show it (RFC 5545 would keep its length instead); where the file
 * gives a duration, or another zone for the end, the length holds.
 */
function endRule(
  event: RosterEvent,
  start: Exclude<Moment, { kind: 'date' }>,
  end: Ending | null,
  { clock }: NamedClock,
  clockOf: ClockOf,
  of: Moment = start,
): (wall: Wall) => Instant | null {
  if (end === null) return () => null;
  if (end.kind === 'after') {
    const { days, minutes } = end.length;
    return (wall) => clock({ ...wall, date: addDays(wall.date, days) }) + Math.round(minutes * MINUTE_MS);
  }
  const { moment } = end;
  if (moment.kind === 'date' || of.kind === 'date') return () => null;
  const sameClock =
    of.kind === moment.kind && (of.kind === 'utc' || (moment.kind === 'wall' && of.zone === moment.zone));
  const length = sameClock
    ? wallMs(moment.wall) - wallMs(of.wall)
    : clockOfMoment(moment, clockOf).clock(moment.wall) - clockOfMoment(of, clockOf).clock(of.wall);
  if (length < 0) {
    throw new Refusal({ code: 'roster.end-before-start', field: lineField(event.line), values: { line: event.line } });
  }
  return (wall) => (sameClock ? clock(later(wall, length)) : clock(wall) + length);
}

function later(wall: Wall, ms: number): Wall {
  const at = wallMs(wall) + ms;
  const day = Math.floor(at / (MINUTES_PER_DAY * MINUTE_MS));
  return { date: dateOfDay(day), minute: at / MINUTE_MS - day * MINUTES_PER_DAY };
}

/** A rule that has ended is not walked on. Its last moment may be told in another zone. */
function lastDay({ until }: Rule, last: LocalDate): LocalDate {
  if (until === null) return last;
  const end = addDays(until.kind === 'date' ? until.date : until.wall.date, 1);
  return end < last ? end : last;
}

/** Does the rule still hold on this wall time? */
function untilTest({ until }: Rule, { clock }: NamedClock): (wall: Wall) => boolean {
  if (until === null) return () => true;
  if (until.kind === 'utc') return (wall) => clock(wall) <= until.at;
  return until.kind === 'date' ? (wall) => wall.date <= until.date : (wall) => wallMs(wall) <= wallMs(until.wall);
}
