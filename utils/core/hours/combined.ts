import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { Employment } from './types.ts';
import { verdictAt } from './verdict.ts';

/** The state of a person with several employments: working while any of them works. */
export interface CombinedState {
  /** Null without employments. */
  readonly state: 'working' | 'off' | null;
  /** First instant at which `state` differs; null when none is known, or none within two years of unbroken work. */
  readonly until: Instant | null;
}

/**
 * Employments that take turns without a pause can go on for longer than anyone plans (their joint cycle is the product
 * of their cycles), so the search must stop somewhere.
 */
const HORIZON_MS = 2 * 365 * 24 * HOUR_MS;

/** The combined state at `at`. */
export function combinedStateAt(employments: readonly Employment[], at: Instant): CombinedState {
  if (employments.length === 0) return { state: null, until: null };
  const verdicts = employments.map((employment) => verdictAt(employment, at));
  if (verdicts.every(({ kind }) => kind === 'off')) {
    const starts = verdicts.flatMap(({ until }) => (until === null ? [] : [until]));
    return { state: 'off', until: starts.length === 0 ? null : Math.min(...starts) };
  }
  // Hand over from the one that works longest to whoever works when it stops.
  for (let reached = at; reached <= at + HORIZON_MS; ) {
    const longest = longestWork(employments, reached);
    if (longest === reached) return { state: 'working', until: reached };
    if (longest === null) break;
    reached = longest;
  }
  return { state: 'working', until: null };
}

/** The latest end of the work that is going on at `at`; `at` itself when nobody works, null when one never ends. */
function longestWork(employments: readonly Employment[], at: Instant): Instant | null {
  let longest = at;
  for (const employment of employments) {
    const { kind, until } = verdictAt(employment, at);
    if (kind === 'off') continue;
    if (until === null) return null;
    longest = Math.max(longest, until);
  }
  return longest;
}
