import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { ContactMark, Stretch } from './types.ts';

/**
 * The minimum disconnection block that follows the actual end of work, in real hours (clock changes neither shorten nor
 * stretch it): 8 in Uruguay (Ley 19.978 art. 14), 12 in Chile for people without fixed hours (Código del Trabajo art. 152
 * quáter J), Ecuador and Peru.
 */
export const blockAfter = (endOfWork: Instant, hours: number): Stretch => ({
  from: endOfWork,
  until: endOfWork + hours * HOUR_MS,
});

/**
 * Where a contact fell. The two facts are independent: one that comes after the block can still be outside the hours, and
 * a shift can begin too early, inside it.
 */
export interface BlockPlace {
  readonly insideBlock: boolean;
  /** By the verdict that the log has; standing by is not outside. */
  readonly outsideHours: boolean;
}

export const placeInBlock = ({ at, verdict }: ContactMark, { from, until }: Stretch): BlockPlace => ({
  insideBlock: from <= at && at < until,
  outsideHours: verdict === 'off',
});
