import { browser } from 'wxt/browser';
import { readHolidayFile, readHolidayIndex } from '../core/holidays/file.ts';
import type { HolidayFile, HolidayIndex } from '../core/holidays/types.ts';
import { fail, type Result } from '../core/result.ts';

const CODE = /^[A-Z]{2}$/;

/** Which countries and places there are, and whom the dates are owed to. */
export const loadHolidayIndex = (): Promise<Result<HolidayIndex>> => load('index.json', readHolidayIndex);

/** The public holidays of one country (ISO 3166-1 alpha-2), out of the package. */
export const loadHolidays = (country: string): Promise<Result<HolidayFile>> =>
  CODE.test(country)
    ? load('countries.ndjson', (text) => readHolidayFile(lineOf(text, country)))
    : Promise.resolve(damaged);

/** One line for each country: `AR {…}`. Only the one asked for is parsed. */
const lineOf = (text: string, country: string): string =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${country} `))
    ?.slice(3) ?? '';

const damaged = fail('holidays.file-damaged', '');

async function load<T>(name: string, read: (text: string) => Result<T>): Promise<Result<T>> {
  try {
    const response = await fetch(new URL(`/holidays/${name}`, browser.runtime.getURL('/options.html')));
    return response.ok ? read(await response.text()) : damaged;
  } catch {
    return damaged;
  }
}
