import { LANGUAGES, type Language } from '../settings/types.ts';

/** The catalogue's language for a browser's language tag: `pt-PT` is nearer to `pt-BR` than to English. */
export function nearestLanguage(tag: string): Language {
  const exact = LANGUAGES.find((language) => language.toLowerCase() === tag.toLowerCase());
  const base = tag.split('-')[0]?.toLowerCase();
  return exact ?? LANGUAGES.find((language) => language.split('-')[0] === base) ?? 'en';
}
