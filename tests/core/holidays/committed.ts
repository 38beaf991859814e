import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHolidayFile } from '../../../utils/core/holidays/file.ts';
import { holidaysOf } from '../../../utils/core/holidays/holidays-of.ts';
import type { HolidayFile } from '../../../utils/core/holidays/types.ts';
import { filesIn, ROOT } from '../../repo/files.ts';

export const FOLDER = 'public/holidays';
export const COUNTRY_FILES = filesIn(FOLDER).filter((path) => /\/[A-Z]{2}\.json$/u.test(path));

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The file of a country as it lies in the package. */
export function committed(country: string): HolidayFile {
  const file = readHolidayFile(textOf(`${FOLDER}/${country}.json`));
  if (!file.ok) throw new Error(`${country}: ${file.problem.code} at ${file.problem.field}`);
  return file.value;
}

/** `AU` or `AU-NSW`; days of a year as `MM-DD`. */
export function daysOf(place: string, year: number): string[] {
  const [country = '', ...subdivision] = place.split('-');
  const code = subdivision.length === 0 ? null : subdivision.join('-');
  return holidaysOf(committed(country), code, `${year}-01-01`, `${year + 1}-01-01`, 'en').map(({ date }) =>
    date.slice(5),
  );
}
