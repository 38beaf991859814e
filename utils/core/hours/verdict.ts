import type { Instant, ZoneName } from '../time/instant.ts';
import { zoneClock } from '../time/zone-clock.ts';
import { type Decision, type Layers, layersOf } from './layers.ts';
import { type Rules, rulesOf } from './rules.ts';
import { firstEndingAfter } from './stretches.ts';
import type { Employment, Verdict } from './types.ts';
import { zoneStretches } from './zone-moves.ts';

/**
 * Is `at` inside the hours of `employment`, and why. Pure and total for every employment that `checkEmployment` accepts
 * and every instant from 1970 to 2100. `layersOf` says which rule goes before which.
 *
 * Hours are wall-clock time: a span begins and ends where the clock of the employment's zone shows its minutes, so it is
 * an hour shorter or longer in the night of a clock change (`time/zone-clock.ts` says what a missing or doubled minute
 * means). A span belongs to the day on which it begins, and so does the version of the hours that it is judged by: leave,
 * a holiday or a swapped shift takes away what begins on its days, not the night before that runs into them. A day that
 * the zone leaves out has no hours. Days without fixed hours and flexible ones follow what the person said of their work
 * (`work-of-free-days.ts`), and lengths in them are elapsed time. Spans that touch are one stretch. Moves to another zone leave what lies before them
 * as it was.
 *
 * `until` is the first instant at which `kind` differs, not the reason: a day off follows an evening off unnoticed.
 */
export function verdictAt(employment: Employment, at: Instant): Verdict {
  const prepared = preparedOf(employment);
  const { edge, ...decision } = prepared.decide(at);
  return { ...decision, until: untilOf(prepared, at, decision.kind, edge) };
}

/**
 * The first instant after `at` at which work begins: the end of the time off, or, while working, the start of the next
 * stretch of work. Null when none is known.
 */
export function nextWorkingAt(employment: Employment, at: Instant): Instant | null {
  const horizon = preparedOf(employment).rules.horizonAt(at);
  let { until } = verdictAt(employment, at);
  while (until !== null && until <= horizon) {
    const verdict = verdictAt(employment, until);
    if (verdict.kind === 'working') return until;
    until = verdict.until;
  }
  return null;
}

interface Prepared {
  readonly rules: Rules;
  readonly decide: Layers;
  /** The stretch of one kind that was found last: who asks again mostly asks about the same hour. */
  last: { readonly from: Instant; readonly until: Instant | null } | null;
}

function untilOf(prepared: Prepared, at: Instant, kind: Verdict['kind'], edge: Instant | null): Instant | null {
  const { last } = prepared;
  if (last !== null && last.from <= at && (last.until === null || at < last.until)) return last.until;
  const until = firstChange(prepared, at, kind, edge);
  prepared.last = { from: at, until };
  return until;
}

function firstChange(
  { decide, rules }: Prepared,
  at: Instant,
  kind: Verdict['kind'],
  edge: Instant | null,
): Instant | null {
  const horizon = rules.horizonAt(at);
  let next = edge;
  while (next !== null && next <= horizon) {
    const decision = decide(next);
    if (decision.kind !== kind) return next;
    next = decision.edge;
  }
  return null;
}

/** Prepared once per object; invisible, because employments are never changed in place. */
const known = new WeakMap<Employment, Prepared>();

function preparedOf(employment: Employment): Prepared {
  const before = known.get(employment);
  if (before !== undefined) return before;
  const rules = rulesOf(employment);
  const prepared: Prepared = { rules, decide: followMoves(employment, rules), last: null };
  known.set(employment, prepared);
  return prepared;
}

/** One set of layers per zone; a move from one to the next is an edge of its own. */
function followMoves(employment: Employment, rules: Rules): Layers {
  const stretches = zoneStretches(employment);
  const layers = new Map<ZoneName, Layers>();
  const decideIn = (zone: ZoneName): Layers => {
    const made = layers.get(zone) ?? layersOf(rules, zoneClock(zone));
    layers.set(zone, made);
    return made;
  };
  if (stretches.length === 1) return decideIn(employment.zone);
  return (at): Decision => {
    const { zone, until } = firstEndingAfter(stretches, at) ?? { zone: employment.zone, until: Infinity };
    const decision = decideIn(zone)(at);
    if (until === Infinity) return decision;
    return { ...decision, edge: Math.min(decision.edge ?? until, until) };
  };
}
