import type { LocalDate } from '../time/instant.ts';

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * Working time within one day, half-open, in minutes on the wall clock after the midnight that opens the day.
 * `0 <= startMinute < 1440`, `startMinute < endMinute <= startMinute + 1440`; an end beyond 1440 lies in the next day.
 */
export interface Span {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** The same spans every week. `days[0]` is Monday (ISO 8601), always seven of them; an empty list is a day off. */
export interface WeeklyPattern {
  readonly kind: 'weekly';
  readonly days: readonly (readonly Span[])[];
}

/** A cycle of `days.length` days; `days[0]` is the day of `anchor`. */
export interface RotatingPattern {
  readonly kind: 'rotating';
  readonly anchor: LocalDate;
  readonly days: readonly (readonly Span[])[];
}

/**
 * No fixed hours (Chile, Código del Trabajo art. 152 quáter J; Uruguay, Ley 19.978 art. 14): on its days the person may be
 * reached, but for a block of rest counted from the actual end of work.
 *
 * A day that is not off has one span on the wall clock: it begins `blockMinutes` after `usualEndMinute` and ends at the
 * next `usualEndMinute`, and it belongs to the day on which it begins. Where the person's word (`working-now`) or agreed
 * overtime runs into the rest, the span begins only when the block has passed since that work ended, in elapsed time as
 * the statutes count it; `work-of-free-days.ts` says which work counts. Work that ended early brings nothing forward.
 */
export interface BlockPattern {
  readonly kind: 'block';
  /** 1 to 1439. */
  readonly blockMinutes: number;
  /** When work ends unless the person says otherwise: minutes on the wall clock after midnight, 0 to 1439. */
  readonly usualEndMinute: number;
  /** None twice, and never all seven. */
  readonly daysOff: readonly Weekday[];
}

/**
 * Flexible hours: what is fixed is the core and how long a day is; when it begins is the person's choice within the frame.
 * Seven days, Monday first; null is a day off, and one day at least is none. Frames never overlap.
 */
export interface FlexiblePattern {
  readonly kind: 'flexible';
  readonly days: readonly (FlexibleDay | null)[];
}

/**
 * One day of flexible hours. It begins with the first stretch of the person's word (`working-now`) that begins on this
 * day before the core does and reaches into the frame: there, or where the frame begins. Without such a word it begins
 * at `usualStartMinute`. It lasts `quotaMinutes` of elapsed time, at least to the end of the core and at most to the end
 * of the frame. `work-of-free-days.ts` has the details.
 */
export interface FlexibleDay {
  readonly frame: Span;
  /** Within the frame; null where nothing but the length of the day is fixed. */
  readonly core: Span | null;
  /** Within the frame, not after the core begins, and early enough for the quota to fit. */
  readonly usualStartMinute: number;
  /** Presence with its breaks: from the length of the core (1 without) to that of the frame. */
  readonly quotaMinutes: number;
}

export type HoursPattern = WeeklyPattern | RotatingPattern | BlockPattern | FlexiblePattern;
