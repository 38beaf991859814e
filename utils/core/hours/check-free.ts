import type { Problem } from '../result.ts';
import { MINUTES_PER_DAY } from '../time/instant.ts';
import { checkMinute, checkOverlaps, checkSpan, place, spanText } from './check-spans.ts';
import { formatMinute } from './clock-text.ts';
import { firstProblem } from './first-problem.ts';
import type { BlockPattern, FlexibleDay, FlexiblePattern, Span, Weekday } from './types.ts';

/** Patterns whose days follow from what the person says: no fixed hours, and flexible hours. */

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const LAST_MINUTE = MINUTES_PER_DAY - 1;

/** The first mistake in a pattern without fixed hours, or null. */
export function checkBlock({ blockMinutes, usualEndMinute, daysOff }: BlockPattern, field: string): Problem | null {
  if (!isLength(blockMinutes, LAST_MINUTE)) return { code: 'hours.rest-length', field: `${field}.blockMinutes` };
  return (
    checkMinute(usualEndMinute, LAST_MINUTE, `${field}.usualEndMinute`) ??
    firstProblem(daysOff, (day, index) =>
      checkDayOff(day, daysOff.indexOf(day) < index, `${field}.daysOff[${index}]`),
    ) ??
    (daysOff.length < WEEKDAYS.length ? null : { code: 'hours.all-days-off', field: `${field}.daysOff` })
  );
}

function checkDayOff(day: Weekday, again: boolean, field: string): Problem | null {
  if (!WEEKDAYS.includes(day)) return { code: 'hours.weekday-unknown', field };
  return again ? { code: 'hours.weekday-twice', field } : null;
}

/** The first mistake in the seven days of flexible hours, or null. */
export function checkFlexible({ days }: FlexiblePattern, field: string): Problem | null {
  const frames = days.flatMap((day, index) =>
    day === null ? [] : [place(day.frame, index, `${field}.days[${index}].frame`)],
  );
  if (frames.length === 0) return { code: 'hours.all-days-off', field: `${field}.days` };
  return (
    firstProblem(days, (day, index) => (day === null ? null : checkFlexibleDay(day, `${field}.days[${index}]`))) ??
    checkOverlaps(frames, WEEKDAYS.length)
  );
}

const checkFlexibleDay = (day: FlexibleDay, field: string): Problem | null =>
  checkSpan(day.frame, `${field}.frame`) ?? checkCore(day, field) ?? checkQuota(day, field) ?? checkUsual(day, field);

function checkCore({ frame, core }: FlexibleDay, path: string): Problem | null {
  if (core === null) return null;
  const field = `${path}.core`;
  // In a frame over midnight, the core may begin on the next day.
  const problem = checkSpan(core, field, Math.max(LAST_MINUTE, frame.endMinute - 1));
  if (problem !== null) return problem;
  if (frame.startMinute <= core.startMinute && core.endMinute <= frame.endMinute) return null;
  return { code: 'hours.core-outside-frame', field, values: { core: spanText(core), frame: spanText(frame) } };
}

function checkQuota({ frame, core, quotaMinutes }: FlexibleDay, path: string): Problem | null {
  const field = `${path}.quotaMinutes`;
  if (!isLength(quotaMinutes, MINUTES_PER_DAY)) return { code: 'hours.quota-length', field };
  const [most, least] = [lengthOf(frame), core === null ? 0 : lengthOf(core)];
  const length = formatMinute(quotaMinutes);
  if (quotaMinutes > most) {
    const values = { length, frame: spanText(frame), most: formatMinute(most) };
    return { code: 'hours.quota-longer-than-frame', field, values };
  }
  if (core === null || quotaMinutes >= least) return null;
  const values = { length, core: spanText(core), least: formatMinute(least) };
  return { code: 'hours.quota-shorter-than-core', field, values };
}

/** Within the frame, not after the core begins, and the whole day must fit. */
function checkUsual({ frame, core, usualStartMinute, quotaMinutes }: FlexibleDay, path: string): Problem | null {
  const earliest = frame.startMinute;
  const latest = Math.min(frame.endMinute - quotaMinutes, core?.startMinute ?? LAST_MINUTE, LAST_MINUTE);
  if (Number.isInteger(usualStartMinute) && usualStartMinute >= earliest && usualStartMinute <= latest) return null;
  const values = { earliest: formatMinute(earliest), latest: formatMinute(latest) };
  return { code: 'hours.usual-start', field: `${path}.usualStartMinute`, values };
}

const lengthOf = ({ startMinute, endMinute }: Span): number => endMinute - startMinute;

/** A whole number of minutes, at least one. */
const isLength = (minutes: number, most: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= most;
