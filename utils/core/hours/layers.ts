import type { Instant } from '../time/instant.ts';
import type { ZoneClock } from '../time/zone-clock.ts';
import { planOf } from './plan.ts';
import { type PlanState, planStates } from './plan-state.ts';
import type { Rules, WindowRules } from './rules.ts';
import { firstEndingAfter, type Stretch } from './stretches.ts';
import type { HoursOverride, Verdict } from './types.ts';

/** What decides at one instant, and the first instant after it at which the kind may differ. */
export interface Decision extends Omit<Verdict, 'until'> {
  readonly edge: Instant | null;
}

export type Layers = (at: Instant) => Decision;

/** One sort of rule: does it hold now, by which rule, and until when is that so. */
interface Look<T> {
  readonly holds: T | null;
  readonly until: Instant | null;
}

type Window = Pick<Verdict, 'layer' | 'rule'>;

/**
 * The rules of one employment on the clock of one zone, laid over each other; the first that holds decides:
 *
 * 1. `working-now`, `off-now`: the person's own word for this moment. Of several the one that began last; of two that
 *    began together, the later in the list.
 * 2. care, as a window or once: off. It is said only where one would work or stand by; time off keeps its own reason.
 * 3. agreed overtime: working.
 * 4. a break, as a window or once, in the day's hours: off.
 * 5. the day's hours: leave before shifts, shifts before holidays, holidays before the contract.
 * 6. on-call duty, as a window or once: on call. Leave takes away the windows of its days, not what was agreed once.
 *
 * Otherwise the person is off, for the reason that the day gives. Lower rules are asked only where they can matter, and
 * what cannot change the kind is no edge: hours that begin within overtime, say.
 */
export function layersOf(rules: Rules, clock: ZoneClock): Layers {
  const hoursAt = planStates(planOf(rules.hours, clock));
  const lookAtOvertime = lookAtOnce(rules.overtime);
  const lookAtOverrides = lookAtOnce(rules.overrides);
  const lookAtCare = lookAtWindows(rules.care, 'care', 'exception', clock);
  const lookAtBreaks = lookAtWindows(rules.breaks, 'break', 'contract', clock);
  const lookAtDuty = lookAtWindows(rules.onCall, 'on-call', 'contract', clock);

  /** Rules 3 to 6. */
  function withoutCare(at: Instant): Decision {
    const overtime = lookAtOvertime(at);
    if (overtime.holds !== null) {
      return { kind: 'working', reason: 'overtime', layer: 'exception', rule: 'overtime', edge: overtime.until };
    }
    const hours = hoursAt(at);
    if (hours.inside) {
      const pause = lookAtBreaks(at);
      const edge = earliest(hours.until, pause.until);
      if (pause.holds === null) return { kind: 'working', ...ruleOf(hours), edge };
      return { kind: 'off', reason: 'break', ...pause.holds, edge: earliest(edge, overtime.until) };
    }
    const duty = lookAtDuty(at);
    const edge = earliest(earliest(hours.until, overtime.until), duty.until);
    if (duty.holds !== null) return { kind: 'on-call', reason: 'on-call', ...duty.holds, edge };
    return { kind: 'off', ...ruleOf(hours), edge };
  }

  return (at) => {
    const override = lookAtOverrides(at);
    if (override.holds !== null) return overridden(override.holds, override.until);
    const decision = withoutCare(at);
    if (decision.kind === 'off') return { ...decision, edge: earliest(decision.edge, override.until) };
    const care = lookAtCare(at);
    const edge = earliest(care.until, override.until);
    if (care.holds !== null) return { kind: 'off', reason: 'care', ...care.holds, edge };
    return { ...decision, edge: earliest(decision.edge, edge) };
  };
}

const ruleOf = ({ inside, rule }: PlanState): Pick<Verdict, 'reason' | 'layer' | 'rule'> => ({
  reason: inside ? rule.inside : rule.outside,
  layer: rule.layer,
  rule: rule.rule,
});

const overridden = ({ kind }: HoursOverride, edge: Instant | null): Decision => ({
  kind: kind === 'working-now' ? 'working' : 'off',
  reason: kind,
  layer: 'exception',
  rule: kind,
  edge,
});

const lookAtOnce =
  <S extends Stretch>(stretches: readonly S[]) =>
  (at: Instant): Look<S> => {
    const next = firstEndingAfter(stretches, at);
    if (next === undefined) return { holds: null, until: null };
    return next.from <= at ? { holds: next, until: next.until } : { holds: null, until: next.from };
  };

function lookAtWindows(
  { round, once }: WindowRules,
  name: string,
  layer: Verdict['layer'],
  clock: ZoneClock,
): (at: Instant) => Look<Window> {
  const lookAtSingle = lookAtOnce(once);
  const roundAt = round === null ? null : planStates(planOf(round, clock));
  return (at) => {
    const single = lookAtSingle(at);
    if (single.holds !== null) return { holds: { layer: 'exception', rule: name }, until: single.until };
    if (roundAt === null) return { holds: null, until: single.until };
    const { inside, rule, until } = roundAt(at);
    return { holds: inside ? { layer, rule: rule.rule } : null, until: earliest(single.until, until) };
  };
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
