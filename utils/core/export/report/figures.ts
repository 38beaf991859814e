import { restsByWeek } from '../../rest/broken-rests.ts';
import type { Calendar, CalendarWeek, ZoneHistory } from '../../rest/calendar.ts';
import { type ContactCounts, countContacts, countsByWeek } from '../../rest/contact-counts.ts';
import { dailyRests } from '../../rest/daily-rest.ts';
import { restTimeline } from '../../rest/timeline.ts';
import { weeklyRests } from '../../rest/weekly-rest.ts';
import type { LocalDate } from '../../time/instant.ts';
import { type Period, weeksOf } from '../period.ts';
import type { Collected } from './collect.ts';
import type { ReportFacts } from './facts.ts';

export interface WeekFigures {
  /** `2026-W53`. */
  readonly week: string;
  readonly monday: LocalDate;
  /** The period begins or ends within it. */
  readonly partial: boolean;
  readonly afterHours: number;
  readonly onCall: number;
  /** Days with at least one contact after hours. */
  readonly days: number;
  /** Null where the counters are not handed over. */
  readonly inHours: number | null;
  /** Null without a measure for rests, or without hours. */
  readonly rest: {
    readonly broken: number;
    readonly short: number;
    readonly weeklyBroken: boolean;
    /** Null in weeks without work. */
    readonly shortestMs: number | null;
  } | null;
}

export interface Figures {
  readonly weeks: readonly WeekFigures[];
  readonly counts: ContactCounts;
  readonly totals: {
    readonly afterHours: number;
    readonly onCall: number;
    readonly days: number;
    readonly inHours: number | null;
    readonly restsBroken: number | null;
    readonly weeklyBroken: number | null;
  };
}

/** Days and weeks follow the zone of the first employment, without any that of the device. */
export const zonesOf = ({ employments, zone }: Pick<ReportFacts, 'employments' | 'zone'>): ZoneHistory =>
  employments[0] ?? { zone };

/** Counts what was collected. Rests are judged within the period only: outside it no contacts are known. */
export function figuresOf(facts: ReportFacts, { marks }: Pick<Collected, 'marks'>): Figures {
  const { period, inHours } = facts;
  const calendar = weeksOf(period, zonesOf(facts));
  const counts = countContacts(calendar, marks);
  const perWeek = countsByWeek(calendar, counts);
  const rests = restsOf(facts, calendar, marks);
  const weeks = calendar.weeks.map((week, index): WeekFigures => {
    const partial = isPartial(week, period);
    const rest = rests?.[index] ?? null;
    return {
      week: week.week,
      monday: week.monday,
      partial,
      afterHours: perWeek[index]?.contacts.off ?? 0,
      onCall: perWeek[index]?.contacts['on-call'] ?? 0,
      days: perWeek[index]?.daysAfterHours ?? 0,
      inHours: inHours === null ? null : inHoursOf(inHours, week),
      rest: rest === null ? null : { ...rest, weeklyBroken: rest.weeklyBroken && !partial },
    };
  });
  return { weeks, counts, totals: totalsOf(weeks) };
}

const isPartial = ({ days }: CalendarWeek, { first, last }: Period): boolean =>
  days.some(({ date }) => date < first || date > last);

function inHoursOf(counters: NonNullable<ReportFacts['inHours']>, { days }: CalendarWeek): number {
  const dates = new Set(days.map(({ date }) => date));
  return counters.reduce((sum, { date, count }) => sum + (dates.has(date) ? count : 0), 0);
}

function restsOf(
  { rest, employments, period }: ReportFacts,
  calendar: Calendar,
  contacts: Collected['marks'],
): readonly NonNullable<WeekFigures['rest']>[] | null {
  if (rest === null || employments.length === 0) return null;
  const timeline = restTimeline({ calendar, employments, contacts });
  const daily = dailyRests(timeline, rest.daily).filter(({ date }) => date >= period.first && date <= period.last);
  return restsByWeek(calendar, daily, weeklyRests(timeline, rest.weekly)).map((week) => ({
    broken: week.dailyBroken,
    short: week.dailyShort,
    weeklyBroken: week.weeklyBroken,
    shortestMs: week.shortestDailyMs,
  }));
}

function totalsOf(weeks: readonly WeekFigures[]): Figures['totals'] {
  const sum = (read: (week: WeekFigures) => number | null): number | null =>
    weeks.reduce<number | null>((total, week) => {
      const value = read(week);
      return value === null ? total : (total ?? 0) + value;
    }, null);
  return {
    afterHours: sum(({ afterHours }) => afterHours) ?? 0,
    onCall: sum(({ onCall }) => onCall) ?? 0,
    days: sum(({ days }) => days) ?? 0,
    inHours: sum(({ inHours }) => inHours),
    restsBroken: sum(({ rest }) => rest?.broken ?? null),
    weeklyBroken: sum(({ rest }) => (rest === null ? null : Number(rest.weeklyBroken))),
  };
}
