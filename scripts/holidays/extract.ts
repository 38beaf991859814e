import type { HolidaysTypes } from 'date-holidays';
import { nameIn } from '../../utils/core/holidays/name-in.ts';
import type { WrittenHoliday, WrittenHolidayFile } from '../../utils/core/holidays/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { type Country, FIRST_YEAR, LAST_YEAR, OUR_LANGUAGES, YEARS } from './countries.ts';
import { calendarOf, languagesOf, type PlaceName, subdivisionsOf } from './places.ts';

const HOUR_MS = 3_600_000;

/** One day off in one place. */
interface Day {
  readonly date: string;
  readonly name: Readonly<Record<string, string>>;
}

/** The file of a country, made from `date-holidays` and our corrections. */
export function extract(country: Country): WrittenHolidayFile {
  const languages = languagesOf(country);
  const places: (PlaceName | null)[] = [null, ...subdivisionsOf(country)];
  const codes = places.map((place) => place?.code ?? '*');
  /** Name and dates, as JSON, and the places that have exactly these. */
  const rows = new Map<string, string[]>();
  places.forEach((place, index) => {
    for (const row of rowsOf(daysOf(country, place, languages))) {
      const key = JSON.stringify(row);
      rows.set(key, [...(rows.get(key) ?? []), codes[index] ?? '']);
    }
  });
  const holidays = [...rows].map(
    ([key, keptIn]): WrittenHoliday => ({ ...JSON.parse(key), ...whereOf(keptIn, codes) }),
  );
  return {
    format: 1,
    country,
    years: [FIRST_YEAR, LAST_YEAR],
    languages,
    places: codes.slice(1),
    holidays: sorted(holidays),
  };
}

function daysOf(country: Country, place: PlaceName | null, languages: readonly string[]): Day[] {
  const spoken = [...new Set([...languages, ...OUR_LANGUAGES])];
  const byLanguage = spoken.map((language) => {
    const { calendar } = calendarOf(country, place, language);
    return YEARS.flatMap((year) => calendar.getHolidays(year).filter(({ type }) => type === 'public'));
  });
  /** The library drops doubles by their name in a language, so that the lists may differ: they are joined by rule and day. */
  const names = new Map<string, Record<string, string>>();
  spoken.forEach((language, index) => {
    for (const holiday of byLanguage[index] ?? []) {
      const key = `${holiday.date} ${holiday.rule}`;
      names.set(key, { ...names.get(key), [language]: tidy(holiday.name) });
    }
  });
  const first = byLanguage[0] ?? [];
  return first.flatMap((holiday) =>
    datesOf(holiday).map((date) => ({
      date,
      name: withoutEchoes(names.get(`${holiday.date} ${holiday.rule}`) ?? {}, languages),
    })),
  );
}

/** Whole days only: a part of a day (Christmas Eve from noon) is no day off. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  if (!date.slice(11).startsWith('00:00')) return [];
  // Rounded, since a day on which clocks change has 23 or 25 hours.
  const days = Math.round((end.getTime() - start.getTime()) / HOUR_MS / 24);
  return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
}

const tidy = (name: string): string => name.replaceAll(/\s+/gu, ' ').trim();

/** Leaves out each language in which {@link nameIn} finds the same name without it. */
function withoutEchoes(name: Record<string, string>, languages: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [language, text] of Object.entries(name)) {
    if (Object.keys(kept).length === 0 || nameIn(kept, language, languages) !== text) kept[language] = text;
  }
  return kept;
}

/** All days of one name become one row: `MMDD` per year. */
function rowsOf(days: readonly Day[]): WrittenHoliday[] {
  const byName = new Map<string, Set<string>>();
  for (const { date, name } of days) {
    const key = JSON.stringify(name);
    byName.set(key, (byName.get(key) ?? new Set()).add(date));
  }
  return [...byName].flatMap(([key, dates]) => {
    const written = writtenDates(dates);
    return written === null ? [] : [{ name: JSON.parse(key), dates: written }];
  });
}

function writtenDates(dates: ReadonlySet<string>): string | null {
  const byYear = YEARS.map((year) => {
    const ofYear = [...dates].filter((date) => date.startsWith(`${year}-`)).sort();
    return ofYear.length === 0 ? '-' : ofYear.map((date) => date.slice(5).replace('-', '')).join('+');
  });
  if (byYear.every((token) => token === '-')) return null;
  return byYear.every((token) => token === byYear[0]) ? (byYear[0] ?? null) : byYear.join(' ');
}

/** The shorter of "in these" and "everywhere but in those". */
function whereOf(keptIn: readonly string[], all: readonly string[]): Pick<WrittenHoliday, 'in'> {
  const others = all.filter((code) => !keptIn.includes(code));
  if (others.length === 0) return {};
  return { in: others.length < keptIn.length ? `-${others.join(' ')}` : keptIn.join(' ') };
}

/** By the day in the first year that has one, so that the file reads like a calendar. */
const sorted = (holidays: readonly WrittenHoliday[]): WrittenHoliday[] =>
  holidays.toSorted((a, b) => compare(firstDay(a), firstDay(b)) || compare(JSON.stringify(a), JSON.stringify(b)));

const firstDay = ({ dates }: WrittenHoliday): string => dates.split(' ').find((token) => token !== '-') ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
