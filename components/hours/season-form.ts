import type { Season, YearDay } from '../../utils/core/hours/types.ts';
import { fail, ok, type Problem, type Result } from '../../utils/core/result.ts';
import { dateOfDay, dayNumber, isLocalDate } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { formOfPattern, type PatternForm, patternOf } from './pattern-form.ts';

/** A part of the year as it stands in the editor. People think of its last day; stored is the day after it. */
export interface SeasonForm extends PatternForm {
  readonly first: YearDay;
  readonly last: YearDay;
}

/** The whole of July and August: where many contracts have shorter days, and easily changed. */
const FIRST: YearDay = '07-01';
const LAST: YearDay = '08-31';

/** It begins with the hours of the rest of the year, of which mostly little differs. */
export const newSeason = ({ repeat, anchor, days, block, flexible }: PatternForm): SeasonForm => ({
  first: FIRST,
  last: LAST,
  repeat,
  anchor,
  days,
  block,
  flexible,
});

export const formOfSeason = ({ from, until, pattern }: Season, fallbackAnchor: LocalDate): SeasonForm => ({
  first: from,
  last: yearDayAfter(until, -1),
  ...formOfPattern(pattern, fallbackAnchor),
});

/** The season with which `seasons[index]` is filled; a problem's field begins with that. */
export function seasonOf(form: SeasonForm, index: number): Result<Season> {
  const path = `seasons[${index}]`;
  for (const place of ['first', 'last'] as const) {
    if (!isYearDay(form[place])) return fail('hours.season-day', `${path}.${place}`);
  }
  const until = yearDayAfter(form.last, 1);
  if (until === form.first) return fail('hours.season-whole-year', `${path}.last`);
  const pattern = patternOf(form, `${path}.`);
  return pattern.ok ? ok({ from: form.first, until, pattern: pattern.value }) : pattern;
}

/** Which season a problem is about, and where in it; null for what is about none of them. */
export function seasonPlaceOf(problem: Problem): { readonly index: number; readonly problem: Problem } | null {
  const found = /\bseasons\[(\d+)\]\.(.+)$/.exec(problem.field);
  return found === null ? null : { index: Number(found[1]), problem: { ...problem, field: found[2] ?? '' } };
}

/** A leap year, so that every day of the year is one of its days. */
const SOME_LEAP_YEAR = 2024;

const dateOf = (day: YearDay): LocalDate => `${SOME_LEAP_YEAR}-${day}`;

export const isYearDay = (day: YearDay): boolean => /^\d{2}-\d{2}$/u.test(day) && isLocalDate(dateOf(day));

/** `days` later on the year's circle. */
const yearDayAfter = (day: YearDay, days: number): YearDay =>
  dateOfDay(dayNumber(dateOf(day)) + days).slice('YYYY-'.length);
