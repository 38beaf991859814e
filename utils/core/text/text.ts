import type { Problem } from '../result.ts';
import type { Language } from '../settings/types.ts';
import { makeVisible } from './visible.ts';

/** The flat catalogue of one language; the English one is the type that the others must match. */
export type Dictionary = Readonly<Record<string, string>>;

type RawKey = Extract<keyof typeof import('../../../public/text/en.json'), string>;
/** A concept of the catalogue, without its plural form: `held.count`, not `held.count#one`. */
export type TextKey = BaseOf<RawKey>;
type BaseOf<K extends string> = K extends `${infer Base}#${string}` ? Base : K;
const QUOTE_LENGTH = 80;

export type TextValues = Readonly<Record<string, string | number>>;

/** Speaks one language: `t('held.count', { count: 7 })`. */
export interface Text {
  (key: TextKey, values?: TextValues): string;
  readonly language: Language;
  /** A sentence whose key was made at run time, such as an app's note; null where the catalogue has none. */
  lookUp(key: string, values?: TextValues): string | null;
  /** The sentence for a mistake in the input. */
  problem(problem: Problem): string;
}

/** `values.count` chooses the plural form; a number is written as the language writes numbers. */
export function makeText(dictionary: Dictionary, language: Language): Text {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);

  const sentenceOf = (key: string, count: string | number | undefined): string | undefined => {
    if (typeof count !== 'number') return own(dictionary, key);
    return (
      own(dictionary, `${key}#${plurals.select(count)}`) ?? own(dictionary, `${key}#other`) ?? own(dictionary, key)
    );
  };

  const lookUp = (key: string, values: TextValues = {}): string | null => {
    const sentence = sentenceOf(key, values.count);
    if (sentence === undefined) return null;
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };

  const say = (key: TextKey, values?: TextValues): string => lookUp(key, values) ?? key;
  return Object.assign(say, {
    language,
    lookUp,
    problem: ({ code, field, values = {} }: Problem) =>
      lookUp(`error.${code}`, shown(values)) ?? say('error.unknown', shown({ field })),
  });
}

/** What a problem quotes from a file is as hostile as the file. */
function shown(values: TextValues): TextValues {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, v]) => [name, typeof v === 'string' ? makeVisible(v, QUOTE_LENGTH) : v]),
  );
}

const own = (dictionary: Dictionary, key: string): string | undefined =>
  Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
