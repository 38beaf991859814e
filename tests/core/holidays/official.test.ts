import { describe, expect, it } from 'vitest';
import { holidaysOf } from '../../../utils/core/holidays/holidays-of.ts';
import { committed, daysOf } from './committed.ts';
import { daysFrom, easter, orthodoxEaster } from './computus.ts';
import { OFFICIAL } from './official-days.ts';

const YEARS = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032];

describe('public holidays', () => {
  it.each(OFFICIAL)('of $place in $year are those of $source', ({ place, year, days }) => {
    expect(daysOf(place, year)).toEqual(days.split(' '));
  });

  it('are a day off in Guayaquil on 9 October, and not on 10 September', () => {
    expect(daysOf('EC', 2026)).toContain('10-09');
    for (const year of YEARS) expect(daysOf('EC', year)).not.toContain('09-10');
  });

  it('have eleven days off in Ecuador from 2024 to 2032, none of them on a weekend', () => {
    const all = YEARS.flatMap((year) => daysOf('EC', year).map((day) => new Date(`${year}-${day}T00:00:00Z`)));
    expect(all.filter((day) => [0, 6].includes(day.getUTCDay()))).toEqual([]);
    // New Year of 2028 and of 2033 are taken on the last day of the year before.
    expect(all).toHaveLength(11 * YEARS.length + 1);
  });

  it('of the Philippines in 2026 are those of Proclamation 1006, and the two Eids that come later', () => {
    const named = holidaysOf(committed('PH'), null, '2026-01-01', '2027-01-01', 'en');
    const eids = named.filter(({ name }) => name.includes('Eid'));
    expect(eids).toHaveLength(2);
    expect(named.filter((holiday) => !eids.includes(holiday)).map(({ date }) => date.slice(5))).toEqual(
      '01-01 02-17 04-02 04-03 04-04 04-09 05-01 06-12 08-21 08-31 11-01 11-02 11-30 12-08 12-24 12-25 12-30 12-31'.split(
        ' ',
      ),
    );
  });

  it('call the Ascension by its name in Colombia', () => {
    const names = holidaysOf(committed('CO'), null, '2026-05-18', '2026-05-19', 'es').map(({ name }) => name);
    expect(names).toEqual(['Ascensión del Señor']);
  });

  it('are named in Japanese for Japan', () => {
    const [first] = holidaysOf(committed('JP'), null, '2026-01-01', '2026-01-02', 'ja');
    expect(first?.name).toBe('元日');
  });
});

describe('Easter', () => {
  it('is where calendars have it', () => {
    expect([2024, 2025, 2026, 2038].map(easter)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25']);
    expect([2024, 2025, 2026].map(orthodoxEaster)).toEqual(['2024-05-05', '2025-04-20', '2026-04-12']);
  });

  it.each([
    ['AR', -2],
    ['BR', -2],
    ['CL', -2],
    ['CL', -1],
    ['CO', -3],
    ['CO', -2],
    ['CO', 43],
    ['CO', 64],
    ['CO', 71],
    ['EC', -48],
    ['EC', -47],
    ['EC', -2],
    ['PE', -3],
    ['PE', -2],
    ['ES', -2],
    ['PH', -3],
    ['SV', -1],
    ['AU-NSW', 0],
    ['AU-NSW', 1],
    ['FR', 1],
    ['FR', 39],
    ['FR', 50],
    ['DE-BY', 60],
    ['PT', 60],
  ])('moves a holiday of %s by %i days every year', (place, days) => {
    for (const year of YEARS) expect(daysOf(place, year)).toContain(daysFrom(easter(year), days).slice(5));
  });

  it.each([
    ['GR', -48],
    ['GR', 1],
    ['CY', -48],
    ['CY', 50],
    ['BG', -2],
    ['BG', -1],
    ['BG', 1],
  ])('of the Orthodox moves a holiday of %s by %i days every year', (place, days) => {
    for (const year of YEARS) expect(daysOf(place, year)).toContain(daysFrom(orthodoxEaster(year), days).slice(5));
  });

  it.each(['CL', 'CO', 'PE', 'PH', 'UY'])('Sunday is no holiday of its own in %s', (place) => {
    for (const year of YEARS) expect(daysOf(place, year)).not.toContain(easter(year).slice(5));
  });
});
