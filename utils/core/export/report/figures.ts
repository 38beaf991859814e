import type { CalendarWeek, ZoneHistory } from '../../rest/calendar.ts';
import { type ContactCounts, countContacts, countsByWeek } from '../../rest/contact-counts.ts';
import type { LocalDate } from '../../time/instant.ts';
import { isPartial, weeksOf } from '../period.ts';
import type { Collected } from './collect.ts';
import type { ReportFacts } from './facts.ts';
import { recordedWork } from './recorded.ts';
import { type JobRests, restsOfJob } from './rest-figures.ts';

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
}

export interface Figures {
  readonly weeks: readonly WeekFigures[];
  readonly counts: ContactCounts;
  /** Of each job by itself. */
  readonly rests: readonly JobRests[];
  readonly totals: {
    readonly afterHours: number;
    readonly onCall: number;
    readonly days: number;
    readonly inHours: number | null;
    /** Daily rests, of all jobs; null without a rule for them. */
    readonly restsBroken: number | null;
  };
}

/** Days and weeks follow the zone of the first employment, without any that of the device. */
export const zonesOf = ({ employments, zone }: Pick<ReportFacts, 'employments' | 'zone'>): ZoneHistory =>
  employments[0] ?? { zone };

/** Counts what was collected. */
export function figuresOf(
  facts: ReportFacts,
  { marks, reportedMarks, said }: Pick<Collected, 'marks' | 'reportedMarks' | 'said'>,
): Figures {
  const { period, inHours, employments } = facts;
  const calendar = weeksOf(period, zonesOf(facts));
  const counts = countContacts(calendar, marks);
  const perWeek = countsByWeek(calendar, counts);
  const recorded = [...recordedWork(marks, said), ...recordedWork(reportedMarks, said)];
  const rests = employments.map((employment) => restsOfJob(facts, employment, marks, recorded));
  const weeks = calendar.weeks.map((week, index): WeekFigures => {
    const partial = isPartial(week, period);
    return {
      week: week.week,
      monday: week.monday,
      partial,
      afterHours: perWeek[index]?.contacts.off ?? 0,
      onCall: perWeek[index]?.contacts['on-call'] ?? 0,
      days: perWeek[index]?.daysAfterHours ?? 0,
      inHours: inHours === null ? null : inHoursOf(inHours, week),
    };
  });
  return { weeks, counts, rests, totals: totalsOf(weeks, rests) };
}

function inHoursOf(counters: NonNullable<ReportFacts['inHours']>, { days }: CalendarWeek): number {
  const dates = new Set(days.map(({ date }) => date));
  return counters.reduce((sum, { date, count }) => sum + (dates.has(date) ? count : 0), 0);
}

function totalsOf(weeks: readonly WeekFigures[], rests: readonly JobRests[]): Figures['totals'] {
  const sumOf = <W>(all: readonly W[], read: (week: W) => number | null): number | null =>
    all.reduce<number | null>((total, week) => {
      const value = read(week);
      return value === null ? total : (total ?? 0) + value;
    }, null);
  const sum = (read: (week: WeekFigures) => number | null): number | null => sumOf(weeks, read);
  return {
    afterHours: sum(({ afterHours }) => afterHours) ?? 0,
    onCall: sum(({ onCall }) => onCall) ?? 0,
    days: sum(({ days }) => days) ?? 0,
    inHours: sum(({ inHours }) => inHours),
    restsBroken: sumOf(
      rests.flatMap((job) => job.weeks),
      ({ daily }) => daily?.broken ?? null,
    ),
  };
}
