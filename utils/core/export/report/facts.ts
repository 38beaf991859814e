import type { Employment } from '../../hours/types.ts';
import type { Instant, LocalDate, ZoneName } from '../../time/instant.ts';
import type { CustodyStep } from '../custody.ts';
import type { Period } from '../period.ts';

/** What the report says beside the log: all of it chosen or typed by the person, or known to the extension. */
export interface ReportFacts {
  /** As the person typed it; empty leaves a line to write on. */
  readonly whose: string;
  readonly period: Period;
  readonly madeAt: Instant;
  /** Zone of the device. */
  readonly zone: ZoneName;
  /** `Clocked Off <version>`. */
  readonly agent: string;
  /** Id of the log: 32 hex digits. */
  readonly log: string;
  /** Those whose contacts are handed over; each brings the rules that its rests are measured by. Care is never named, and no leave by its type. */
  readonly employments: readonly Employment[];
  /** Name of each work app by its id. */
  readonly appNames: ReadonlyMap<string, string>;
  /** Plain counters of contacts in hours, one for a day and app; null where they are not handed over. */
  readonly inHours: readonly { readonly date: LocalDate; readonly app: string; readonly count: number }[] | null;
  /** Key number of the log's key; null where the bundle is not signed. */
  readonly keyNumber: string | null;
  /** Name in `allowed_signers`. */
  readonly identity: string;
  /** Steps so far. */
  readonly custody: readonly CustodyStep[];
}

export interface ReportStamp {
  /** Below the bundle's folder. */
  readonly path: string;
  readonly at: Instant;
  /** What its certificate calls itself; null without a name. */
  readonly by: string | null;
}

/** A checkpoint in the bundle, as the report lists it. */
export interface ReportCheckpoint {
  /** Of its files in `data/checkpoints/`. */
  readonly number: number;
  readonly size: number;
  /** SHA-256 (hex) of line `size`. */
  readonly hash: string;
  readonly at: Instant;
  readonly signed: boolean;
  readonly witness: { readonly by: string; readonly at: Instant } | null;
  /** Time stamps by services (RFC 3161), of which the signature was not checked. */
  readonly stamps: readonly ReportStamp[];
}
