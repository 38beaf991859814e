import { holidaysOf } from '../../utils/core/holidays/holidays-of.ts';
import type { HolidayFile, HolidayIndex, PublicHoliday } from '../../utils/core/holidays/types.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { Text } from '../../utils/core/text/text.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** In the person's language and its order; none is chosen for them. */
export function countryOptions(t: Text, { countries }: HolidayIndex): readonly Option[] {
  const names = new Intl.DisplayNames(t.language, { type: 'region', fallback: 'none' });
  const options = countries.map(({ code, name }) => ({ value: code, label: names.of(code) ?? name }));
  return [{ value: '', label: t('exceptions.choose') }, ...byLabel(options, t.language)];
}

/** The country as a whole comes first. */
export function placeOptions(t: Text, { countries }: HolidayIndex, country: string): readonly Option[] {
  const places = countries.find(({ code }) => code === country)?.subdivisions ?? [];
  const options = places.map(({ code, name }) => ({ value: code, label: name }));
  return [{ value: '', label: t('exceptions.whole-country') }, ...byLabel(options, t.language)];
}

const byLabel = (options: readonly Option[], language: string): readonly Option[] => {
  const collator = new Intl.Collator(language);
  return options.toSorted((a, b) => collator.compare(a.label, b.label));
};

export interface FoundHoliday extends PublicHoliday {
  /** The employment has a holiday on this day already. */
  readonly known: boolean;
}

export function foundIn(
  file: HolidayFile,
  place: string,
  years: readonly number[],
  language: string,
  { exceptions }: Pick<Employment, 'exceptions'>,
): readonly FoundHoliday[] {
  const known = new Set(exceptions.flatMap((one) => (one.kind === 'holiday' ? [one.date] : [])));
  return years
    .toSorted((a, b) => a - b)
    .flatMap((year) =>
      holidaysOf(file, place === '' ? null : place, `${year}-01-01`, `${year + 1}-01-01`, language).map((holiday) => ({
        ...holiday,
        known: known.has(holiday.date),
      })),
    );
}
