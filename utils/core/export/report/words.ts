import { clockOfSpan } from '../../hours/clock-text.ts';
import type { Span } from '../../hours/types.ts';
import { weekdayName } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import { dayNumber, weekdayOfDay } from '../../time/dates.ts';
import { HOUR_MS, type Instant, type LocalDate, MINUTE_MS, type ZoneName } from '../../time/instant.ts';
import { isoWithOffset } from '../../time/zones.ts';

/** `Mon 2026-03-02`: dates that no country reads another way. */
export const dateText = (t: Text, date: LocalDate): string =>
  `${weekdayName(t.language, weekdayOfDay(dayNumber(date)), 'short')} ${date}`;

/** An ISO time as stored, cut to what a reader needs: date, clock to the second, offset. */
export function stampParts(time: string): {
  readonly date: LocalDate;
  readonly clock: string;
  readonly offset: string;
} {
  const [, date = '', clock = '', offset = ''] = /^([\d-]{10})T([\d:]{8})(?:\.\d+)?(.*)$/.exec(time) ?? [];
  return { date, clock, offset: offset.replace('-', '\u2212') };
}

/** `Mon 2026-03-02 22:14:05 −05:00`. */
export function stampText(t: Text, at: Instant, zone: ZoneName): string {
  const { date, clock, offset } = stampParts(isoWithOffset(at, zone));
  return `${dateText(t, date)} ${clock} ${offset}`;
}

export const spansText = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      const { from, to } = clockOfSpan(span);
      return `${from}–${to}`;
    })
    .join(', ');

/** `10:30` hours. */
export function durationText(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export const hoursOf = (ms: number): number => Math.round((ms / HOUR_MS) * 100) / 100;

/** Hex digits in groups of eight, to be read and compared by eye. */
export const grouped = (digits: string): string => digits.replace(/(.{8})(?=.)/g, '$1 ');
