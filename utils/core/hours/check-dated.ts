import type { Problem } from '../result.ts';
import { dayNumber, isLocalDate } from '../time/dates.ts';
import { firstProblem } from './first-problem.ts';
import type { HoursVersion } from './types.ts';

type Dated = Pick<HoursVersion, 'validFrom' | 'validUntil'>;

/** The first mistake in the dates of a version, or null. `path` is the place of the version in the input. */
export function checkDates({ validFrom, validUntil }: Dated, path: string): Problem | null {
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
  return null;
}

/** Of versions that must follow each other (`compete`), each begins when the one before it has ended. */
export function checkOrder<V extends Dated>(
  versions: readonly V[],
  path: string,
  compete: (earlier: V, later: V) => boolean = () => true,
): Problem | null {
  return firstProblem(versions, (later, index) => {
    const earlier = versions.slice(0, index).findLast((version) => compete(version, later));
    if (earlier === undefined) return null;
    const values = { first: earlier.validFrom, second: later.validFrom };
    const field = `${path}[${index}].validFrom`;
    if (later.validFrom < earlier.validFrom) return { code: 'hours.versions-out-of-order', field, values };
    const apart = earlier.validUntil !== undefined && earlier.validUntil <= later.validFrom;
    return apart ? null : { code: 'hours.versions-overlap', field, values };
  });
}
