/** Something that holds from one point of a line up to another, half-open: instants, or day numbers. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Lays stretches over each other: where several hold, the one that began last wins (of two that began together, the later
 * in the list). The result is sorted and free of overlaps.
 */
export function layOver<S extends Stretch>(stretches: readonly S[]): readonly S[] {
  const laid: S[] = [];
  const open: S[] = [];
  let cursor = Number.NEGATIVE_INFINITY;

  // The one on top began last, so it decides until it ends or a newer one is laid on it.
  function advance(to: number): void {
    for (let top = open.at(-1); top !== undefined && cursor < to; top = open.at(-1)) {
      const until = Math.min(top.until, to);
      if (until > cursor) laid.push({ ...top, from: cursor, until });
      cursor = Math.max(cursor, until);
      if (top.until <= cursor) open.pop();
    }
    cursor = to;
  }

  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    advance(stretch.from);
    open.push(stretch);
  }
  advance(Number.POSITIVE_INFINITY);
  return laid;
}

/** The stretch that holds at `at`, or else the next one to come; of sorted stretches free of overlaps. */
export function firstEndingAfter<S extends Stretch>(stretches: readonly S[], at: number): S | undefined {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && stretch.until <= at) low = middle + 1;
    else high = middle;
  }
  return stretches[low];
}
