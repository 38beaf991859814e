import type { Instant } from '../time/instant.ts';

/**
 * What made us make a checkpoint: the end of a time off in which something was logged, an export, a week gone by, or the
 * person who asked for one.
 */
export type CheckpointReason = 'window-end' | 'export' | 'weekly' | 'asked';

/** What somebody signed who received a checkpoint. */
export interface StoredWitness {
  readonly text: string;
  /** Armoured SSH signature of `text`, namespace `clocked-off/witness/v1`. */
  readonly signature: string;
}

/** A time stamp that came for a checkpoint. */
export interface StoredStamp {
  /** Address of the service that was asked. */
  readonly url: string;
  /** When, by the clock of the service. */
  readonly at: Instant;
  /** Its answer (TimeStampResp, RFC 3161) in Base64: the certificates are in it. */
  readonly response: string;
}

/** A checkpoint as it is kept: all of it text and numbers, so that it goes through messages as it is. */
export interface SignedCheckpoint {
  readonly log: string;
  /** Counts from 1 in each log; names its files in a bundle. */
  readonly number: number;
  readonly size: number;
  readonly hash: string;
  readonly at: Instant;
  readonly reason: CheckpointReason;
  /** The five lines that were signed. */
  readonly text: string;
  /** Armoured SSH signature of `text`, namespace `clocked-off/checkpoint/v1`. */
  readonly signature: string;
  readonly witnesses: readonly StoredWitness[];
  /** In the order in which they came; absent where none did. */
  readonly stamps?: readonly StoredStamp[];
}
