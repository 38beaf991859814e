import { dayRulesOf } from '../../utils/core/hours/day-rules.ts';
import { isDayException } from '../../utils/core/hours/exceptions.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../../utils/core/time/dates.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { daysOf, exceptionsOfYear, type PlannedException } from './days-of.ts';

export type MarkKind = PlannedException['kind'];

/** The kind that a day shows first, where it has several: as the layers of the hours lie. */
export const MARK_KINDS = [
  'leave',
  'holiday',
  'shift',
  'care',
  'break',
  'overtime',
  'on-call',
] as const satisfies readonly MarkKind[];

export interface DayFacts {
  readonly date: LocalDate;
  /** Working time that begins on this day, after whatever differs. */
  readonly spans: readonly Span[];
  /** Each once, in the order of {@link MARK_KINDS}. */
  readonly kinds: readonly MarkKind[];
}

export interface MonthFacts {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Weekdays before the first day, for a week that begins on Monday. */
  readonly lead: number;
  readonly days: readonly DayFacts[];
}

/** A calendar year of one employment, month by month. */
export function yearFacts(employment: Employment, year: number): readonly MonthFacts[] {
  const marks = marksOf(employment, year);
  const rules = dayRulesOf('hours', employment.hours, employment.exceptions.filter(isDayException));
  const factsOf = (day: number): DayFacts => {
    const date = dateOfDay(day);
    const kinds = marks.get(date);
    return {
      date,
      spans: rules.of(day).flatMap(({ spans }) => spans),
      kinds: kinds === undefined ? [] : MARK_KINDS.filter((kind) => kinds.has(kind)),
    };
  };
  return Array.from({ length: 12 }, (_, index) => {
    const first = dayNumber(firstOfMonth(year, index));
    const next = dayNumber(index === 11 ? firstOfMonth(year + 1, 0) : firstOfMonth(year, index + 1));
    return {
      month: dateOfDay(first).slice(0, 'YYYY-MM'.length),
      lead: weekdayOfDay(first) - 1,
      days: Array.from({ length: next - first }, (_day, offset) => factsOf(first + offset)),
    };
  });
}

const firstOfMonth = (year: number, index: number): LocalDate => `${year}-${String(index + 1).padStart(2, '0')}-01`;

function marksOf(employment: Employment, year: number): ReadonlyMap<LocalDate, ReadonlySet<MarkKind>> {
  const marks = new Map<LocalDate, Set<MarkKind>>();
  for (const exception of exceptionsOfYear(employment, year)) {
    const { first, last } = daysOf(exception, employment);
    const end = Math.min(dayNumber(last), dayNumber(`${year}-12-31`));
    for (let day = Math.max(dayNumber(first), dayNumber(`${year}-01-01`)); day <= end; day += 1) {
      const date = dateOfDay(day);
      const known = marks.get(date) ?? new Set<MarkKind>();
      marks.set(date, known.add(exception.kind));
    }
  }
  return marks;
}
