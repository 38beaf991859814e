import { MAX_NAME_LENGTH } from '../hours/limits.ts';
import type { LocalDate } from '../time/instant.ts';
import { nameIn } from './name-in.ts';
import type { HolidayFile, PublicHoliday } from './types.ts';

/**
 * The public holidays of a place in `[from, until)`, by date, one entry per day: where two fall on one day, both are named.
 * `subdivision` is a code of the file; null, or one that the file does not know, is the country as a whole. Outside
 * `file.years` nothing is known. A hint that the person may change: decrees and local days are not in it.
 */
export function holidaysOf(
  file: HolidayFile,
  subdivision: string | null,
  from: LocalDate,
  until: LocalDate,
  language: string,
): PublicHoliday[] {
  const place = subdivision !== null && file.places.includes(subdivision) ? subdivision : null;
  const byDate = new Map<LocalDate, string[]>();
  for (const { name, dates, keptIn } of file.rows) {
    if (!keptIn(place)) continue;
    const spoken = nameIn(name, language, file.languages);
    for (const date of dates) {
      if (date < from || date >= until) continue;
      const names = byDate.get(date) ?? [];
      if (!names.includes(spoken)) byDate.set(date, [...names, spoken]);
    }
  }
  return [...byDate]
    .map(([date, names]) => ({ date, name: names.join(' / ').slice(0, MAX_NAME_LENGTH) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
