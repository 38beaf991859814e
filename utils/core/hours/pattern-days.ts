import { dayNumber, weekdayOfDay } from '../time/dates.ts';
import type { LocalDate } from '../time/instant.ts';
import type { HoursPattern, HoursVersion, Season, Span, YearDay } from './types.ts';

type Patterns = Pick<HoursVersion, 'pattern' | 'seasons'>;

/** The spans that begin on `date` by one version of the hours: by the season that the date lies in, else by its pattern. */
export function spansOn(version: Patterns, date: LocalDate): readonly Span[] {
  const today = date.slice('YYYY-'.length);
  const { pattern } = version.seasons?.find((season) => isInSeason(season, today)) ?? version;
  const day = dayNumber(date);
  const length = pattern.days.length;
  const index = pattern.kind === 'weekly' ? weekdayOfDay(day) - 1 : modulo(day - dayNumber(pattern.anchor), length);
  return pattern.days[index] ?? [];
}

/** A season is a stretch of the year's circle. */
export const isInSeason = ({ from, until }: Pick<Season, 'from' | 'until'>, day: YearDay): boolean =>
  from < until ? from <= day && day < until : from <= day || day < until;

/** The pattern of a version and those of its seasons. */
export const patternsOf = ({ pattern, seasons = [] }: Patterns): readonly HoursPattern[] => [
  pattern,
  ...seasons.map((season) => season.pattern),
];

const modulo = (value: number, length: number): number => ((value % length) + length) % length;
