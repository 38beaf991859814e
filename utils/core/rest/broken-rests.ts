import type { Calendar } from './calendar.ts';
import type { DailyRest } from './daily-rest.ts';
import { lengthOf } from './stretches.ts';
import type { ContactMark } from './types.ts';
import type { WeeklyRest } from './weekly-rest.ts';

export interface WeekRests {
  /** `2026-W53`. */
  readonly week: string;
  /** Daily rests that the contract grants and contacts or recorded work broke. */
  readonly dailyBroken: number;
  /** Daily rests that the contract itself makes too short. */
  readonly dailyShort: number;
  readonly weeklyBroken: boolean;
  /** The shortest of the undisturbed parts that the week's daily rests kept, in milliseconds; null without any. */
  readonly shortestDailyMs: number | null;
}

/** What became of the rests of each week; a daily rest belongs to the week of the day that it follows. */
export function restsByWeek(
  { weeks }: Calendar,
  daily: readonly DailyRest<ContactMark>[],
  weekly: readonly WeeklyRest<ContactMark>[],
): readonly WeekRests[] {
  const onDate = new Map(daily.map((rest) => [rest.date, rest]));
  const broken = new Set(weekly.filter(({ outcome }) => outcome === 'broken').map(({ week }) => week));
  return weeks.map(({ week, days }) => {
    const rests = days.flatMap(({ date }) => onDate.get(date) ?? []);
    return {
      week,
      dailyBroken: rests.filter(({ outcome }) => outcome === 'broken').length,
      dailyShort: rests.filter(({ outcome }) => outcome === 'short').length,
      weeklyBroken: broken.has(week),
      shortestDailyMs: rests.length === 0 ? null : Math.min(...rests.map(({ longest }) => lengthOf(longest))),
    };
  });
}
