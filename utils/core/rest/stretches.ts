import type { Instant } from '../time/instant.ts';
import type { Stretch } from './types.ts';

/** Lists of stretches are sorted and free of overlaps and touching ends, except where a function says otherwise. */

/** All time that at least one of `stretches` covers; these may come in any order, overlap or be empty. */
export function unionOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const union: Stretch[] = [];
  const sorted = stretches.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from);
  let last: { from: Instant; until: Instant } | undefined;
  for (const { from, until } of sorted) {
    if (last !== undefined && from <= last.until) last.until = Math.max(last.until, until);
    else {
      last = { from, until };
      union.push(last);
    }
  }
  return union;
}

/** What is left of `stretches` when `holes` are cut out. */
export function without(stretches: readonly Stretch[], holes: readonly Stretch[]): readonly Stretch[] {
  return stretches.flatMap((stretch) => gapsIn(stretch, holes));
}

/** The parts of `window` that `busy` leaves free. */
export function gapsIn({ from, until }: Stretch, busy: readonly Stretch[]): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let free = from;
  for (let index = indexEndingAfter(busy, from); index < busy.length; index += 1) {
    const next = busy[index];
    if (next === undefined || next.from >= until) break;
    if (free < next.from) gaps.push({ from: free, until: next.from });
    free = next.until;
  }
  if (free < until) gaps.push({ from: free, until });
  return gaps;
}

/** How many milliseconds of `window` the stretches cover. */
export function lengthIn(stretches: readonly Stretch[], { from, until }: Stretch): number {
  let length = 0;
  for (let index = indexEndingAfter(stretches, from); index < stretches.length; index += 1) {
    const next = stretches[index];
    if (next === undefined || next.from >= until) break;
    length += Math.min(next.until, until) - Math.max(next.from, from);
  }
  return length;
}

/** The longest stretch, the first of them when several are; null when there is none. May overlap. */
export function longestOf(stretches: readonly Stretch[]): Stretch | null {
  let longest: Stretch | null = null;
  for (const stretch of stretches) if (lengthOf(stretch) > lengthOf(longest)) longest = stretch;
  return longest;
}

/** In milliseconds; of no stretch at all 0. */
export const lengthOf = (stretch: Stretch | null): number => (stretch === null ? 0 : stretch.until - stretch.from);

/** Index of the first stretch that ends after `at`: the one around it, or else the next. */
export const indexEndingAfter = (stretches: readonly Stretch[], at: Instant): number =>
  firstIndex(stretches, ({ until }) => until > at);

/** Index of the first item for which `holds`, which must go on holding for all that follow; the length when none does. */
export function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && !holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
