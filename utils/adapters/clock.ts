import type { Clock } from '../app/ports.ts';
import type { EntryStamp } from '../core/log/types.ts';

/** The only place that reads the wall clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Stamps for log entries; one epoch for each run of the background, since the monotonic clock starts anew with it. */
export function createStamp(clock: Clock, epoch: string): () => EntryStamp {
  return () => ({ at: clock.now(), zone: clock.zone(), epoch, monotonicMs: performance.now() });
}
