import { dayNumber, weekdayOfDay } from '../time/dates.ts';
import { type LocalDate, MINUTES_PER_DAY } from '../time/instant.ts';
import type {
  BlockPattern,
  FlexibleDay,
  HoursPattern,
  HoursVersion,
  Season,
  Span,
  VerdictReason,
  YearDay,
} from './types.ts';

type Patterns = Pick<HoursVersion, 'pattern' | 'seasons'>;

/** What makes a day free: its work follows from what the person said; see `work-of-free-days.ts`. */
export type Free = BlockPattern | { readonly kind: 'flexible'; readonly day: FlexibleDay };

/** What a version of the hours says of one day: its spans, and the reasons inside and outside them. */
export interface PatternDay {
  /** Of a free day the usual ones. */
  readonly spans: readonly Span[];
  readonly inside: VerdictReason;
  readonly outside: VerdictReason;
  readonly free: Free | null;
}

const DAYS_PER_WEEK = 7;
const DAY_OFF: PatternDay = { spans: [], inside: 'within-hours', outside: 'day-off', free: null };

/** What begins on `date` by one version of the hours: by the season that the date lies in, else by its pattern. */
export function patternDayOn(version: Patterns, date: LocalDate): PatternDay {
  const pattern = patternOn(version, date);
  const day = dayNumber(date);
  switch (pattern.kind) {
    case 'block':
      return pattern.daysOff.includes(weekdayOfDay(day)) ? DAY_OFF : blockDay(pattern);
    case 'flexible':
      return flexibleDay(pattern.days[weekdayOfDay(day) - 1] ?? null);
    case 'weekly':
      return fixedDay(pattern.days[weekdayOfDay(day) - 1] ?? []);
    case 'rotating':
      return fixedDay(pattern.days[modulo(day - dayNumber(pattern.anchor), pattern.days.length)] ?? []);
  }
}

/** The pattern of the season that the date lies in, else that of the version. */
export function patternOn(version: Patterns, date: LocalDate): HoursPattern {
  const today = date.slice('YYYY-'.length);
  return (version.seasons?.find((season) => isInSeason(season, today)) ?? version).pattern;
}

const fixedDay = (spans: readonly Span[]): PatternDay =>
  spans.length === 0 ? DAY_OFF : { spans, inside: 'within-hours', outside: 'outside-hours', free: null };

const blockDay = (pattern: BlockPattern): PatternDay => ({
  spans: [usualSpanOfBlock(pattern)],
  inside: 'reachable',
  outside: 'rest-block',
  free: pattern,
});

const flexibleDay = (day: FlexibleDay | null): PatternDay =>
  day === null
    ? DAY_OFF
    : { spans: [usualSpanOfDay(day)], inside: 'flexible', outside: 'outside-hours', free: { kind: 'flexible', day } };

/** From the end of the rest to the usual end of work, today or tomorrow. */
function usualSpanOfBlock({ blockMinutes, usualEndMinute }: BlockPattern): Span {
  const startMinute = (usualEndMinute + blockMinutes) % MINUTES_PER_DAY;
  const endMinute = usualEndMinute > startMinute ? usualEndMinute : usualEndMinute + MINUTES_PER_DAY;
  return { startMinute, endMinute };
}

function usualSpanOfDay({ frame, core, usualStartMinute, quotaMinutes }: FlexibleDay): Span {
  const end = Math.max(usualStartMinute + quotaMinutes, core?.endMinute ?? 0);
  return { startMinute: usualStartMinute, endMinute: Math.min(end, frame.endMinute) };
}

/** A season is a stretch of the year's circle. */
export const isInSeason = ({ from, until }: Pick<Season, 'from' | 'until'>, day: YearDay): boolean =>
  from < until ? from <= day && day < until : from <= day || day < until;

/** The pattern of a version and those of its seasons. */
export const patternsOf = ({ pattern, seasons = [] }: Patterns): readonly HoursPattern[] => [
  pattern,
  ...seasons.map((season) => season.pattern),
];

/** Do its days follow from what the person says? */
export const isFree = ({ kind }: HoursPattern): boolean => kind === 'block' || kind === 'flexible';

/** Days after which a pattern comes round. */
export const cycleDays = (pattern: HoursPattern): number =>
  pattern.kind === 'rotating' ? pattern.days.length : DAYS_PER_WEEK;

/** Has any day work? */
export const hasWork = (pattern: HoursPattern): boolean => workdaysOf(pattern) > 0;

/** How many days of its cycle have work. */
export function workdaysOf(pattern: HoursPattern): number {
  if (pattern.kind === 'block') return DAYS_PER_WEEK - pattern.daysOff.length;
  if (pattern.kind === 'flexible') return pattern.days.filter((day) => day !== null).length;
  return pattern.days.filter((spans) => spans.length > 0).length;
}

const modulo = (value: number, length: number): number => ((value % length) + length) % length;
