import { deflateRawSync } from 'node:zlib';
import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { applyCorrection } from '../../../scripts/holidays/correction.ts';
import { CORRECTIONS } from '../../../scripts/holidays/corrections.ts';
import { COUNTRIES } from '../../../scripts/holidays/countries.ts';
import { extract } from '../../../scripts/holidays/extract.ts';
import { subdivisionsOf } from '../../../scripts/holidays/places.ts';
import { readHolidayFile, readHolidayIndex } from '../../../utils/core/holidays/file.ts';
import { filesIn } from '../../repo/files.ts';
import { COUNTRY_FILES, committed, FOLDER, textOf } from './committed.ts';

const index = () => {
  const read = readHolidayIndex(textOf(`${FOLDER}/index.json`));
  if (!read.ok) throw new Error(read.problem.field);
  return read.value;
};

describe('public/holidays', () => {
  it('has a file for every country of the script, and each can be read', () => {
    expect(COUNTRY_FILES.map((path) => path.slice(-7, -5)).sort()).toEqual([...COUNTRIES].sort());
    for (const path of COUNTRY_FILES) expect(readHolidayFile(textOf(path)), path).toMatchObject({ ok: true });
  });

  it.each(['EC', 'AU'] as const)('holds for %s what the script makes (if not, run npm run holidays)', (country) => {
    expect(JSON.parse(textOf(`${FOLDER}/${country}.json`))).toEqual(extract(country));
  });

  it('leaves out parts of a day', () => {
    // China gives some people the afternoon of 8 March, 4 May and 1 August.
    expect(extract('CN').holidays.filter(({ dates }) => /0308|0504|0801/u.test(dates))).toEqual([]);
  });

  it('takes at most 60 kB of the package', () => {
    const sizes = filesIn(FOLDER).map((path) => deflateRawSync(textOf(path), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60_000);
  });

  it('names every place in the index', () => {
    const { countries, years } = index();
    expect(years).toEqual([2024, 2032]);
    expect(countries.map(({ code }) => code)).toEqual([...COUNTRIES]);
    for (const { code, subdivisions } of countries) {
      expect(committed(code).places, code).toEqual(subdivisions.map((place) => place.code));
      expect(subdivisions, code).toEqual(
        subdivisionsOf(code as 'AR').map(({ code: place, name }) => ({ code: place, name })),
      );
    }
  });

  it('says to whom the dates are owed, and under which licence', () => {
    const text = textOf(`${FOLDER}/ATTRIBUTION.txt`);
    expect(index().attribution).toMatch(/date-holidays 3\.\d+\.\d+ .*commenthol.*Wikipedia.*CC BY-SA 3\.0/u);
    for (const part of [index().attribution, index().licence]) expect(text).toContain(part);
    expect(text).toContain('https://en.wikipedia.org/wiki/Public_holidays_in_Ecuador');
    for (const country of COUNTRIES) expect(text).toMatch(new RegExp(`^${country}\\n {2}https://`, 'mu'));
  });

  it('only speaks of places that exist', () => {
    for (const country of COUNTRIES) {
      const { places, holidays } = JSON.parse(textOf(`${FOLDER}/${country}.json`));
      const codes = holidays.flatMap((holiday: { in?: string }) => holiday.in?.replace(/^-/u, '').split(' ') ?? []);
      expect(
        [...new Set(codes)].filter((code) => code !== '*' && !places.includes(code)),
        country,
      ).toEqual([]);
    }
  });
});

describe('corrections', () => {
  it.each(CORRECTIONS)('still have something to take away or to change in $country: $note', (correction) => {
    const { country, rules } = correction;
    const places = [undefined, ...subdivisionsOf(country).map(({ state }) => state)];
    const met = places.flatMap((state) => {
      const calendar = state === undefined ? new Holidays(country) : new Holidays(country, state);
      return applyCorrection({ calendar, rules: Reflect.get(calendar, 'holidays') }, correction);
    });
    const removed = Object.keys(rules).filter((rule) => rules[rule] === false);
    expect(removed.filter((rule) => !met.includes(rule))).toEqual([]);
  });

  it('are all told in the documentation, with their statute', () => {
    const page = textOf('docs/holidays.md');
    for (const { note, statute } of CORRECTIONS) expect(page).toContain(`| ${note} | ${statute} |`);
  });

  it('each name their statute, and a country that is there', () => {
    for (const { country, statute, note } of CORRECTIONS) {
      expect(COUNTRIES).toContain(country);
      expect(statute.length).toBeGreaterThan(10);
      expect(note).toMatch(/\.$/u);
    }
  });
});
