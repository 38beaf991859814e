import type { Language } from '../settings/types.ts';
import type { Dictionary } from './text.ts';

/** Catalogues with their keys once for all languages, since keys are half of a catalogue. */
export interface Sheet {
  readonly keys: readonly string[];
  /** In the order of `keys`. */
  readonly sentences: Readonly<Record<string, readonly string[]>>;
}

/** @throws {RangeError} when a catalogue lacks one of the keys. */
export function sheetOf(keys: readonly string[], catalogues: Readonly<Partial<Record<Language, Dictionary>>>): Sheet {
  const sentences = Object.entries(catalogues).map(([language, dictionary]) => [
    language,
    keys.map((key) => dictionary[key] ?? missing(key, language)),
  ]);
  return { keys, sentences: Object.fromEntries(sentences) };
}

export const dictionaryOf = (keys: readonly string[], sentences: readonly string[]): Dictionary =>
  Object.fromEntries(keys.map((key, index) => [key, sentences[index] ?? key]));

function missing(key: string, language: string): never {
  throw new RangeError(`the catalogue of ${language} lacks "${key}"`);
}
