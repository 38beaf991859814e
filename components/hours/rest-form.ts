import { checkRest } from '../../utils/core/hours/check-rest.ts';
import { formatMinute, parseMinute } from '../../utils/core/hours/clock-text.ts';
import type { Weekday } from '../../utils/core/hours/types.ts';
import type { RestRules, RestVersion, WeeklyRestRule } from '../../utils/core/rest/rule-types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { isLocalDate } from '../../utils/core/time/dates.ts';
import { type LocalDate, MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { versionsBefore } from './hours-form.ts';

/** A day of the week and a time as typed. */
export interface MomentText {
  readonly day: Weekday;
  readonly time: string;
}

/** Rest rules as they stand in the editor: what the person typed. Hours that are empty are no rule. */
export interface RestForm {
  readonly validFrom: LocalDate;
  readonly daily: string;
  /** Hours from the start of work; null is anywhere before the next day's work. */
  readonly within: number | null;
  readonly weekly: 'none' | WeeklyRestRule['kind'];
  readonly weeklyHours: string;
  readonly from: MomentText;
  readonly to: MomentText;
  readonly cap: string;
}

/** What a window begins with that nobody has typed yet: a weekend. */
const WEEKEND = { startMinute: 7_200, endMinute: 10_080 };

/** The fields as these rules fill them. */
export function fieldsOf({ daily, weekly, weeklyCap }: RestRules): Omit<RestForm, 'validFrom'> {
  const { startMinute, endMinute } = weekly?.kind === 'window' ? weekly : WEEKEND;
  return {
    daily: textOf(daily?.hours),
    within: daily?.withinHours ?? null,
    weekly: weekly?.kind ?? 'none',
    weeklyHours: textOf(weekly?.kind === 'hours' ? weekly.hours : undefined),
    from: momentOf(startMinute, Math.floor(startMinute / MINUTES_PER_DAY)),
    to: momentOf(endMinute, Math.floor((endMinute - 1) / MINUTES_PER_DAY)),
    cap: textOf(weeklyCap),
  };
}

/** The last version, to be changed; where the rules have ended, none from then on. */
export function formOfRests(rests: readonly RestVersion[], fallbackFrom: LocalDate): RestForm {
  const last = rests.at(-1);
  if (last === undefined) return { validFrom: fallbackFrom, ...fieldsOf({}) };
  if (last.validUntil !== undefined) return { validFrom: last.validUntil, ...fieldsOf({}) };
  return { validFrom: last.validFrom, ...fieldsOf(last) };
}

/** The rules that stand in the fields; null where all are empty. A problem's field is a place in a version. */
export function versionOf(form: RestForm): Result<RestVersion | null> {
  const daily = hoursOf(form.daily, 'daily.hours');
  if (!daily.ok) return daily;
  const weekly = weeklyOf(form);
  if (!weekly.ok) return weekly;
  const cap = hoursOf(form.cap, 'weeklyCap');
  if (!cap.ok) return cap;
  const version: RestVersion = {
    validFrom: form.validFrom,
    ...(daily.value !== null && {
      daily: { hours: daily.value, ...(form.within !== null && { withinHours: form.within }) },
    }),
    ...(weekly.value !== null && { weekly: weekly.value }),
    ...(cap.value !== null && { weeklyCap: cap.value }),
  };
  if (daily.value === null && weekly.value === null && cap.value === null) {
    const { validFrom } = form;
    return isLocalDate(validFrom) ? ok(null) : fail('hours.date-invalid', 'validFrom', { date: validFrom });
  }
  const problem = checkRest(version, '');
  return problem === null ? ok(version) : { ok: false, problem };
}

/** From `validFrom` on these rules, or none; days before it keep what they had. */
export const restsWith = (
  rests: readonly RestVersion[],
  validFrom: LocalDate,
  version: RestVersion | null,
): readonly RestVersion[] => [...versionsBefore(rests, validFrom), ...(version === null ? [] : [version])];

export type RestPlace = 'daily' | 'weeklyHours' | 'from' | 'to' | 'cap' | 'validFrom' | 'form';

/** Where a problem belongs in the editor. */
export function restPlaceOf(field: string): RestPlace {
  if (field.endsWith('daily.hours')) return 'daily';
  if (field.endsWith('weekly.hours')) return 'weeklyHours';
  if (field.endsWith('startMinute')) return 'from';
  if (field.endsWith('endMinute')) return 'to';
  if (field.endsWith('weeklyCap')) return 'cap';
  return field.endsWith('validFrom') ? 'validFrom' : 'form';
}

/** `11`, `37.5`, `37,5`; an empty text is no rule. */
function hoursOf(text: string, field: string): Result<number | null> {
  const typed = text.trim();
  if (typed === '') return ok(null);
  return /^\d{1,3}(?:[.,]\d{1,2})?$/u.test(typed)
    ? ok(Number(typed.replace(',', '.')))
    : fail('hours.rest-number', field);
}

function weeklyOf({ weekly, weeklyHours, from, to }: RestForm): Result<WeeklyRestRule | null> {
  if (weekly === 'none') return ok(null);
  if (weekly === 'hours') {
    const hours = hoursOf(weeklyHours, 'weekly.hours');
    if (!hours.ok) return hours;
    return hours.value === null ? fail('hours.rest-number', 'weekly.hours') : ok({ kind: 'hours', hours: hours.value });
  }
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start === null) return fail('hours.weekly-rest-start', 'weekly.startMinute');
  if (end === null) return fail('hours.weekly-rest-end', 'weekly.endMinute');
  const startMinute = start % MINUTES_PER_WEEK;
  return ok({ kind: 'window', startMinute, endMinute: end > startMinute ? end : end + MINUTES_PER_WEEK });
}

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

function minuteOf({ day, time }: MomentText): number | null {
  const minute = parseMinute(time.trim());
  return minute === null ? null : (day - 1) * MINUTES_PER_DAY + minute;
}

const momentOf = (minute: number, day: number): MomentText => ({
  day: ((day % 7) + 1) as Weekday,
  time: formatMinute(minute - day * MINUTES_PER_DAY),
});

const textOf = (hours: number | undefined): string => (hours === undefined ? '' : String(hours));
