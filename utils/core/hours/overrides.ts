import type { Instant } from '../time/instant.ts';
import type { HoursException, HoursOverride } from './types.ts';

/** A stretch of time in which one override decides, half-open. */
export interface OverrideStretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly kind: HoursOverride['kind'];
}

/**
 * Lays overrides over each other: where several hold, the one that began last wins (of two that began together, the
 * later in the list). The result is sorted and free of overlaps.
 */
export function overrideStretches(exceptions: readonly HoursException[]): readonly OverrideStretch[] {
  const stretches: OverrideStretch[] = [];
  const open: HoursOverride[] = [];
  let cursor = Number.NEGATIVE_INFINITY;

  // The one on top began last, so it decides until it ends or a newer one is laid on it.
  function advance(to: Instant): void {
    for (let top = open.at(-1); top !== undefined && cursor < to; top = open.at(-1)) {
      const until = Math.min(top.until, to);
      if (until > cursor) stretches.push({ from: cursor, until, kind: top.kind });
      cursor = Math.max(cursor, until);
      if (top.until <= cursor) open.pop();
    }
    cursor = to;
  }

  for (const override of exceptions.toSorted((a, b) => a.from - b.from)) {
    advance(override.from);
    open.push(override);
  }
  advance(Number.POSITIVE_INFINITY);
  return stretches;
}

/** Index of the first stretch that ends after `at`; the number of stretches when none does. */
export function firstEndingAfter(stretches: readonly OverrideStretch[], at: Instant): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const stretch = stretches[middle];
    if (stretch !== undefined && stretch.until <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
