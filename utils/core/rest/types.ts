import type { Certainty } from '../contact/types.ts';
import type { Verdict } from '../hours/types.ts';
import type { Instant, LocalDate } from '../time/instant.ts';

export type * from './rule-types.ts';

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
