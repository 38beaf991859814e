import type { TimedException } from '../../../utils/core/hours/types.ts';

/** The oracle's own reading of what a person said; see `oracle.ts`. */

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

export interface Said {
  readonly word: readonly Stretch[];
  readonly work: readonly Stretch[];
}

/** The newest word that holds, the later in the list of two that began together. */
export function wordAt(timed: readonly TimedException[], moment: number): 'working-now' | 'off-now' | null {
  let newest: TimedException | null = null;
  for (const one of timed) {
    if (one.kind !== 'working-now' && one.kind !== 'off-now') continue;
    if (one.from <= moment && moment < one.until && (newest === null || one.from >= newest.from)) newest = one;
  }
  return newest?.kind === 'working-now' || newest?.kind === 'off-now' ? newest.kind : null;
}

/** Between two neighbouring edges nothing changes, so each such piece is asked about at its beginning. */
export function saidOf(timed: readonly TimedException[]): Said {
  const edges = [...new Set(timed.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const pieces = edges.slice(0, -1).map((from, index) => ({ from, until: edges[index + 1] ?? from }));
  const overtime = (at: number) => timed.some((one) => one.kind === 'overtime' && one.from <= at && at < one.until);
  return {
    word: joined(pieces.filter(({ from }) => wordAt(timed, from) === 'working-now')),
    work: joined(
      pieces.filter(({ from }) => {
        const word = wordAt(timed, from);
        return word === 'working-now' || (word === null && overtime(from));
      }),
    ),
  };
}

function joined(pieces: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (last?.until === piece.from) done[done.length - 1] = { from: last.from, until: piece.until };
    else done.push(piece);
  }
  return done;
}
