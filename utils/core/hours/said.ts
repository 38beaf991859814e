import { unionOf, without } from '../rest/stretches.ts';
import type { Stretch } from './stretches.ts';
import type { HoursOverride } from './types.ts';

/** What the person said of their work, which free days follow. Sorted; stretches that touch are one. */
export interface Said {
  /** The person's own word that they work. */
  readonly word: readonly Stretch[];
  /** The same and agreed overtime. */
  readonly work: readonly Stretch[];
}

export const NOTHING_SAID: Said = { word: [], work: [] };

/** `off-now` takes away of both what it lies over: then the work had ended. Both lists are laid out already. */
export function saidOf(overrides: readonly HoursOverride[], overtime: readonly Stretch[]): Said {
  const word = overrides.filter(({ kind }) => kind === 'working-now');
  const off = overrides.filter(({ kind }) => kind === 'off-now');
  return { word: unionOf(word), work: unionOf([...word, ...without(overtime, off)]) };
}
