import { clockOfSpan, parseMinute, spanOfMinutes } from '../../utils/core/hours/clock-text.ts';
import type { Span } from '../../utils/core/hours/types.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';

/** A span as it stands in the editor: what the person typed, whether it makes sense yet or not. */
export interface SpanText {
  readonly start: string;
  readonly end: string;
}

export function textOfSpan(one: Span): SpanText {
  const { from, to } = clockOfSpan(one);
  return { start: from, end: to };
}

/** Null while either side is not a time of day. */
export function spanOf({ start, end }: SpanText): Span | null {
  const startMinute = parseMinute(start.trim());
  const endMinute = parseMinute(end.trim());
  if (startMinute === null || endMinute === null || startMinute >= MINUTES_PER_DAY) return null;
  return spanOfMinutes(startMinute, endMinute);
}
