import { timelineBetween } from '../hours/timeline.ts';
import type { Employment } from '../hours/types.ts';
import type { Instant } from '../time/instant.ts';
import { dateOf } from '../time/zones.ts';

/** When the hours of each day ended, sorted, within `[from, until)`: the last end of a day, so no lunch break. */
export function endsOfHours(employments: readonly Employment[], from: Instant, until: Instant): readonly Instant[] {
  const ends = employments.flatMap((employment) => {
    const ofDay = new Map<string, Instant>();
    for (const stretch of timelineBetween(employment, from, until)) {
      if (stretch.kind === 'working' && stretch.until < until)
        ofDay.set(dateOf(stretch.until - 1, employment.zone), stretch.until);
    }
    return [...ofDay.values()];
  });
  return ends.toSorted((a, b) => a - b);
}
