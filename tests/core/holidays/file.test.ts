import { describe, expect, it } from 'vitest';
import { readHolidayFile, readHolidayIndex } from '../../../utils/core/holidays/file.ts';
import { holidaysOf } from '../../../utils/core/holidays/holidays-of.ts';
import type { HolidayFile, WrittenHoliday, WrittenHolidayFile } from '../../../utils/core/holidays/types.ts';

const written = (holidays: readonly WrittenHoliday[], rest: Partial<WrittenHolidayFile> = {}): string =>
  JSON.stringify({
    format: 1,
    country: 'XX',
    years: [2026, 2027],
    languages: ['es'],
    places: ['N', 'S', 'S-1'],
    holidays,
    ...rest,
  });

function read(holidays: readonly WrittenHoliday[]): HolidayFile {
  const file = readHolidayFile(written(holidays));
  if (!file.ok) throw new Error(`${file.problem.code} ${file.problem.field}`);
  return file.value;
}

const all = (file: HolidayFile, place: string | null = null, language = 'es') =>
  holidaysOf(file, place, '2026-01-01', '2028-01-01', language).map(({ date, name }) => `${date} ${name}`);

describe('a holiday file', () => {
  it('gives one token to all years, or one to each', () => {
    const file = read([
      { name: { es: 'Fija' }, dates: '0101' },
      { name: { es: 'Móvil' }, dates: '0403 0326' },
      { name: { es: 'A veces' }, dates: '- 0302+1231' },
    ]);
    expect(all(file)).toEqual([
      '2026-01-01 Fija',
      '2026-04-03 Móvil',
      '2027-01-01 Fija',
      '2027-03-02 A veces',
      '2027-03-26 Móvil',
      '2027-12-31 A veces',
    ]);
  });

  it('knows where a day is kept', () => {
    const file = read([
      { name: { es: 'Todos' }, dates: '0101 -' },
      { name: { es: 'Norte' }, dates: '0102 -', in: 'N' },
      { name: { es: 'No en el sur' }, dates: '0103 -', in: '-S' },
      { name: { es: 'Solo el país' }, dates: '0104 -', in: '*' },
    ]);
    const names = (place: string | null) => all(file, place).map((line) => line.slice(11));
    expect(names('N')).toEqual(['Todos', 'Norte', 'No en el sur']);
    expect(names('S')).toEqual(['Todos']);
    expect(names('S-1')).toEqual(['Todos', 'No en el sur']);
    expect(names(null)).toEqual(['Todos', 'No en el sur', 'Solo el país']);
    expect(names('gone'), 'an unknown place is the country').toEqual(names(null));
  });

  it('speaks the language asked for, or the country’s, or English, or any', () => {
    const file = read([
      { name: { es: 'Año Nuevo', en: "New Year's Day", pt: 'Ano Novo' }, dates: '0101 -' },
      { name: { en: 'Boxing Day', fr: 'Lendemain' }, dates: '1226 -' },
      { name: { fr: 'Toussaint' }, dates: '1101 -' },
    ]);
    const names = (language: string) => all(file, null, language).map((line) => line.slice(11));
    expect(names('pt-BR')).toEqual(['Ano Novo', 'Toussaint', 'Boxing Day']);
    expect(names('de')).toEqual(['Año Nuevo', 'Toussaint', 'Boxing Day']);
    expect(names('fr')).toEqual(['Año Nuevo', 'Toussaint', 'Lendemain']);
    expect(names('constructor')).toEqual(names('de'));
  });

  it('names two holidays of one day together, and keeps within half-open dates', () => {
    const file = read([
      { name: { es: 'Una' }, dates: '0501' },
      { name: { es: 'Otra' }, dates: '0501' },
      { name: { es: 'Una' }, dates: '0501', in: '-N' },
    ]);
    expect(holidaysOf(file, null, '2026-05-01', '2027-05-01', 'es')).toEqual([
      { date: '2026-05-01', name: 'Una / Otra' },
    ]);
  });

  const HOLIDAY = { name: { es: 'x' }, dates: '0101' };

  it.each<[string, string, string]>([
    ['is no JSON', 'hello', ''],
    ['breaks off', written([HOLIDAY]).slice(0, -5), ''],
    ['is too big', ' '.repeat(1_048_577), ''],
    ['is another format', written([], { format: 2 as 1 }), 'format'],
    ['has an unknown key', JSON.stringify({ ...JSON.parse(written([])), more: 1 }), ''],
    ['has years in the wrong order', written([], { years: [2027, 2026] }), 'years'],
    ['has years without end', written([], { years: [1900, 2199] }), 'years'],
    ['has a 30 February', written([HOLIDAY, { ...HOLIDAY, dates: '0230' }]), 'holidays[1].dates'],
    ['has a 29 February in a common year', written([{ ...HOLIDAY, dates: '- 0229' }]), 'holidays[0].dates'],
    ['has too few years', written([{ ...HOLIDAY, dates: '0101 0101 0101' }]), 'holidays[0].dates'],
    ['has a date with a sign', written([{ ...HOLIDAY, dates: '-101' }]), 'holidays[0].dates'],
    ['has an empty name', written([{ ...HOLIDAY, name: { es: '' } }]), 'holidays[0].name.es'],
    ['has a long name', written([{ ...HOLIDAY, name: { es: 'x'.repeat(121) } }]), 'holidays[0].name.es'],
    ['has too many holidays', written(Array.from({ length: 1_001 }, () => HOLIDAY)), 'holidays'],
    [
      'has a name for an object’s parent',
      written([]).replace('"holidays":[]', '"holidays":[{"name":{"__proto__":"x"},"dates":"0101","in":5}]'),
      'holidays[0].in',
    ],
  ])('is refused when it %s', (_, text, field) => {
    expect(readHolidayFile(text)).toEqual({ ok: false, problem: { code: 'holidays.file-damaged', field } });
  });
});

describe('the index', () => {
  const INDEX = { years: [2026, 2027], attribution: 'a', licence: 'https://example.org/', countries: [] };

  it('is read', () => {
    expect(readHolidayIndex(JSON.stringify(INDEX))).toEqual({ ok: true, value: INDEX });
  });

  it('is refused when it links elsewhere than by https', () => {
    expect(readHolidayIndex(JSON.stringify({ ...INDEX, licence: 'javascript:alert(1)' }))).toEqual({
      ok: false,
      problem: { code: 'holidays.file-damaged', field: 'licence' },
    });
  });
});
