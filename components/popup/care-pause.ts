import type { Employment, HoursException, Pause } from '../../utils/core/hours/types.ts';
import { HOUR_MS, type Instant } from '../../utils/core/time/instant.ts';

/** One pause for care as the popup tells of it; half-open. */
export interface ShownPause {
  readonly from: Instant;
  readonly until: Instant;
  readonly running: boolean;
}

/** Browsers close a popup as soon as the person clicks beside it, so the notice of an end is there for a while longer. */
const TOLD_AFTER_MS = HOUR_MS;

/** The pause that runs in any job, else the one that ended last, if it did within the last hour. */
export function shownPause(employments: readonly Employment[], now: Instant): ShownPause | null {
  const begun = employments
    .flatMap(({ exceptions }) => exceptions.filter(isCare))
    .filter(({ from, until }) => from <= now && now < until + TOLD_AFTER_MS)
    .sort((a, b) => b.until - a.until);
  const [last] = begun;
  if (last === undefined) return null;
  // One that was planned and one that was tapped may overlap: to the employer they are one.
  const from = Math.min(...begun.filter(({ until }) => until >= last.from).map((one) => one.from));
  return { from, until: last.until, running: now < last.until };
}

const isCare = (one: HoursException): one is Pause => one.kind === 'care';
