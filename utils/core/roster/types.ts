import type { Span } from '../hours/types.ts';
import type { LocalDate, ZoneName } from '../time/instant.ts';

export interface RosterOptions {
  /** Of the employment: shifts are told on its wall clock, and times without a zone are taken for it. */
  readonly zone: ZoneName;
  /** Shifts that begin in `[fromDate, untilDate)`, at most {@link MAX_RANGE_DAYS}. */
  readonly fromDate: LocalDate;
  readonly untilDate: LocalDate;
  /** The person's answer about times without a zone. */
  readonly floatingZone?: ZoneName;
  /** The person's answers about zones that are not known here, by the name in the file. */
  readonly zones?: Readonly<Record<string, ZoneName>>;
}

/** One shift of the file: `span` on the day `date`, in the zone of the employment. */
export interface RosterShift {
  readonly date: LocalDate;
  readonly span: Span;
  /** As the file calls it, at most 200 characters, may be empty. Written by others: show it as text only. */
  readonly summary: string;
  /** The line of the file on which the event begins. */
  readonly line: number;
}

/** What the file leaves open. Shifts are computed as assumed until the person answers and the file is read again. */
export type RosterQuestion =
  | { readonly kind: 'floating'; readonly events: number; readonly assumed: ZoneName }
  | { readonly kind: 'unknown-zone'; readonly name: string; readonly events: number; readonly assumed: ZoneName }
  /** Whole days `[from, until)`: leave, a day off, or a note. Never a shift. */
  | {
      readonly kind: 'all-day';
      readonly from: LocalDate;
      readonly until: LocalDate;
      readonly summary: string;
      readonly line: number;
    };

/** The sentence is `roster.skipped.<reason>`. */
export type SkipReason =
  | 'cancelled'
  /** A later version of the same event stands in the file. */
  | 'superseded'
  /** Neither end nor length. */
  | 'no-length'
  /** Longer than 24 hours. */
  | 'too-long'
  /** It begins and ends while clocks are set back, so that it has no length on the wall clock. */
  | 'clock-change'
  /** It returns by a rule that rosters do not use (every hour, by week of the year). */
  | 'rule'
  /** It changes all later ones of a series; from its date on the series is left out. */
  | 'this-and-future';

export interface SkippedEvent {
  readonly reason: SkipReason;
  readonly summary: string;
  readonly line: number;
  /** When it would have been, where that is known. */
  readonly date: LocalDate | null;
}

export interface Roster {
  /** By their beginning. */
  readonly shifts: readonly RosterShift[];
  readonly questions: readonly RosterQuestion[];
  readonly skipped: readonly SkippedEvent[];
}
