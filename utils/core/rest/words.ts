import { formatMinute } from '../hours/clock-text.ts';
import type { Weekday } from '../hours/types.ts';
import { weekdayName } from '../text/dates.ts';
import type { Text } from '../text/text.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import type { DailyRestRule, RestRules, WeeklyRestRule } from './rule-types.ts';

/** What each of the rules asks for, in words that can stand in a list: "35 hours on end in each week". */
export function restWords(t: Text, { daily, weekly, weeklyCap }: RestRules): readonly string[] {
  return [
    ...(daily === undefined ? [] : [dailyWords(t, daily)]),
    ...(weekly === undefined ? [] : [weeklyWords(t, weekly)]),
    ...(weeklyCap === undefined ? [] : [t('report.rest.cap', { hours: weeklyCap })]),
  ];
}

function dailyWords(t: Text, { hours, withinHours }: DailyRestRule): string {
  if (withinHours === undefined) return t('report.rest.daily', { hours });
  return t('report.rest.daily-within', { hours, within: withinHours });
}

function weeklyWords(t: Text, rule: WeeklyRestRule): string {
  if (rule.kind === 'hours') return t('report.rest.weekly', { hours: rule.hours });
  const { startMinute, endMinute } = rule;
  const from = momentWords(t, startMinute, Math.floor(startMinute / MINUTES_PER_DAY));
  // A midnight at the end is named by the day that it ends, as laws write it: Sunday 24:00.
  const to = momentWords(t, endMinute, Math.floor((endMinute - 1) / MINUTES_PER_DAY));
  return t('report.rest.weekly-window', { from, to });
}

const momentWords = (t: Text, minute: number, day: number): string =>
  `${weekdayName(t.language, ((day % 7) + 1) as Weekday)} ${formatMinute(minute - day * MINUTES_PER_DAY)}`;
