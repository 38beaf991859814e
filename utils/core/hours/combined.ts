import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { Employment, Verdict } from './types.ts';
import { verdictAt } from './verdict.ts';

/** The state of a person with several employments: working while any of them works, else on call while any stands by. */
export interface CombinedState {
  /** Null without employments. */
  readonly state: Verdict['kind'] | null;
  /** First instant at which `state` differs; null when none is known, or none within two years. */
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
  const now = verdictsAt(employments, at);
  const state = stateOf(now);
  let next = nextTurn(state, now);
  while (next !== null && (state === 'off' || next <= at + HORIZON_MS)) {
    const verdicts = verdictsAt(employments, next);
    if (stateOf(verdicts) !== state) return { state, until: next };
    next = nextTurn(state, verdicts);
  }
  return { state, until: null };
}

const verdictsAt = (employments: readonly Employment[], at: Instant): readonly Verdict[] =>
  employments.map((employment) => verdictAt(employment, at));

function stateOf(verdicts: readonly Verdict[]): Verdict['kind'] {
  const kinds = verdicts.map(({ kind }) => kind);
  if (kinds.includes('working')) return 'working';
  return kinds.includes('on-call') ? 'on-call' : 'off';
}

/** The first instant at which `state` may differ: work goes on as long as whoever works longest. */
function nextTurn(state: Verdict['kind'], verdicts: readonly Verdict[]): Instant | null {
  if (state === 'working') {
    const ends = verdicts.filter(({ kind }) => kind === 'working').map(({ until }) => until ?? Infinity);
    const last = Math.max(...ends);
    return last === Infinity ? null : last;
  }
  const turns = verdicts.flatMap(({ until }) => (until === null ? [] : [until]));
  return turns.length === 0 ? null : Math.min(...turns);
}
