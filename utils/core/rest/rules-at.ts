import type { Employment } from '../hours/types.ts';
import { addDays } from '../time/calendar.ts';
import type { LocalDate } from '../time/instant.ts';
import type { RestVersion } from './rule-types.ts';

type WithRests = Pick<Employment, 'rests'>;

/**
 * The rest rules in force on `date`, null without any. Asked about a whole week, give its Monday: where the rules change
 * within a week, those of the Monday hold for all of it, and a week that begins without rules has none. A daily or weekly
 * rest reaches over midnights, and no statute read says by which of two rules such a one would be measured.
 */
export const restRulesAt = ({ rests = [] }: WithRests, date: LocalDate): RestVersion | null =>
  rests.find(({ validFrom, validUntil }) => validFrom <= date && (validUntil === undefined || date < validUntil)) ??
  null;

/** The most hours that were allowed in the week from `monday`, as `capOfWeek` decides; null where a day had no cap. */
export function weeklyCapOf(employment: WithRests, monday: LocalDate): number | null {
  let highest = 0;
  for (let day = 0; day < 7; day += 1) {
    const cap = restRulesAt(employment, addDays(monday, day))?.weeklyCap;
    if (cap === undefined) return null;
    highest = Math.max(highest, cap);
  }
  return highest;
}
