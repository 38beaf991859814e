import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import { fieldOf } from '../settings/issues.ts';
import { readJson } from '../settings/json-text.ts';
import { isLocalDate } from '../time/dates.ts';
import type { LocalDate } from '../time/instant.ts';
import type { HolidayFile, HolidayIndex, HolidayRow, WrittenHoliday } from './types.ts';

// See utils/core/settings/parts.ts: the extension's content security policy forbids what zod tries otherwise.
z.config({ jitless: true });

const MAX_YEARS = 50;

const capped = (most: number) => z.string().check(z.maxLength(most));
const list = <S extends z.core.SomeType>(item: S, most: number) => z.array(item).check(z.maxLength(most));

const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const place = z.string().check(z.regex(/^[A-Za-z0-9-]{1,20}$/));
const year = z.number().check(z.int(), z.minimum(1900), z.maximum(2199));
const years = z.tuple([year, year]);
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const link = z.string().check(z.maxLength(300), z.regex(/^https:\/\//));

const WRITTEN = z.strictObject({
  format: z.literal(1),
  country,
  years,
  languages: list(language, 12),
  places: list(place, 200),
  holidays: list(
    z.strictObject({
      name: z.record(language, capped(120).check(z.minLength(1))),
      dates: capped(1_000).check(z.minLength(1)),
      in: z.optional(capped(2_000).check(z.minLength(1))),
    }),
    1_000,
  ),
});

const INDEX = z.strictObject({
  years,
  attribution: capped(1_000),
  licence: link,
  countries: list(
    z.strictObject({
      code: country,
      name: capped(100),
      subdivisions: list(z.strictObject({ code: place, name: capped(120) }), 200),
    }),
    300,
  ),
});

/** The text of `public/holidays/<CC>.json`. Fails with `holidays.file-damaged`, whose field is the place in the file. */
export function readHolidayFile(text: string): Result<HolidayFile> {
  const written = parse(WRITTEN, text);
  if (!written.ok) return written;
  const { format: _, holidays, ...file } = written.value;
  if (yearsOf(file.years).length === 0) return damaged('years');
  const rows: HolidayRow[] = [];
  for (const [index, holiday] of holidays.entries()) {
    const dates = datesOf(holiday.dates, file.years);
    if (dates === null) return damaged(`holidays[${index}].dates`);
    const { name } = holiday;
    rows.push({ name, dates, keptIn: placesOf(holiday.in) });
  }
  return ok({ ...file, rows });
}

/** The text of `public/holidays/index.json`. Fails with `holidays.file-damaged`. */
export const readHolidayIndex = (text: string): Result<HolidayIndex> => parse(INDEX, text);

function parse<T>(schema: z.ZodMiniType<T>, text: string): Result<T> {
  const json = readJson(text);
  if (!json.ok) return damaged('');
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : damaged(fieldOf(parsed.error.issues[0]?.path ?? []));
}

const damaged = (field: string): Result<never> => fail('holidays.file-damaged', field);

function yearsOf([first, last]: readonly [number, number]): number[] {
  if (last < first || last - first >= MAX_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Null when the years do not match or something is no day of the calendar. */
function datesOf(written: WrittenHoliday['dates'], span: readonly [number, number]): LocalDate[] | null {
  const tokens = written.split(' ');
  const all = yearsOf(span);
  if (tokens.length !== 1 && tokens.length !== all.length) return null;
  const dates = all.flatMap((inYear, index) => {
    const token = tokens[tokens.length === 1 ? 0 : index] ?? '-';
    if (token === '-') return [];
    return token.split('+').map((day) => `${inYear}-${day.slice(0, 2)}-${day.slice(2)}`);
  });
  return dates.every(isLocalDate) ? dates : null;
}

function placesOf(written: WrittenHoliday['in']): HolidayRow['keptIn'] {
  if (written === undefined) return () => true;
  const but = written.startsWith('-');
  const codes = new Set((but ? written.slice(1) : written).split(' '));
  return (subdivision) => codes.has(subdivision ?? '*') !== but;
}
