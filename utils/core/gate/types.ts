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
