import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../utils/core/settings/types.ts';
import type { Dictionary } from '../utils/core/text/text.ts';

/** The catalogues of all languages, from their source. */
export const catalogues = (): Readonly<Record<Language, Dictionary>> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, catalogue(language)])) as Record<Language, Dictionary>;

const catalogue = (language: Language): Dictionary =>
  JSON.parse(readFileSync(new URL(`../public/text/${language}.json`, import.meta.url), 'utf8'));
