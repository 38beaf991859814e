import type { Problem } from '../result.ts';
import { dayNumber, isLocalDate } from '../time/dates.ts';
import { HOUR_MS } from '../time/instant.ts';
import { isZone } from '../time/zones.ts';
import { checkPattern } from './check-pattern.ts';
import { MAX_LABEL_LENGTH, MAX_OVERRIDE_HOURS, MAX_REASON_LENGTH } from './limits.ts';
import type { Employment, HoursException, HoursVersion } from './types.ts';

/** The end of 2199, like the dates. */
const LAST_INSTANT = 7_258_118_400_000;

/**
 * The first mistake in an employment, or null. `path` is the place of the employment in the input and opens the problem's
 * `field`: `employments[0].hours[1].pattern.days[2][0].endMinute`.
 */
export function checkEmployment(employment: Employment, path = ''): Problem | null {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const { label, zone, hours, exceptions } = employment;
  if (label.trim() === '') return { code: 'hours.label-empty', field: at('label') };
  if (label.length > MAX_LABEL_LENGTH) {
    return { code: 'hours.label-too-long', field: at('label'), values: { most: MAX_LABEL_LENGTH } };
  }
  if (!isZone(zone)) return { code: 'hours.zone-unknown', field: at('zone'), values: { zone } };
  return (
    firstProblem(hours, (version, index) => checkVersion(version, at(`hours[${index}]`))) ??
    checkOrder(hours, at('hours')) ??
    checkSomeWork(hours, at('hours')) ??
    firstProblem(exceptions, (exception, index) => checkException(exception, at(`exceptions[${index}]`)))
  );
}

/** The first mistake in one version of the hours, or null. `path` as in {@link checkEmployment}. */
export function checkVersion(version: HoursVersion, path: string): Problem | null {
  const { validFrom, validUntil, pattern } = version;
  if (!isLocalDate(validFrom)) {
    return { code: 'hours.date-invalid', field: `${path}.validFrom`, values: { date: validFrom } };
  }
  if (validUntil !== undefined) {
    const field = `${path}.validUntil`;
    if (!isLocalDate(validUntil)) return { code: 'hours.date-invalid', field, values: { date: validUntil } };
    if (dayNumber(validUntil) <= dayNumber(validFrom)) {
      return { code: 'hours.valid-until-before-from', field, values: { from: validFrom, until: validUntil } };
    }
  }
  return checkPattern(pattern, `${path}.pattern`);
}

/** The first mistake in one exception, or null. `path` as in {@link checkEmployment}. */
export function checkException({ from, until, reason }: HoursException, path: string): Problem | null {
  if (!isInstant(from)) return { code: 'hours.instant-invalid', field: `${path}.from` };
  if (!isInstant(until)) return { code: 'hours.instant-invalid', field: `${path}.until` };
  if (until <= from) return { code: 'hours.override-empty', field: `${path}.until` };
  if (until - from > MAX_OVERRIDE_HOURS * HOUR_MS) {
    return { code: 'hours.override-too-long', field: `${path}.until`, values: { hours: MAX_OVERRIDE_HOURS } };
  }
  if (reason.length > MAX_REASON_LENGTH) {
    return { code: 'hours.reason-too-long', field: `${path}.reason`, values: { most: MAX_REASON_LENGTH } };
  }
  return null;
}

function checkOrder(hours: readonly HoursVersion[], path: string): Problem | null {
  return firstProblem(hours, (later, index) => {
    const earlier = hours[index - 1];
    if (earlier === undefined) return null;
    const values = { first: earlier.validFrom, second: later.validFrom };
    const field = `${path}[${index}].validFrom`;
    if (later.validFrom < earlier.validFrom) return { code: 'hours.versions-out-of-order', field, values };
    const apart = earlier.validUntil !== undefined && earlier.validUntil <= later.validFrom;
    return apart ? null : { code: 'hours.versions-overlap', field, values };
  });
}

/** One version may be empty (a season without work), but not all of them. */
function checkSomeWork(hours: readonly HoursVersion[], path: string): Problem | null {
  const some = hours.some(({ pattern }) => pattern.days.some((spans) => spans.length > 0));
  return some ? null : { code: 'hours.no-spans', field: path };
}

function isInstant(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < LAST_INSTANT;
}

function firstProblem<T>(items: readonly T[], check: (item: T, index: number) => Problem | null): Problem | null {
  for (const [index, item] of items.entries()) {
    const problem = check(item, index);
    if (problem !== null) return problem;
  }
  return null;
}
