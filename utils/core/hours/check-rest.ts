import type { DailyRestRule, RestVersion, WeeklyRestRule } from '../rest/rule-types.ts';
import type { Problem } from '../result.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { checkDates } from './check-dated.ts';

const HOURS_PER_WEEK = 168;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** The first mistake in one version of the rest rules, or null. `path` is the place of the version in the input. */
export function checkRest(version: RestVersion, path: string): Problem | null {
  const { daily, weekly, weeklyCap } = version;
  const dates = checkDates(version, path);
  if (dates !== null) return dates;
  if (daily === undefined && weekly === undefined && weeklyCap === undefined) {
    return { code: 'hours.rest-rules-empty', field: path };
  }
  return (
    (daily === undefined ? null : checkDaily(daily, `${path}.daily`)) ??
    (weekly === undefined ? null : checkWeekly(weekly, `${path}.weekly`)) ??
    (weeklyCap === undefined || isLength(weeklyCap)
      ? null
      : { code: 'hours.weekly-cap', field: `${path}.weeklyCap`, values: { most: HOURS_PER_WEEK } })
  );
}

function checkDaily({ hours, withinHours }: DailyRestRule, path: string): Problem | null {
  if (withinHours !== undefined && !isLength(withinHours)) {
    return { code: 'hours.daily-rest-within', field: `${path}.withinHours`, values: { most: HOURS_PER_WEEK } };
  }
  const below = withinHours ?? HOURS_PER_WEEK;
  if (isLength(hours) && hours < below) return null;
  return { code: 'hours.daily-rest-hours', field: `${path}.hours`, values: { below } };
}

function checkWeekly(rule: WeeklyRestRule, path: string): Problem | null {
  if (rule.kind === 'hours') {
    if (isLength(rule.hours)) return null;
    return { code: 'hours.weekly-rest-hours', field: `${path}.hours`, values: { most: HOURS_PER_WEEK } };
  }
  const { startMinute, endMinute } = rule;
  if (!Number.isInteger(startMinute) || startMinute < 0 || startMinute >= MINUTES_PER_WEEK) {
    return { code: 'hours.weekly-rest-start', field: `${path}.startMinute` };
  }
  const length = endMinute - startMinute;
  if (Number.isInteger(endMinute) && length > 0 && length <= MINUTES_PER_WEEK) return null;
  return { code: 'hours.weekly-rest-end', field: `${path}.endMinute` };
}

const isLength = (hours: number): boolean => hours > 0 && hours <= HOURS_PER_WEEK;
