import type { WorkerMessageShape } from '../core/apps/types.ts';
import type { Decision, OfferedContact } from '../core/contact/types.ts';

/**
 * What travels on the private line: strings only, the first letter says what it is.
 *
 * Up (hook to bridge)
 * - `o[json]`  {@link Offer}s, all that one task of the page made
 * - `l<n>`     offer n got no answer in time and was shown natively
 * - `h<count>` notifications shown natively during hours since the last such message
 * - `c1`, `c0` the page holds a live microphone, or no longer does
 *
 * Down (bridge to hook)
 * - `g1,<until>` working until that instant (epoch ms): show natively, tell nothing; `g0,0` ask for each one
 * - `d<n>,<letter>,<mark>` decision on offer n: n(ative) h(old) f(lag) s(how); `mark` goes in front of a flagged title
 * - `k<n>`     the person opened held offer n: click it
 * - `w{json}`  array of {@link WorkerMessageShape}s that this site posts to its own worker
 * - `x`        the extension is gone: release everything, touch nothing any more
 */
export interface Offer {
  /** Number of the offer within this document. */
  readonly n: number;
  readonly route: OfferedContact['route'];
  readonly title: string;
  readonly text: string;
  readonly tag: string;
  readonly cut: boolean;
}

export type DecisionLetter = 'n' | 'h' | 'f' | 's';

export const LETTER_OF: Readonly<Record<Decision, DecisionLetter>> = { native: 'n', hold: 'h', flag: 'f', show: 's' };

export type { WorkerMessageShape };
