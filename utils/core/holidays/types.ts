import type { LocalDate } from '../time/instant.ts';

/** One holiday as `public/holidays/<CC>.json` writes it. The format is explained in docs/holidays.md. */
export interface WrittenHoliday {
  /** By language (BCP 47, primary subtag only). A language is left out where {@link nameIn} finds the same name without. */
  readonly name: Readonly<Record<string, string>>;
  /** One token per year, or a single one for all years: `MMDD`, several joined by `+`, or `-` for none. */
  readonly dates: string;
  /**
   * Codes of places with a space between; after a leading `-`, everywhere but there. `*` is the country without any
   * subdivision. Left out: everywhere.
   */
  readonly in?: string;
}

/** The file as written, format 1. */
export interface WrittenHolidayFile {
  readonly format: 1;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First and last year covered. */
  readonly years: readonly [number, number];
  /** Languages of the country, the most used first. */
  readonly languages: readonly string[];
  /** Codes of its subdivisions; `public/holidays/index.json` has their names. */
  readonly places: readonly string[];
  readonly holidays: readonly WrittenHoliday[];
}

/** One holiday with its dates, in the places where it is kept. */
export interface HolidayRow {
  readonly name: Readonly<Record<string, string>>;
  readonly dates: readonly LocalDate[];
  /** Is it kept in this place? `null` is the country without any subdivision. */
  readonly keptIn: (subdivision: string | null) => boolean;
}

/** A file that has been read and checked. */
export interface HolidayFile {
  readonly country: string;
  readonly years: readonly [number, number];
  readonly languages: readonly string[];
  readonly places: readonly string[];
  readonly rows: readonly HolidayRow[];
}

/** A public holiday on a day, with its name in one language. */
export interface PublicHoliday {
  readonly date: LocalDate;
  readonly name: string;
}

/** One country in `public/holidays/index.json`. */
export interface HolidayCountry {
  readonly code: string;
  /** In English; a browser knows the others (`Intl.DisplayNames`). */
  readonly name: string;
  /** Provinces, states, and a few towns or regions within them (`BY-A`). Names as the country writes them. */
  readonly subdivisions: readonly { readonly code: string; readonly name: string }[];
}

/** Everything that a person needs to choose a place, and whom the dates are owed to. */
export interface HolidayIndex {
  readonly years: readonly [number, number];
  readonly attribution: string;
  readonly licence: string;
  readonly countries: readonly HolidayCountry[];
}
