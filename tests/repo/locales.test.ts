import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../utils/core/apps/catalogue.ts';
import { ENTRY_KINDS } from '../../utils/core/log/types.ts';
import { LANGUAGES } from '../../utils/core/settings/types.ts';
import { filesIn, read } from './files.ts';

type Dictionary = Readonly<Record<string, string>>;

const texts = new Map(
  LANGUAGES.map((language) => [language, JSON.parse(read(`public/text/${language}.json`)) as Dictionary]),
);
const english = texts.get('en') ?? {};
const keys = Object.keys(english);
const concepts = new Set(keys.map((key) => key.replace(/#.*$/u, '')));

const sources = ['components', 'entrypoints', 'utils']
  .flatMap(filesIn)
  .filter((path) => /\.tsx?$/u.test(path))
  .map((path) => ({ path, source: read(path) }));
const allSource = sources.map(({ source }) => source).join('\n');

/** Codes of problems, wherever they are made. */
const codes = [
  ...sources
    .filter(({ path }) =>
      /^utils\/(?:core\/(?:hours|settings|apps|log|contact|vault|seal)|app)\/|^utils\/adapters\/vault|^components\//u.test(
        path,
      ),
    )
    .flatMap(({ source }) => [
      ...source.matchAll(
        /(?:fail\(|code: |problemAt\(|numberText\(|message: |regex\(\w+, |[?:] )'((?:hours|settings|site|override|annotate|manual|erase|vault|seal)\.[a-z-]+)'/gu,
      ),
    ])
    .map((match) => match[1] ?? ''),
  ...sources
    .filter(({ path }) =>
      /^(?:utils\/(?:core\/(?:holidays|roster|sign|export|verify)|app|adapters)|entrypoints)\//u.test(path),
    )
    .flatMap(({ source }) => [
      ...source.matchAll(/'((?:holidays|roster|signature|checkpoint|bundle|stamp)\.[a-z-]+)'/gu),
    ])
    .map((match) => match[1] ?? ''),
].filter((code) => !/^(?:hours|vault)\./u.test(code) || !concepts.has(code));

const placeholders = (sentence = '') => [...sentence.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).toSorted();

/** Keys that are put together at run time: `` t(`log.kind.${kind}`) `` uses all of `log.kind.*`. */
const patterns = [...allSource.matchAll(/[(\s]`([a-z][a-z-]*(?:\.[a-z-]+)*[.-]\$\{[^`]*)`/gu)].map(
  (match) =>
    new RegExp(
      `^${(match[1] ?? '')
        .replace(/\$\{[^}]*\}/gu, '§')
        .replaceAll('.', '\\.')
        .replaceAll('§', '[a-z0-9.-]+')}$`,
      'u',
    ),
);

/** Sentences that are said of many only. */
const ALWAYS_MANY = ['roster.show-all', 'verify.files.intact'];

it('counts things in the singular too: "1 event", never "1 events"', () => {
  const counting = keys.filter((key) => /\{count\} (?!more)\p{Ll}/u.test(english[key] ?? '') && !key.includes('#'));
  expect(counting.filter((key) => !ALWAYS_MANY.includes(key))).toEqual([]);
});

describe.each(LANGUAGES)('text catalogue: %s', (language) => {
  const text = texts.get(language) ?? {};

  it('has the same keys as English, in the same order', () => {
    expect(Object.keys(text)).toEqual(keys);
  });

  it('has the same placeholders in every sentence', () => {
    for (const key of keys) expect([key, placeholders(text[key])]).toEqual([key, placeholders(english[key])]);
  });

  it('has a sentence everywhere, without stray spaces', () => {
    for (const key of keys.filter((one) => one !== 'mark.flag')) {
      expect([key, text[key]?.trim().length]).not.toEqual([key, 0]);
      expect([key, text[key]]).toEqual([key, text[key]?.trim()]);
    }
  });

  it('keeps badge words short enough for a badge', () => {
    for (const key of ['badge.off', 'badge.working', 'badge.on-call']) expect(text[key]?.length).toBeLessThanOrEqual(4);
  });
});

describe('text catalogue', () => {
  it('has both plural forms of whatever has one', () => {
    const plural = keys.filter((key) => key.includes('#')).map((key) => key.replace(/#.*$/u, ''));
    for (const key of new Set(plural)) {
      expect(keys).toEqual(expect.arrayContaining([`${key}#one`, `${key}#other`]));
    }
  });

  it('has no sentence that nothing says: remove the key or use it', () => {
    const known = new Set([...codes.map((code) => `error.${code}`), ...CATALOGUE.map(({ noteKey }) => noteKey)]);
    const unused = [...concepts].filter(
      (key) =>
        !allSource.includes(`'${key}'`) &&
        !allSource.includes(`"${key}"`) &&
        !known.has(key) &&
        !(dynamic(key) && !key.startsWith('error.')),
    );
    expect(unused).toEqual([]);
  });

  it('has a sentence for every t(…) in the sources', () => {
    const said = [...allSource.matchAll(/\bt\(\s*'([^']+)'/gu)].map((match) => match[1] ?? '');
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((key) => !concepts.has(key))).toEqual([]);
  });

  it('has a sentence for every problem: add error.<code>', () => {
    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !concepts.has(`error.${code}`))).toEqual([]);
  });

  it('has the notes that the app catalogue names', () => {
    const notes = CATALOGUE.flatMap(({ noteKey }) => noteKey ?? []);
    expect(notes.filter((key) => !concepts.has(key))).toEqual([]);
  });

  it('has words for the kinds of log lines that this version writes', () => {
    const spoken = ENTRY_KINDS.filter((kind) => concepts.has(`log.kind.${kind}`));
    expect(spoken).toEqual(expect.arrayContaining(['start', 'hours', 'note', 'collapse', 'gap', 'clock', 'watch']));
  });
});

describe('manifest strings', () => {
  const folders = ['en', 'es', 'pt_BR'];
  const messages = folders.map(
    (folder) => JSON.parse(read(`public/_locales/${folder}/messages.json`)) as Record<string, { message: string }>,
  );

  it('are there in every language', () => {
    const wanted = [...read('wxt.config.ts').matchAll(/__MSG_(\w+)__/gu)].map((match) => match[1] ?? '');
    expect(wanted.length).toBeGreaterThan(0);
    for (const file of messages) expect(Object.keys(file).toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('fit the stores: a description has at most 132 characters', () => {
    for (const file of messages) expect(file.description?.message.length).toBeLessThanOrEqual(132);
  });
});

function dynamic(key: string): boolean {
  return patterns.some((pattern) => pattern.test(key));
}
