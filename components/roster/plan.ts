import type { HoursException, Shift } from '../../utils/core/hours/types.ts';
import { addDays, daysBetween } from '../../utils/core/time/calendar.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';

/** The dates on which shifts begin, first and last. */
export interface DateRange {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export function rangeOf(shifts: readonly Shift[]): DateRange | null {
  const [first] = shifts;
  const last = shifts.at(-1);
  return first === undefined || last === undefined ? null : { first: first.date, last: last.date };
}

/** A roster that is the whole plan also says which days between its first and its last shift are free. */
export function withFreeDays(shifts: readonly Shift[]): readonly Shift[] {
  const range = rangeOf(shifts);
  if (range === null) return shifts;
  const byDate = new Map(shifts.map((shift) => [shift.date, shift]));
  return Array.from({ length: daysBetween(range.first, range.last) + 1 }, (_, index) => {
    const date = addDays(range.first, index);
    return byDate.get(date) ?? { kind: 'shift', date, mode: 'instead', spans: [] };
  });
}

/** The exceptions with a roster taken over: its days replace what was said about those days' hours before. */
export function withRoster(exceptions: readonly HoursException[], shifts: readonly Shift[]): readonly HoursException[] {
  const dates = new Set(shifts.map(({ date }) => date));
  const kept = exceptions.filter((one) => !(one.kind === 'shift' && one.mode === 'instead' && dates.has(one.date)));
  return [...kept, ...shifts];
}
