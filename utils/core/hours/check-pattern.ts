import type { Problem } from '../result.ts';
import { isLocalDate } from '../time/dates.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { clockOfSpan } from './clock-text.ts';
import { firstProblem } from './first-problem.ts';
import { MAX_CYCLE_DAYS, MAX_SPANS_PER_DAY } from './limits.ts';
import type { HoursPattern, Span } from './types.ts';

const DAYS_PER_WEEK = 7;

/** A span, placed in its cycle. */
interface Placed {
  readonly span: Span;
  readonly field: string;
  /** Minutes after the midnight that opens the cycle. */
  readonly start: number;
  readonly end: number;
}

/** The first mistake in a pattern whose place is `field`, or null. */
export function checkPattern(pattern: HoursPattern, field: string): Problem | null {
  return checkDays(pattern, field) ?? checkSpans(pattern, field) ?? checkOverlaps(pattern, field);
}

function checkDays(pattern: HoursPattern, field: string): Problem | null {
  const length = pattern.days.length;
  if (pattern.kind === 'weekly') {
    return length === DAYS_PER_WEEK
      ? null
      : { code: 'hours.week-incomplete', field: `${field}.days`, values: { length } };
  }
  if (!isLocalDate(pattern.anchor)) {
    return { code: 'hours.date-invalid', field: `${field}.anchor`, values: { date: pattern.anchor } };
  }
  if (length === 0) return { code: 'hours.cycle-empty', field: `${field}.days` };
  if (length > MAX_CYCLE_DAYS) {
    return { code: 'hours.cycle-too-long', field: `${field}.days`, values: { length, most: MAX_CYCLE_DAYS } };
  }
  return null;
}

const checkSpans = ({ days }: HoursPattern, field: string): Problem | null =>
  firstProblem(days, (spans, day) => checkSpansOfDay(spans, `${field}.days[${day}]`));

function checkSpansOfDay(spans: readonly Span[], field: string): Problem | null {
  if (spans.length > MAX_SPANS_PER_DAY) {
    return { code: 'hours.too-many-spans', field, values: { most: MAX_SPANS_PER_DAY } };
  }
  return firstProblem(spans, (span, index) => checkSpan(span, `${field}[${index}]`));
}

/** The first mistake in the spans of a day that stands alone, or null. */
export function checkDay(spans: readonly Span[], field: string): Problem | null {
  const placed = spans.map((span, index) => place(span, 0, `${field}[${index}]`));
  return checkSpansOfDay(spans, field) ?? firstOverlap(placed.sort((a, b) => a.start - b.start));
}

function checkSpan({ startMinute, endMinute }: Span, field: string): Problem | null {
  if (!isMinute(startMinute, MINUTES_PER_DAY - 1)) {
    return { code: 'hours.minute-out-of-range', field: `${field}.startMinute`, values: { most: MINUTES_PER_DAY - 1 } };
  }
  if (!isMinute(endMinute, 2 * MINUTES_PER_DAY - 1)) {
    return {
      code: 'hours.minute-out-of-range',
      field: `${field}.endMinute`,
      values: { most: 2 * MINUTES_PER_DAY - 1 },
    };
  }
  if (endMinute <= startMinute) return { code: 'hours.empty-span', field };
  if (endMinute > startMinute + MINUTES_PER_DAY) return { code: 'hours.span-too-long', field, values: { hours: 24 } };
  return null;
}

function isMinute(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** The pattern comes round, so the last span of the cycle is also held against the first of the next. */
function checkOverlaps(pattern: HoursPattern, field: string): Problem | null {
  const placed = pattern.days
    .flatMap((spans, day) => spans.map((span, index) => place(span, day, `${field}.days[${day}][${index}]`)))
    .sort((a, b) => a.start - b.start);
  const first = placed[0];
  if (first === undefined) return null;
  const around = pattern.days.length * MINUTES_PER_DAY;
  placed.push({ ...first, start: first.start + around, end: first.end + around });
  return firstOverlap(placed);
}

const firstOverlap = (sorted: readonly Placed[]): Problem | null =>
  firstProblem(sorted, (later, index) => {
    const earlier = sorted[index - 1];
    return earlier !== undefined && earlier.end > later.start ? overlap(earlier, later) : null;
  });

function place(span: Span, day: number, field: string): Placed {
  const midnight = day * MINUTES_PER_DAY;
  return { span, field, start: midnight + span.startMinute, end: midnight + span.endMinute };
}

function overlap(earlier: Placed, later: Placed): Problem {
  return { code: 'hours.overlap', field: later.field, values: { first: text(earlier.span), second: text(later.span) } };
}

function text(span: Span): string {
  const { from, to } = clockOfSpan(span);
  return `${from}–${to}`;
}
