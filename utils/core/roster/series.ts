import type { Instant, LocalDate } from '../time/instant.ts';
import { dateOf, type WholeDays, wholeDays } from './all-day.ts';
import type { ClockOf } from './clocks.ts';
import type { RosterEvent } from './event.ts';
import type { Spend } from './recurrence.ts';
import { clockOfMoment, type Occurrence, timedOccurrences } from './timed.ts';
import type { RosterOptions, SkippedEvent, SkipReason } from './types.ts';

export interface Placed {
  readonly timed: Occurrence[];
  readonly days: WholeDays[];
  readonly skipped: SkippedEvent[];
}

/** The events of one calendar, placed in time: recurrences expanded, exceptions left out, changed ones put in their place. */
export function placeEvents(
  events: readonly RosterEvent[],
  options: RosterOptions,
  clockOf: ClockOf,
  spend: Spend,
): Placed {
  const placed: Placed = { timed: [], days: [], skipped: [] };
  for (const group of byUid(events)) {
    const { kept, superseded } = newest(group);
    for (const event of superseded) skip(placed, event, 'superseded');
    const changes = kept.filter(({ replaces }) => replaces !== null);
    for (const event of kept) {
      if (event.cancelled) {
        skip(placed, event, 'cancelled');
      } else if (event.thisAndFuture) {
        skip(placed, event, 'this-and-future');
      } else {
        place(event, event.replaces === null ? changes : []);
      }
    }
  }
  return placed;

  function place(event: RosterEvent, changes: readonly RosterEvent[]): void {
    // A series that cannot be expanded whole would show a part of the truth.
    if (event.rules.includes(null)) {
      skip(placed, event, 'rule');
      return;
    }
    if (event.allDay) {
      const gone = goneDays(event, changes);
      placed.days.push(...wholeDays(event, options, spend).filter(({ from }) => !gone(from)));
    } else {
      const gone = goneTimes(event, changes, clockOf);
      const occurrences = timedOccurrences(event, options, clockOf, spend);
      placed.timed.push(...occurrences.filter(({ start, date }) => !gone(start, date)));
    }
  }
}

function skip({ skipped }: Placed, event: RosterEvent, reason: SkipReason): void {
  skipped.push({ reason, summary: event.summary, line: event.line, date: dateOf(event.start) });
}

/** Events of one UID belong together; one without stands alone. */
function byUid(events: readonly RosterEvent[]): RosterEvent[][] {
  const groups = new Map<string, RosterEvent[]>();
  for (const event of events) {
    const key = event.uid ?? `line ${event.line}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}

/**
 * Of several versions of one event, the one with the highest SEQUENCE. Some tools give all their shifts the same UID and no
 * sequence: those are different events.
 */
function newest(group: readonly RosterEvent[]): { kept: RosterEvent[]; superseded: RosterEvent[] } {
  const key = ({ replaces }: RosterEvent): string => JSON.stringify(replaces);
  const highest = new Map<string, number>();
  for (const event of group) highest.set(key(event), Math.max(highest.get(key(event)) ?? 0, event.sequence));
  const isNewest = (event: RosterEvent): boolean => event.sequence >= (highest.get(key(event)) ?? 0);
  return { kept: group.filter(isNewest), superseded: group.filter((event) => !isNewest(event)) };
}

/** The days of a whole-day series that are excluded or replaced. */
function goneDays(event: RosterEvent, changes: readonly RosterEvent[]): (day: LocalDate) => boolean {
  const days = new Set(event.excluded.map(dateOf));
  let end: LocalDate | null = null;
  for (const { replaces, thisAndFuture } of changes) {
    if (replaces === null) continue;
    const day = dateOf(replaces);
    days.add(day);
    if (thisAndFuture && (end === null || day < end)) end = day;
  }
  return (day) => days.has(day) || (end !== null && day >= end);
}

/** The occurrences of a series with a time that are excluded or replaced: by instant, or by day where only that is said. */
function goneTimes(
  event: RosterEvent,
  changes: readonly RosterEvent[],
  clockOf: ClockOf,
): (start: Instant, day: LocalDate) => boolean {
  const instants = new Set<Instant>();
  const days = new Set<LocalDate>();
  let end = Number.POSITIVE_INFINITY;
  const moments = [
    ...event.excluded.map((moment) => ({ moment, cut: false })),
    ...changes.flatMap(({ replaces, thisAndFuture }) =>
      replaces === null ? [] : [{ moment: replaces, cut: thisAndFuture }],
    ),
  ];
  for (const { moment, cut } of moments) {
    if (moment.kind === 'date') {
      days.add(moment.date);
      continue;
    }
    // What says no zone means that of the series.
    const own = event.start.kind === 'date' ? moment : event.start;
    const { clock } = clockOfMoment(moment.kind === 'wall' && moment.zone === null ? own : moment, clockOf);
    const at = clock(moment.wall);
    instants.add(at);
    if (cut) end = Math.min(end, at);
  }
  return (start, day) => instants.has(start) || days.has(day) || start >= end;
}
