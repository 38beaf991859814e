import type { Certainty } from '../contact/types.ts';
import type { Verdict } from '../hours/types.ts';
import type { Instant, LocalDate } from '../time/instant.ts';

/** A stretch of time, half-open. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

/** What rest arithmetic asks of a contact. Functions hand back the very objects they were given. */
export interface ContactMark {
  readonly at: Instant;
  /** Id of the employment that its app belongs to. */
  readonly employment: string;
  /** Kind of the verdict as the log has it: judged by the rules in force then, and never again. */
  readonly verdict: Verdict['kind'];
}

/** A stretch that the person worked, wherever the contract has it: a call answered, a report finished at night. */
export interface RecordedWork extends Stretch {
  readonly employment: string;
  /** `observed` and `reported` figures are never mixed; where stretches overlap, the surer one counts. */
  readonly certainty: Certainty;
}

/**
 * One step of a legal maximum of weekly hours, in force from `validFrom` until the next step: Mexico 48 h in 2026, 46 h
 * from 2027-01-01 (Constitution, art. 123 A IV); Colombia 42 h from July 2026 (Ley 2101 de 2021); Chile 42 h from
 * 2026-04-26, 40 h from 2028-04-26 (Ley 21.561).
 */
export interface DatedCap {
  readonly validFrom: LocalDate;
  readonly hours: number;
}

/**
 * The rest that must follow a day's work.
 *
 * With `withinHours` it must lie within so many hours from the start of that day's work: 11 in 24 (Directive 2003/88/EC
 * art. 3), 12 in 24 (Chile, Código del Trabajo art. 152 quáter J; Ecuador; Peru). Without, anywhere up to the next day's
 * work: 12 (Argentina, LCT art. 197), 8 (Uruguay, Ley 19.978 art. 14).
 */
export interface DailyRestRule {
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
