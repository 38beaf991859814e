import Holidays from 'date-holidays';
import { applyCorrection, type Place } from './correction.ts';
import { CORRECTIONS } from './corrections.ts';
import type { Country } from './countries.ts';

/** A state, or a region within one. */
export interface PlaceName {
  /** `NSW`, or `BY-A` for a region within a state. */
  readonly code: string;
  /** As the country writes it; a region with its state, `Stadt Augsburg (Bayern)`. */
  readonly name: string;
  readonly state: string;
  readonly region?: string;
}

/** `date-holidays` has its own codes for two languages; everything else follows BCP 47. */
const LANGUAGE_CODES: Readonly<Record<string, string>> = { jp: 'ja', 'en-us': 'en' };

/** Languages of a country in BCP 47, the most used first. */
export function languagesOf(country: Country): string[] {
  const codes = new Holidays(country).getLanguages().map((code) => LANGUAGE_CODES[code] ?? code);
  // Added by the library to every country.
  const own = codes.filter((code) => code !== 'en' || ENGLISH_SPEAKING.has(country));
  return [...new Set(own)];
}

const ENGLISH_SPEAKING: ReadonlySet<string> = new Set(['AU', 'CA', 'GB', 'IE', 'IN', 'KE', 'NZ', 'PH', 'US', 'ZA']);

export function subdivisionsOf(country: Country): PlaceName[] {
  const library = new Holidays();
  return Object.entries(library.getStates(country) ?? {}).flatMap(([state, name]) => [
    { code: state, name, state },
    ...Object.entries(library.getRegions(country, state) ?? {}).map(([region, regionName]) => ({
      code: `${state}-${region}`,
      name: `${regionName} (${name})`,
      state,
      region,
    })),
  ]);
}

/** The corrected calendar of a place, speaking `language`; `null` is the country without any subdivision. */
export function calendarOf(country: Country, place: PlaceName | null, language: string): Place {
  const calendar = callLibrary(country, place);
  const libraryCode = Object.entries(LANGUAGE_CODES).find(([, code]) => code === language)?.[0];
  const spoken = libraryCode !== undefined && calendar.getLanguages().includes(libraryCode) ? libraryCode : language;
  calendar.setLanguages([...new Set([spoken, ...calendar.getLanguages()])]);
  // Not in its types: the rules by name, of which a correction keeps what it does not change.
  const { holidays } = calendar as unknown as { holidays: Place['rules'] };
  const corrected = { calendar, rules: holidays };
  for (const correction of CORRECTIONS) {
    if (correction.country === country && appliesTo(correction.places, place)) applyCorrection(corrected, correction);
  }
  return corrected;
}

function callLibrary(country: Country, place: PlaceName | null): Holidays {
  if (place === null) return new Holidays(country);
  return place.region === undefined
    ? new Holidays(country, place.state)
    : new Holidays(country, place.state, place.region);
}

const appliesTo = (places: readonly string[] | undefined, place: PlaceName | null): boolean =>
  places === undefined || places.includes(place?.code ?? '*');
