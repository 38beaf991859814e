import type { Problem } from '../result.ts';
import { isLocalDate } from '../time/dates.ts';
import { checkPattern } from './check-pattern.ts';
import { firstProblem } from './first-problem.ts';
import { MAX_SEASONS } from './limits.ts';
import { isInSeason } from './pattern-days.ts';
import type { Season, YearDay } from './types.ts';

/** A leap year, so that every day of the year is one of its days. */
const SOME_LEAP_YEAR = 2024;

/** The first mistake in the seasons of one version, or null; `path` is the place of the list. */
export function checkSeasons(seasons: readonly Season[], path: string): Problem | null {
  if (seasons.length > MAX_SEASONS) {
    return { code: 'hours.too-many-seasons', field: path, values: { most: MAX_SEASONS } };
  }
  return (
    firstProblem(seasons, (season, index) => checkSeason(season, `${path}[${index}]`)) ??
    firstProblem(seasons, (later, index) => {
      const earlier = seasons.slice(0, index).find((one) => overlap(one, later));
      if (earlier === undefined) return null;
      const values = { first: earlier.from, second: later.from };
      return { code: 'hours.seasons-overlap', field: `${path}[${index}].from`, values };
    })
  );
}

function checkSeason({ from, until, pattern }: Season, path: string): Problem | null {
  for (const [key, day] of Object.entries({ from, until })) {
    if (!isYearDay(day)) return { code: 'hours.year-day-invalid', field: `${path}.${key}`, values: { day } };
  }
  if (from === until) return { code: 'hours.season-empty', field: `${path}.until`, values: { day: from } };
  return checkPattern(pattern, `${path}.pattern`);
}

/** Two stretches of a circle overlap when one of them begins within the other. */
const overlap = (one: Season, other: Season): boolean => isInSeason(one, other.from) || isInSeason(other, one.from);

const isYearDay = (day: YearDay): boolean => /^\d{2}-\d{2}$/u.test(day) && isLocalDate(`${SOME_LEAP_YEAR}-${day}`);
