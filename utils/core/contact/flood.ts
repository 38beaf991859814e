import { type Instant, MINUTE_MS } from '../time/instant.ts';

/** Single entries an origin may fill at once: more than the largest burst anyone has seen an app catch up with. */
export const FLOOD_BURST = 6_000;

/** Single entries an origin regains with time: one a second, far above what people write to one person. */
export const FLOOD_PER_MINUTE = 60;

/** What an origin may still write as single entries. */
export interface Allowance {
  readonly left: number;
  readonly at: Instant;
}

/** The allowance at `now` (a token bucket); a clock that went back regains nothing. */
export function allowanceAt(before: Allowance | undefined, now: Instant): Allowance {
  if (before === undefined) return { left: FLOOD_BURST, at: now };
  const minutes = Math.max(0, now - before.at) / MINUTE_MS;
  return { left: Math.min(FLOOD_BURST, before.left + minutes * FLOOD_PER_MINUTE), at: now };
}
