import type { Instant } from '../time/instant.ts';
import { type ContractState, contractAt } from './contract.ts';
import { firstEndingAfter } from './overrides.ts';
import { type Plan, planOf } from './plan.ts';
import type { Employment, Verdict } from './types.ts';

/**
 * Is `at` inside the hours of `employment`, and why. Pure and total for every employment that `checkEmployment` accepts
 * and every instant from 1970 to 2100.
 *
 * Hours are wall-clock time: a span begins and ends where the clock of the employment's zone shows its minutes, so it is
 * an hour shorter or longer in the night of a clock change (`time/zone-clock.ts` says what a missing or doubled minute
 * means). A span belongs to the day on which it begins, and so does the version of the hours that it is judged by. A day
 * that the zone leaves out has no hours. Spans that touch are one stretch. Overrides lie above all this.
 *
 * `until` is the first instant at which `kind` differs, not the reason: a day off follows an evening off unnoticed.
 */
export function verdictAt(employment: Employment, at: Instant): Verdict {
  const plan = planOf(employment);
  const index = firstEndingAfter(plan.overrides, at);
  const override = plan.overrides[index];
  if (override !== undefined && override.from <= at) {
    const working = override.kind === 'working-now';
    const until = firstChange(plan, working, override.until, index + 1);
    return { kind: kindOf(working), reason: override.kind, layer: 'exception', rule: override.kind, until };
  }
  const contract = contractAt(plan, at);
  const until =
    override === undefined || endsBefore(contract, override.from)
      ? contract.until
      : firstChange(plan, contract.working, override.from, index);
  return { kind: kindOf(contract.working), reason: contract.reason, layer: 'contract', rule: contract.rule, until };
}

/**
 * The first instant after `at` at which work begins: the end of the time off, or, while working, the start of the next
 * stretch of work. Null when none is known.
 */
export function nextWorkingAt(employment: Employment, at: Instant): Instant | null {
  const now = verdictAt(employment, at);
  return now.kind === 'off' || now.until === null ? now.until : verdictAt(employment, now.until).until;
}

function kindOf(working: boolean): Verdict['kind'] {
  return working ? 'working' : 'off';
}

/**
 * The first instant from `from` on at which `working` no longer holds. `index` names the first override that ends after
 * `from`. A loop, because thousands of overrides may follow each other.
 */
function firstChange(plan: Plan, working: boolean, from: Instant, index: number): Instant | null {
  let at = from;
  for (let next = index; ; ) {
    const override = plan.overrides[next];
    if (override !== undefined && override.from <= at) {
      if ((override.kind === 'working-now') !== working) return at;
      at = override.until;
      next += 1;
      continue;
    }
    const contract = contractAt(plan, at);
    if (contract.working !== working) return at;
    if (override === undefined || endsBefore(contract, override.from)) return contract.until;
    at = override.from;
  }
}

function endsBefore(contract: ContractState, at: Instant): boolean {
  return contract.until !== null && contract.until < at;
}
