import type { RestVersion } from '../rest/rule-types.ts';
import type { Instant, LocalDate, ZoneName } from '../time/instant.ts';
import type { HoursPattern, Span, WeeklyPattern } from './pattern-types.ts';

export type * from './pattern-types.ts';

/**
 * Other hours for a part of every year (Spain's "jornada intensiva", harvest, term time). Days of the year as `MM-DD`,
 * half-open `[from, until)`; a season may run over New Year (`12-15` to `01-10`).
 */
export interface Season {
  readonly from: YearDay;
  readonly until: YearDay;
  readonly pattern: HoursPattern;
}

/** A day of the year, `MM-DD`. 29 February exists in leap years only; a season from then begins on 1 March otherwise. */
export type YearDay = string;

/** One dated version of the contracted hours; half-open `[validFrom, validUntil)` in the employment's zone. */
export interface HoursVersion {
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
  readonly pattern: HoursPattern;
  /** Never overlapping; on all other days `pattern` holds. */
  readonly seasons?: readonly Season[];
}

/** Is standing by paid? What a worker does not know is `unclear`, which is a finding in itself. */
export type OnCallPay = 'paid' | 'unpaid' | 'unclear';

/**
 * What returns every week beside the hours: care for others (equal to time off, private, never named in exports), breaks
 * within the hours, and on-call duty outside them. Versions of one kind never overlap.
 */
export interface WindowsVersion {
  readonly kind: 'care' | 'break' | 'on-call';
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate;
  readonly pattern: WeeklyPattern;
  /** Of on-call duty only. */
  readonly pay?: OnCallPay;
}

/** The person's own word against the contract for a while: "I am working now", "I am off now". Half-open. */
export interface HoursOverride {
  readonly kind: 'working-now' | 'off-now';
  readonly from: Instant;
  readonly until: Instant;
  /** In the person's words; at most 200 characters, may be empty. */
  readonly reason: string;
}

/** Agreed overtime: working time beyond the contract. Half-open. */
export interface Overtime {
  readonly kind: 'overtime';
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

/** One stretch of standing by. Half-open. */
export interface OnCallDuty {
  readonly kind: 'on-call';
  readonly from: Instant;
  readonly until: Instant;
  readonly pay: OnCallPay;
}

/** One break, or one pause to care for somebody (Argentina, Ley 27.555 art. 6). Half-open. */
export interface Pause {
  readonly kind: 'care' | 'break';
  readonly from: Instant;
  readonly until: Instant;
}

export type TimedException = HoursOverride | Overtime | OnCallDuty | Pause;

/** Whole days away, half-open `[from, until)`: `until` is the first day back. The type is private: no export names it. */
export interface Leave {
  readonly kind: 'leave';
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly leave: 'annual' | 'sick' | 'parental' | 'other';
}

/** A public holiday: a day without the contract's hours. */
export interface Holiday {
  readonly kind: 'holiday';
  readonly date: LocalDate;
  readonly name: string;
}

/** Other hours on one day: `instead` of the contract's (a swapped shift; no spans is a day off), or `extra` to them. */
export interface Shift {
  readonly kind: 'shift';
  readonly date: LocalDate;
  readonly mode: 'instead' | 'extra';
  readonly spans: readonly Span[];
}

export type DayException = Leave | Holiday | Shift;

/** Everything above the contract. `layersOf` says which goes before which. */
export type HoursException = TimedException | DayException;

/** The person moved: from this instant the hours follow another zone. What was judged before stays as it was. */
export interface ZoneMove {
  readonly from: Instant;
  readonly zone: ZoneName;
}

/** One job. */
export interface Employment {
  readonly id: string;
  readonly label: string;
  /** `fixed`: the employer's zone wherever the person is. `worker-local`: follows the person, who is asked first. */
  readonly zoneRule: 'fixed' | 'worker-local';
  readonly zone: ZoneName;
  /** Sorted by `from`; of `worker-local` jobs only. Before the first of them `zone` holds. */
  readonly moves?: readonly ZoneMove[];
  /** Sorted by `validFrom`; versions never overlap. */
  readonly hours: readonly HoursVersion[];
  /** Sorted by `validFrom` within each kind. */
  readonly windows?: readonly WindowsVersion[];
  /** Sorted by `validFrom`; versions never overlap. They measure rests and decide no verdict. */
  readonly rests?: readonly RestVersion[];
  readonly exceptions: readonly HoursException[];
}

export type VerdictReason =
  /** Inside a contracted span, or in the core of flexible hours. */
  | 'within-hours'
  /** Inside a day of flexible hours, but not in its core. */
  | 'flexible'
  /** Without fixed hours, outside the block of rest. */
  | 'reachable'
  /** Without fixed hours, in the rest, on a day that is not off. */
  | 'rest-block'
  /** A day with hours, but not now. */
  | 'outside-hours'
  /** A day without hours, by the contract or by a shift "instead". */
  | 'day-off'
  /** No version of the hours is in force on that day. */
  | 'no-hours'
  /** Exceptions, and windows of the same name. `shift` is said of time inside one; the rest of its day is `outside-hours`. */
  | HoursException['kind'];

/** Is this instant inside hours, and why. */
export interface Verdict {
  /** `on-call`: not working, but standing by; the person wants to be reached, and each contact is logged as such. */
  readonly kind: 'working' | 'off' | 'on-call';
  readonly reason: VerdictReason;
  /** The layer that decided (DESIGN §6), lowest to highest: law, policy, contract, exception. */
  readonly layer: 'law' | 'policy' | 'contract' | 'exception';
  /**
   * Which rule within the layer: the kind of rule, and after an `@` the date from which it holds or on which it applies
   * (`hours@2026-01-01`, `holiday@2026-12-25`, `break@2026-03-01`). Exceptions between two instants have no date
   * (`overtime`); `none` where there is no rule.
   */
  readonly rule: string;
  /**
   * The first instant at which `kind` differs; null when nothing known will change it (nothing within the twelve years
   * after all that is dated).
   */
  readonly until: Instant | null;
}
