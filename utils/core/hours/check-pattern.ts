import type { Problem } from '../result.ts';
import { isLocalDate } from '../time/dates.ts';
import { checkBlock, checkFlexible } from './check-free.ts';
import { checkOverlaps, checkSpansOfDay, place } from './check-spans.ts';
import { firstProblem } from './first-problem.ts';
import { MAX_CYCLE_DAYS } from './limits.ts';
import type { HoursPattern, RotatingPattern, WeeklyPattern } from './types.ts';

const DAYS_PER_WEEK = 7;

/** The first mistake in a pattern whose place is `field`, or null. */
export function checkPattern(pattern: HoursPattern, field: string): Problem | null {
  switch (pattern.kind) {
    case 'block':
      return checkBlock(pattern, field);
    case 'flexible':
      return checkWeek(pattern, field) ?? checkFlexible(pattern, field);
    case 'weekly':
      return checkWeek(pattern, field) ?? checkSpans(pattern, field);
    case 'rotating':
      return checkCycle(pattern, field) ?? checkSpans(pattern, field);
  }
}

function checkWeek({ days }: { readonly days: readonly unknown[] }, field: string): Problem | null {
  const { length } = days;
  if (length === DAYS_PER_WEEK) return null;
  return { code: 'hours.week-incomplete', field: `${field}.days`, values: { length } };
}

function checkCycle({ anchor, days }: RotatingPattern, field: string): Problem | null {
  const { length } = days;
  if (!isLocalDate(anchor)) return { code: 'hours.date-invalid', field: `${field}.anchor`, values: { date: anchor } };
  if (length === 0) return { code: 'hours.cycle-empty', field: `${field}.days` };
  if (length <= MAX_CYCLE_DAYS) return null;
  return { code: 'hours.cycle-too-long', field: `${field}.days`, values: { length, most: MAX_CYCLE_DAYS } };
}

function checkSpans({ days }: WeeklyPattern | RotatingPattern, field: string): Problem | null {
  const placed = days.flatMap((spans, day) =>
    spans.map((span, index) => place(span, day, `${field}.days[${day}][${index}]`)),
  );
  return (
    firstProblem(days, (spans, day) => checkSpansOfDay(spans, `${field}.days[${day}]`)) ??
    checkOverlaps(placed, days.length)
  );
}
