import type { Employment, HoursPattern, Verdict } from '../hours/types.ts';
import { verdictAt } from '../hours/verdict.ts';
import type { Instant } from '../time/instant.ts';
import { unionOf } from './stretches.ts';
import type { Stretch } from './types.ts';

type Kind = Verdict['kind'];

/** What the contracts say of a stretch of time; where several employments differ, work goes before standing by. */
export interface Contracted {
  readonly working: readonly Stretch[];
  readonly workingOrOnCall: readonly Stretch[];
}

const NO_HOURS: HoursPattern = { kind: 'weekly', days: [[], [], [], [], [], [], []] };
const withoutBlock = (pattern: HoursPattern): HoursPattern => (pattern.kind === 'block' ? NO_HOURS : pattern);

/** Who has no fixed hours may be reached for half the day without working: only what they said, and shifts, is work. */
export function withoutReachable(employment: Employment): Employment {
  const hours = employment.hours.map((version) => ({
    ...version,
    pattern: withoutBlock(version.pattern),
    ...(version.seasons && {
      seasons: version.seasons.map((season) => ({ ...season, pattern: withoutBlock(season.pattern) })),
    }),
  }));
  return { ...employment, hours };
}

/** Cut off at the ends of `window`. */
export function contractedIn(employments: readonly Employment[], window: Stretch): Contracted {
  const working: Stretch[] = [];
  const onCall: Stretch[] = [];
  for (const employment of employments) {
    for (let at = window.from; at < window.until; ) {
      const { kind, until } = verdictAt(employment, at);
      const end = Math.min(until ?? window.until, window.until);
      if (kind === 'working') working.push({ from: at, until: end });
      if (kind === 'on-call') onCall.push({ from: at, until: end });
      at = end;
    }
  }
  return { working: unionOf(working), workingOrOnCall: unionOf([...working, ...onCall]) };
}

/** Changes that a search looks through: some years of on-call duty every night. */
const MAX_CHANGES = 2_000;

/** The first instant from `at` on at which any of the employments is of one of these kinds; null when none is known. */
export function nextOfKind(employments: readonly Employment[], kinds: readonly Kind[], at: Instant): Instant | null {
  const found = employments.flatMap((employment) => {
    let from: Instant | null = at;
    for (let changes = 0; changes < MAX_CHANGES && from !== null; changes += 1) {
      const { kind, until } = verdictAt(employment, from);
      if (kinds.includes(kind)) return [from];
      from = until;
    }
    return [];
  });
  return found.length === 0 ? null : Math.min(...found);
}
