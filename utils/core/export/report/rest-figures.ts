import type { Employment } from '../../hours/types.ts';
import { restsByWeek, type WeekRests } from '../../rest/broken-rests.ts';
import type { CalendarWeek } from '../../rest/calendar.ts';
import { dailyRests } from '../../rest/daily-rest.ts';
import { restRulesAt, weeklyCapOf } from '../../rest/rules-at.ts';
import { lengthOf, longestOf } from '../../rest/stretches.ts';
import { type RestTimeline, restTimeline, undisturbedIn } from '../../rest/timeline.ts';
import type { ContactMark, RecordedWork, RestVersion } from '../../rest/types.ts';
import { endOfRest, weeklyRests } from '../../rest/weekly-rest.ts';
import { workByWeek } from '../../rest/worked-time.ts';
import { HOUR_MS, type Instant, type LocalDate } from '../../time/instant.ts';
import { isPartial, type Period, stretchOf, weeksOf } from '../period.ts';
import type { ReportFacts } from './facts.ts';

export interface RestWeek {
  /** `2026-W53`. */
  readonly week: string;
  readonly monday: LocalDate;
  /** The period does not hold all of it, or it is not over yet: its weekly rest and its sum of work are not judged. */
  readonly partial: boolean;
  /** The longest time off without contact or recorded work, as far as contacts are known. */
  readonly longestMs: number;
  /** Null without a rule. */
  readonly daily: {
    readonly broken: number;
    readonly short: number;
    /** Null in weeks without work. */
    readonly shortestMs: number | null;
  } | null;
  /** Null without a rule, and in partial weeks. */
  readonly weeklyBroken: boolean | null;
  /** By the hours, and recorded outside them. */
  readonly workMs: number;
  /** Null without a cap, and in partial weeks. */
  readonly aboveCapMs: number | null;
}

/** What became of the rests of one job. */
export interface JobRests {
  readonly employment: Employment;
  /** The rules that were in force in the period, and those that the Monday of its first week brings along. */
  readonly versions: readonly RestVersion[];
  /** Empty without rules. */
  readonly weeks: readonly RestWeek[];
}

/** One job at a time: each employer answers for the hours and contacts of its own. */
export function restsOfJob(
  { period, madeAt }: Pick<ReportFacts, 'period' | 'madeAt'>,
  employment: Employment,
  contacts: readonly ContactMark[],
  recorded: readonly RecordedWork[],
): JobRests {
  const calendar = weeksOf(period, employment);
  const versions = versionsIn(employment, calendar.weeks, period);
  if (versions.length === 0) return { employment, versions, weeks: [] };
  const timeline = restTimeline({ calendar, employments: [employment], contacts, recorded });
  const byVersion = new Map(versions.map((version) => [version, measured(timeline, version, period)]));
  const work = workByWeek(timeline, []);
  const known = Math.min(stretchOf(period, employment).until, madeAt);
  const weeks = calendar.weeks.map((week, index): RestWeek => {
    const rules = restRulesAt(employment, week.monday);
    const rests = rules === null ? null : (byVersion.get(rules)?.[index] ?? null);
    const partial = isPartial(week, period) || week.until > madeAt;
    const cap = weeklyCapOf(employment, week.monday);
    const workMs = work[index]?.totalMs ?? 0;
    return {
      week: week.week,
      monday: week.monday,
      partial,
      longestMs: longestIn(timeline, week, known),
      daily:
        rests === null || rules?.daily === undefined
          ? null
          : { broken: rests.dailyBroken, short: rests.dailyShort, shortestMs: rests.shortestDailyMs },
      weeklyBroken: rests === null || rules?.weekly === undefined || partial ? null : rests.weeklyBroken,
      workMs,
      aboveCapMs: cap === null || partial ? null : Math.max(0, workMs - cap * HOUR_MS),
    };
  });
  return { employment, versions, weeks };
}

function versionsIn(
  { rests = [] }: Employment,
  weeks: readonly CalendarWeek[],
  { first, last }: Period,
): readonly RestVersion[] {
  const begin = weeks[0]?.monday ?? first;
  return rests.filter(
    ({ validFrom, validUntil }) => validFrom <= last && (validUntil === undefined || validUntil > begin),
  );
}

/** Every week by the rules of one version; daily rests within the period only, since outside it no contacts are known. */
function measured(
  timeline: RestTimeline,
  { daily, weekly }: RestVersion,
  { first, last }: Period,
): readonly WeekRests[] {
  const ofDays = daily === undefined ? [] : dailyRests(timeline, daily);
  const ofWeeks = weekly === undefined ? [] : weeklyRests(timeline, weekly);
  return restsByWeek(
    timeline.calendar,
    ofDays.filter(({ date }) => date >= first && date <= last),
    ofWeeks,
  );
}

function longestIn(timeline: RestTimeline, week: CalendarWeek, known: Instant): number {
  const until = Math.min(endOfRest(timeline, week), known);
  if (until <= week.from) return 0;
  const parts = undisturbedIn(timeline, { from: week.from, until });
  return lengthOf(longestOf(parts.filter(({ from }) => from < week.until)));
}
