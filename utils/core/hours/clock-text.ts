import { MINUTES_PER_DAY } from '../time/instant.ts';
import type { Span } from './types.ts';

const CLOCK_TEXT = /^(\d{1,2}):(\d{2})$/;

/**
 * `HH:MM` for a minute of a span, 0 to 2879. The end of a day is `24:00`; minutes of the next day read as its clock
 * shows them (1800 is `06:00`).
 */
export function formatMinute(minute: number): string {
  const shown = minute > MINUTES_PER_DAY ? minute - MINUTES_PER_DAY : minute;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** Minutes after midnight for `22:00`, `9:05` or `24:00`; null when `text` is no time of day. */
export function parseMinute(text: string): number | null {
  const parts = CLOCK_TEXT.exec(text);
  if (parts === null) return null;
  const minute = Number(parts[2]);
  const total = Number(parts[1]) * 60 + minute;
  return minute < 60 && total <= MINUTES_PER_DAY ? total : null;
}

/** A span as the clock shows it. An end at or before the start lies on the next day. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string;
}

/** The span between two times of day, at most 24 hours long: `22:00` to `06:00` ends the next morning. */
export function spanOfMinutes(startMinute: number, endMinute: number): Span {
  return { startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + MINUTES_PER_DAY };
}

/** The inverse of {@link spanOfMinutes}, as text. */
export function clockOfSpan(span: Span): ClockSpan {
  return { from: formatMinute(span.startMinute), to: formatMinute(span.endMinute) };
}

/** A span of the day that `frame` begins: after midnight, `01:00` to `03:00` within `22:00` to `06:00` is its second half. */
export function spanWithin(frame: Span, { startMinute, endMinute }: Span): Span {
  const later = startMinute < frame.startMinute && endMinute + MINUTES_PER_DAY <= frame.endMinute ? MINUTES_PER_DAY : 0;
  return { startMinute: startMinute + later, endMinute: endMinute + later };
}
