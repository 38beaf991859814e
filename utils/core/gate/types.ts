import type { WorkerMessageShape } from '../apps/types.ts';
import type { Instant } from '../time/instant.ts';

/** `storage.local` key of the gate: the only thing of ours that content scripts can read. */
export const GATE_KEY = 'gate';

/**
 * The verdict that pages hold. One for all work apps, so that no page learns which others there are: while two jobs
 * disagree it says "ask", and the background decides per app.
 */
export interface Gate {
  /** Every job is inside its hours: notifications run natively until `until`. */
  readonly working: boolean;
  readonly until: Instant;
  readonly workerMessages: readonly WorkerMessageShape[];
}

/** What the bridge of a document keeps as `clockedOff` in its isolated world, which no page script sees. */
export interface Bridge {
  isOrphaned(): boolean;
  retire(): void;
  /** Hands this document's hook a gate of its own, which holds until the next one comes: for the test message. */
  pass(gate: Gate | undefined): void;
}
