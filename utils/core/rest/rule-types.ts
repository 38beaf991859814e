import type { LocalDate } from '../time/instant.ts';

/**
 * The rest that must follow a day's work.
 *
 * With `withinHours` it must lie within so many hours from the start of that day's work: 11 in 24 (Directive 2003/88/EC
 * art. 3), 12 in 24 (Chile, Código del Trabajo art. 152 quáter J; Ecuador; Peru). Without, anywhere up to the next day's
 * work: 12 (Argentina, LCT art. 197), 8 (Uruguay, Ley 19.978 art. 14).
 */
export interface DailyRestRule {
  /** More than 0, and less than `withinHours`, or than 168 without it. */
  readonly hours: number;
  /** At most 168. */
  readonly withinHours?: number;
}

/**
 * The rest that every week must bring: so many hours on end, wherever in the week (35 = 24 + 11, Directive 2003/88/EC
 * art. 5 with 3; 24 in most of Latin America), or one certain window.
 *
 * A window counts minutes on the wall clock after the midnight that opens Monday; `0 <= startMinute < 10080`,
 * `startMinute < endMinute <= startMinute + 10080`; an end beyond 10080 lies in the next week. Saturday 13:00 to Sunday
 * 24:00 (Argentina, LCT art. 204) is 7980 to 10080; Saturday 21:00 to Monday 06:00 (Chile, Código del Trabajo art. 36) is
 * 8460 to 10440.
 */
export type WeeklyRestRule =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'window'; readonly startMinute: number; readonly endMinute: number };

/** What the rests of a job are measured by, as the person entered it from law, agreement or contract. */
export interface RestRules {
  readonly daily?: DailyRestRule;
  readonly weekly?: WeeklyRestRule;
  /** Most hours of work in an ISO week; more than 0, at most 168. */
  readonly weeklyCap?: number;
}

/** One dated version of the rest rules, at least one of them; half-open `[validFrom, validUntil)` in the job's zone. */
export interface RestVersion extends RestRules {
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
}
