import type { Problem } from '../result.ts';
import type { BundleVerdict, VerdictLine, VerdictSentence, VerdictState } from './types.ts';

type Values = NonNullable<VerdictSentence['values']>;

const line =
  (state: VerdictState) =>
  (code: string, values: Values = {}, notes: readonly VerdictSentence[] = []): VerdictLine => ({
    state,
    code,
    values,
    notes,
  });

export const good = line('good');
export const incomplete = line('incomplete');
export const bad = line('bad');

/** A line that a reader's refusal decides; its sentence follows the line's own. */
export const badBecause = (code: string, problem: Problem, values: Values = {}): VerdictLine => ({
  ...bad(code, values),
  problem,
});

/** The order in which the lines are told. */
export const VERDICT_LINES = ['files', 'chain', 'anchors', 'identity'] as const;

/** The worst of the four: what a program would return. */
export function worstState(verdict: BundleVerdict): VerdictState {
  const states = new Set(VERDICT_LINES.map((name) => verdict[name].state));
  if (states.has('bad')) return 'bad';
  return states.has('incomplete') ? 'incomplete' : 'good';
}
