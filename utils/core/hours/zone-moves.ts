import type { Instant, ZoneName } from '../time/instant.ts';
import type { Stretch } from './stretches.ts';
import type { Employment } from './types.ts';

/** A stretch of time in which the hours follow one zone. */
export interface ZoneStretch extends Stretch {
  readonly zone: ZoneName;
}

/** The zones that the hours follow one after the other, without a gap from the beginning of time to its end. */
export function zoneStretches({ zone, moves = [] }: Pick<Employment, 'zone' | 'moves'>): readonly ZoneStretch[] {
  return [{ from: -Infinity, zone }, ...moves].map((stretch, index) => ({
    ...stretch,
    until: moves[index]?.from ?? Infinity,
  }));
}

/** The zone whose clock the hours follow at `at`. */
export function zoneAt({ zone, moves = [] }: Pick<Employment, 'zone' | 'moves'>, at: Instant): ZoneName {
  return moves.findLast(({ from }) => from <= at)?.zone ?? zone;
}
