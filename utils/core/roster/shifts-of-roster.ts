import { MAX_SPANS_PER_DAY } from '../hours/limits.ts';
import type { Shift, Span } from '../hours/types.ts';
import { fail, ok, type Result } from '../result.ts';
import { daysBetween } from '../time/calendar.ts';
import { type LocalDate, MINUTES_PER_DAY } from '../time/instant.ts';
import { lineField } from './lines.ts';
import type { RosterShift } from './types.ts';

/** Two shifts of the file at the same time; `second` begins while `first` lasts. */
export interface RosterOverlap {
  readonly first: RosterShift;
  readonly second: RosterShift;
}

export interface RosterExceptions {
  /** One per date, by date, all of mode `instead`; spans sorted, none touching another of the same date. */
  readonly shifts: readonly Shift[];
  /** Overlapping spans of one date have been joined; those that overlap from one date into the next are left as they are. */
  readonly overlaps: readonly RosterOverlap[];
}

/**
 * What a roster means for the contract: on each of its dates these hours hold instead. Fails with `roster.too-many-spans` on
 * a date with more than {@link MAX_SPANS_PER_DAY} separate spans.
 */
export function shiftsOfRoster(roster: readonly RosterShift[]): Result<RosterExceptions> {
  const sorted = roster.toSorted((a, b) => compareStart(a, b));
  const overlaps: RosterOverlap[] = [];
  const byDate = new Map<LocalDate, Span[]>();
  /** The shift that lasts longest of those seen so far. */
  let longest: RosterShift | undefined;
  for (const shift of sorted) {
    if (longest !== undefined && startsWithin(shift, longest) && !isSame(shift, longest)) {
      overlaps.push({ first: longest, second: shift });
    }
    if (longest === undefined || endOf(shift, shift.date) > endOf(longest, shift.date)) longest = shift;
    const spans = joined(byDate.get(shift.date) ?? [], shift.span);
    byDate.set(shift.date, spans);
    if (spans.length > MAX_SPANS_PER_DAY) {
      return fail('roster.too-many-spans', lineField(shift.line), { date: shift.date, most: MAX_SPANS_PER_DAY });
    }
  }
  const shifts = [...byDate].map(([date, spans]): Shift => ({ kind: 'shift', date, mode: 'instead', spans }));
  return ok({ shifts, overlaps });
}

const compareStart = (a: RosterShift, b: RosterShift): number =>
  (a.date < b.date ? -1 : Number(a.date > b.date)) ||
  a.span.startMinute - b.span.startMinute ||
  a.span.endMinute - b.span.endMinute;

/** Minutes after the midnight that opens `date`. */
const endOf = (shift: RosterShift, date: LocalDate): number =>
  daysBetween(date, shift.date) * MINUTES_PER_DAY + shift.span.endMinute;

const startsWithin = (shift: RosterShift, earlier: RosterShift): boolean =>
  shift.span.startMinute < endOf(earlier, shift.date);

/** The same shift exported twice is no conflict. */
const isSame = (a: RosterShift, b: RosterShift): boolean =>
  a.date === b.date && a.span.startMinute === b.span.startMinute && a.span.endMinute === b.span.endMinute;

/** Sorted spans with one more, which begins no earlier than any of them; what meets becomes one, up to 24 hours. */
function joined(spans: readonly Span[], added: Span): Span[] {
  const last = spans.at(-1);
  if (last === undefined || added.startMinute > last.endMinute) return [...spans, added];
  const endMinute = Math.min(Math.max(last.endMinute, added.endMinute), last.startMinute + MINUTES_PER_DAY);
  return [...spans.slice(0, -1), { startMinute: last.startMinute, endMinute }];
}
