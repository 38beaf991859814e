import type { Instant, LocalDate, ZoneName } from '../time/instant.ts';

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

export type HoursPattern = WeeklyPattern | RotatingPattern;

/** One dated version of the contracted hours; half-open `[validFrom, validUntil)` in the employment's zone. */
export interface HoursVersion {
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
  readonly pattern: HoursPattern;
}

/** The person's own word against the contract for a while: "I am working now", "I am off now". Half-open. */
export interface HoursOverride {
  readonly kind: 'working-now' | 'off-now';
  readonly from: Instant;
  readonly until: Instant;
  /** In the person's words; at most 200 characters, may be empty. */
  readonly reason: string;
}

/** Everything above the contract. The layer grows by kinds (holiday, leave, swapped shift, on-call, care). */
export type HoursException = HoursOverride;

/** One job. */
export interface Employment {
  readonly id: string;
  readonly label: string;
  /** `fixed`: the employer's zone wherever the person is. `worker-local`: follows the person, who is asked first. */
  readonly zoneRule: 'fixed' | 'worker-local';
  readonly zone: ZoneName;
  /** Sorted by `validFrom`; versions never overlap. */
  readonly hours: readonly HoursVersion[];
  readonly exceptions: readonly HoursException[];
}

export type VerdictReason =
  /** Inside a contracted span. */
  | 'within-hours'
  /** A day with hours, but not now. */
  | 'outside-hours'
  /** A day without hours. */
  | 'day-off'
  /** No version of the hours is in force on that day. */
  | 'no-hours'
  | 'working-now'
  | 'off-now';

/** Is this instant inside hours, and why. */
export interface Verdict {
  readonly kind: 'working' | 'off';
  readonly reason: VerdictReason;
  /** The layer that decided (DESIGN §6), lowest to highest: law, policy, contract, exception. */
  readonly layer: 'law' | 'policy' | 'contract' | 'exception';
  /** Which rule within the layer: `hours@<validFrom>`, `working-now`, `off-now` or `none`. */
  readonly rule: string;
  /** The first instant after which `kind` differs; null when nothing known will ever change it. */
  readonly until: Instant | null;
}
