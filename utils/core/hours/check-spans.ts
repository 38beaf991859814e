import type { Problem } from '../result.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { clockOfSpan } from './clock-text.ts';
import { firstProblem } from './first-problem.ts';
import { MAX_SPANS_PER_DAY } from './limits.ts';
import type { Span } from './types.ts';

/** A span, placed in its cycle. */
export interface Placed {
  readonly span: Span;
  readonly field: string;
  /** Minutes after the midnight that opens the cycle. */
  readonly start: number;
  readonly end: number;
}

/** The first mistake in the spans of a day that stands alone, or null. */
export function checkDay(spans: readonly Span[], field: string): Problem | null {
  const placed = spans.map((span, index) => place(span, 0, `${field}[${index}]`));
  return checkSpansOfDay(spans, field) ?? firstOverlap(placed.sort((a, b) => a.start - b.start));
}

export function checkSpansOfDay(spans: readonly Span[], field: string): Problem | null {
  if (spans.length > MAX_SPANS_PER_DAY) {
    return { code: 'hours.too-many-spans', field, values: { most: MAX_SPANS_PER_DAY } };
  }
  return firstProblem(spans, (span, index) => checkSpan(span, `${field}[${index}]`));
}

/** @param lastStart the latest minute at which it may begin. */
export function checkSpan(
  { startMinute, endMinute }: Span,
  field: string,
  lastStart = MINUTES_PER_DAY - 1,
): Problem | null {
  const problem =
    checkMinute(startMinute, lastStart, `${field}.startMinute`) ??
    checkMinute(endMinute, 2 * MINUTES_PER_DAY - 1, `${field}.endMinute`);
  if (problem !== null) return problem;
  if (endMinute <= startMinute) return { code: 'hours.empty-span', field };
  if (endMinute > startMinute + MINUTES_PER_DAY) return { code: 'hours.span-too-long', field, values: { hours: 24 } };
  return null;
}

/** A whole minute from 0 to `most`. */
export function checkMinute(value: number, most: number, field: string): Problem | null {
  const sound = Number.isInteger(value) && value >= 0 && value <= most;
  return sound ? null : { code: 'hours.minute-out-of-range', field, values: { most } };
}

/** A cycle of `days` comes round, so its last span is also held against the first of the next. */
export function checkOverlaps(spans: readonly Placed[], days: number): Problem | null {
  const placed = spans.toSorted((a, b) => a.start - b.start);
  const first = placed[0];
  if (first === undefined) return null;
  const around = days * MINUTES_PER_DAY;
  return firstOverlap([...placed, { ...first, start: first.start + around, end: first.end + around }]);
}

const firstOverlap = (sorted: readonly Placed[]): Problem | null =>
  firstProblem(sorted, (later, index) => {
    const earlier = sorted[index - 1];
    return earlier !== undefined && earlier.end > later.start ? overlap(earlier, later) : null;
  });

export function place(span: Span, day: number, field: string): Placed {
  const midnight = day * MINUTES_PER_DAY;
  return { span, field, start: midnight + span.startMinute, end: midnight + span.endMinute };
}

function overlap(earlier: Placed, later: Placed): Problem {
  const values = { first: spanText(earlier.span), second: spanText(later.span) };
  return { code: 'hours.overlap', field: later.field, values };
}

/** `22:00–06:00` */
export function spanText(span: Span): string {
  const { from, to } = clockOfSpan(span);
  return `${from}–${to}`;
}
