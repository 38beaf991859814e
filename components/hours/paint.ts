import type { Span } from '../../utils/core/hours/types.ts';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import type { PatternForm } from './pattern-form.ts';
import { type SpanText, spanOf, textOfSpan } from './span-text.ts';

/** What a finger can set: quarters of an hour. */
export const STEP_MINUTES = 15;

/** The minute of a day at `share` of its width, 0 to 1, on the nearest step. */
export function minuteAt(share: number): number {
  const minute = Math.round((share * MINUTES_PER_DAY) / STEP_MINUTES) * STEP_MINUTES;
  return Math.min(Math.max(minute, 0), MINUTES_PER_DAY);
}

/** A span between two minutes in any order, and at least one step long. */
export function spanBetween(one: number, other: number): Span {
  const startMinute = Math.min(one, other, MINUTES_PER_DAY - STEP_MINUTES);
  return { startMinute, endMinute: Math.max(one, other, startMinute + STEP_MINUTES) };
}

/** The days with `span` painted onto one of them; spans that it touches become one with it, what is no time stays. */
export function paint(days: PatternForm['days'], day: number, span: Span): PatternForm['days'] {
  return days.map((texts, index) => (index === day ? painted(texts, span) : texts));
}

/** The days with one span of one day replaced, and joined with those it now touches. */
export function repaint(days: PatternForm['days'], day: number, index: number, span: Span): PatternForm['days'] {
  const without = days.map((texts, at) => (at === day ? texts.filter((_, other) => other !== index) : texts));
  return paint(without, day, span);
}

function painted(texts: readonly SpanText[], span: Span): readonly SpanText[] {
  let { startMinute, endMinute } = span;
  const apart: SpanText[] = [];
  for (const text of texts) {
    const other = spanOf(text);
    if (other === null || other.endMinute < startMinute || endMinute < other.startMinute) {
      apart.push(text);
      continue;
    }
    startMinute = Math.min(startMinute, other.startMinute);
    endMinute = Math.max(endMinute, other.endMinute);
  }
  const all = [...apart, textOfSpan({ startMinute, endMinute })];
  return all.toSorted((a, b) => (spanOf(a)?.startMinute ?? 0) - (spanOf(b)?.startMinute ?? 0));
}
