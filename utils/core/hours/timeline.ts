import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { Employment, Verdict } from './types.ts';
import { nextWorkingAt, verdictAt } from './verdict.ts';

/** A stretch of one kind, half-open; reason, layer and rule are those of its beginning. */
export interface TimelineStretch extends Omit<Verdict, 'until'> {
  readonly from: Instant;
  readonly until: Instant;
}

/** The verdicts of `[from, until)` one after the other: they tile it, and neighbours differ in kind. */
export function* timelineBetween(employment: Employment, from: Instant, until: Instant): Generator<TimelineStretch> {
  for (let at = from; at < until; ) {
    const { until: turn, ...verdict } = verdictAt(employment, at);
    const end = Math.min(turn ?? until, until);
    yield { ...verdict, from: at, until: end };
    at = end;
  }
}

/** Time off work around an instant, in milliseconds; null where there is no work within 400 days on that side. */
export interface RestAround {
  /** Since the last work before it; 0 while working. */
  readonly before: number | null;
  /** Until the next work after it; 0 while working. */
  readonly after: number | null;
}

const DAY_MS = 24 * HOUR_MS;
const FURTHEST_MS = 400 * DAY_MS;

/** How long the person had been off work at `at`, and how long they still will be. On-call duty is no work. */
export function restAround(employment: Employment, at: Instant): RestAround {
  if (verdictAt(employment, at).kind === 'working') return { before: 0, after: 0 };
  const next = nextWorkingAt(employment, at);
  return {
    before: sinceWork(employment, at),
    after: next === null || next - at > FURTHEST_MS ? null : next - at,
  };
}

/** Looks back in steps that double, since most people worked yesterday or on Friday. */
function sinceWork(employment: Employment, at: Instant): number | null {
  const earliest = at - FURTHEST_MS - 1; // So that work which ended exactly so long ago is seen.
  let until = at;
  for (let step = 2 * DAY_MS; until > earliest; step *= 2) {
    const from = Math.max(until - step, earliest);
    let last: Instant | null = null;
    for (const stretch of timelineBetween(employment, from, until)) {
      if (stretch.kind === 'working') last = stretch.until;
    }
    if (last !== null) return at - last;
    until = from;
  }
  return null;
}
