import type { Problem } from '../result.ts';
import { dayNumber, isLocalDate } from '../time/dates.ts';
import { HOUR_MS, type Instant, type LocalDate } from '../time/instant.ts';
import { checkDay } from './check-spans.ts';
import { MAX_DUTY_HOURS, MAX_LEAVE_DAYS, MAX_NAME_LENGTH, MAX_OVERRIDE_HOURS, MAX_REASON_LENGTH } from './limits.ts';
import type { Holiday, HoursException, Leave, TimedException } from './types.ts';

/** 2200-01-01: dates go up to 2199 too. */
const END_OF_TIME = 7_258_118_400_000;

/** The first mistake in one exception, or null. `path` is its place and opens the problem's `field`. */
export function checkException(exception: HoursException, path: string): Problem | null {
  switch (exception.kind) {
    case 'leave':
      return checkLeave(exception, path);
    case 'holiday':
      return checkDate(exception.date, `${path}.date`) ?? checkName(exception, `${path}.name`);
    case 'shift':
      return checkDate(exception.date, `${path}.date`) ?? checkDay(exception.spans, `${path}.spans`);
    default:
      return checkTimed(exception, path);
  }
}

/** A moment of the years 1970 to 2199. */
export const isInstant = (value: Instant): boolean => Number.isInteger(value) && value >= 0 && value < END_OF_TIME;

function checkTimed(exception: TimedException, path: string): Problem | null {
  const { from, until } = exception;
  if (!isInstant(from)) return { code: 'hours.instant-invalid', field: `${path}.from` };
  if (!isInstant(until)) return { code: 'hours.instant-invalid', field: `${path}.until` };
  if (until <= from) return { code: 'hours.override-empty', field: `${path}.until` };
  const hours = exception.kind === 'on-call' || exception.kind === 'care' ? MAX_DUTY_HOURS : MAX_OVERRIDE_HOURS;
  if (until - from > hours * HOUR_MS) {
    return { code: 'hours.override-too-long', field: `${path}.until`, values: { hours } };
  }
  if ('reason' in exception && exception.reason.length > MAX_REASON_LENGTH) {
    return { code: 'hours.reason-too-long', field: `${path}.reason`, values: { most: MAX_REASON_LENGTH } };
  }
  return null;
}

function checkName({ name }: Holiday, field: string): Problem | null {
  if (name.trim() === '') return { code: 'hours.name-empty', field };
  return name.length > MAX_NAME_LENGTH
    ? { code: 'hours.name-too-long', field, values: { most: MAX_NAME_LENGTH } }
    : null;
}

function checkLeave({ from, until }: Leave, path: string): Problem | null {
  const problem = checkDate(from, `${path}.from`) ?? checkDate(until, `${path}.until`);
  if (problem !== null) return problem;
  const days = dayNumber(until) - dayNumber(from);
  if (days <= 0) return { code: 'hours.leave-empty', field: `${path}.until`, values: { from, until } };
  if (days <= MAX_LEAVE_DAYS) return null;
  return { code: 'hours.leave-too-long', field: `${path}.until`, values: { days, most: MAX_LEAVE_DAYS } };
}

const checkDate = (date: LocalDate, field: string): Problem | null =>
  isLocalDate(date) ? null : { code: 'hours.date-invalid', field, values: { date } };
