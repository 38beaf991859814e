import type { Instant } from '../../utils/core/time/instant.ts';

/** Somebody who received a checkpoint and signed when that was. */
export interface WitnessView {
  /** What they call themselves: a claim, shown as captured text. */
  readonly by: string;
  /** When they received it, by their clock. */
  readonly at: Instant;
  /** Six groups of five digits. */
  readonly keyNumber: string;
}

/** A time stamp by a service. Its signature is not checked here. */
export interface StampView {
  /** By the clock of the service. */
  readonly at: Instant;
  /** What its certificate calls itself: a claim, shown as captured text. Null without a name. */
  readonly by: string | null;
}

export interface CheckpointView {
  readonly log: string;
  /** Counts from 1 in each log. */
  readonly number: number;
  /** Lines of the log that it names. */
  readonly size: number;
  readonly at: Instant;
  /** The five lines that were signed. */
  readonly text: string;
  /** Armoured SSH signature of `text`. */
  readonly signature: string;
  /** Six groups of five digits; null where the signature does not fit the text. */
  readonly keyNumber: string | null;
  readonly witnesses: readonly WitnessView[];
  readonly stamps: readonly StampView[];
}

/** What became of the wish for a new checkpoint. `same`: nothing was logged since the latest one, which still stands. */
export type MakeOutcome =
  | { readonly kind: 'made' | 'same'; readonly number: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed' };

export interface AddedWitness {
  readonly by: string;
  /** Of the checkpoint that it confirms. */
  readonly number: number;
}

/** Ways in which a checkpoint leaves the page. */
export interface GiveAwayWays {
  /** False where the browser did not allow it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: (fileName: string, text: string) => void;
  readonly onPrint: (checkpoint: CheckpointView) => void;
}
