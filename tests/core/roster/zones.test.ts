import { describe, expect, it } from 'vitest';
import { zoneOfWindowsName } from '../../../utils/core/roster/windows-zones.ts';
import { isZone } from '../../../utils/core/time/zones.ts';
import { calendar, read, shiftsOf } from './files.ts';

const shift = (start: string, end: string): string[] => [`DTSTART${start}`, `DTEND${end}`, 'SUMMARY:T'];

describe('a Windows name', () => {
  it.each([
    ['Argentina Standard Time', 'America/Buenos_Aires'],
    ['E. South America Standard Time', 'America/Sao_Paulo'],
    ['Pacific SA Standard Time', 'America/Santiago'],
    ['SA Pacific Standard Time', 'America/Bogota'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['Montevideo Standard Time', 'America/Montevideo'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['gmt standard time', 'Europe/London'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['India Standard Time', 'Asia/Calcutta'],
    ['Russia Time Zone 11', 'Asia/Kamchatka'],
    ['UTC-11', 'Etc/GMT+11'],
  ])('%s is %s', (name, zone) => {
    expect(zoneOfWindowsName(name)).toBe(zone);
  });

  it('is no IANA name, nor anything else', () => {
    for (const name of ['Europe/Madrid', '', 'Standard Time', 'constructor', ' ST']) {
      expect(zoneOfWindowsName(name)).toBeNull();
    }
  });

  it('always leads to a zone that is known here', () => {
    const text = calendar(
      ...['Dateline', 'Hawaiian', 'Line Islands', 'Lord Howe', 'Samoa'].map((name) =>
        shift(`;TZID=${name} Standard Time:20260601T120000`, `;TZID=${name} Standard Time:20260601T130000`),
      ),
    );
    expect(read(text).questions).toEqual([]);
    for (const name of ['Dateline', 'Hawaiian', 'Line Islands', 'Lord Howe', 'Samoa']) {
      expect(isZone(zoneOfWindowsName(`${name} Standard Time`) ?? '')).toBe(true);
    }
  });
});

describe('the zone of a time', () => {
  it.each([
    ['a bare IANA name', ';TZID=America/New_York'],
    ['a quoted one', ';TZID="America/New_York"'],
    ['a Windows name', ';TZID=Eastern Standard Time'],
    ['the end of a path', ';TZID=/citadel.org/20210210_1/America/New_York'],
    ['the end of a longer path', ';TZID=/freeassociation.sourceforge.net/Tzfile/America/New_York'],
  ])('may be %s', (_, zone) => {
    // 12:00 in New York is 18:00 in Madrid, but for the weeks in which only one of them has changed its clocks.
    expect(shiftsOf(calendar(shift(`${zone}:20260105T120000`, `${zone}:20260105T130000`)))).toEqual([
      '2026-01-05 18:00-19:00 T',
    ]);
    expect(shiftsOf(calendar(shift(`${zone}:20260310T120000`, `${zone}:20260310T130000`)))).toEqual([
      '2026-03-10 17:00-18:00 T',
    ]);
  });

  it('may have three names', () => {
    const zone = ';TZID=/mozilla.org/20050126_1/America/Argentina/Cordoba';
    expect(shiftsOf(calendar(shift(`${zone}:20260105T120000`, `${zone}:20260105T130000`)))).toEqual([
      '2026-01-05 16:00-17:00 T',
    ]);
  });

  it('may be UTC, and differ between beginning and end', () => {
    expect(shiftsOf(calendar(shift(':20260105T120000Z', ';TZID=Asia/Tokyo:20260105T223000')))).toEqual([
      '2026-01-05 13:00-14:30 T',
    ]);
  });

  it('is asked for when nobody knows it, and taken from the answer', () => {
    const text = calendar(
      shift(';TZID=Planta Norte:20260105T120000', ';TZID=Planta Norte:20260105T130000'),
      shift(';TZID=Planta Norte:20260106T120000', ';TZID=Planta Norte:20260106T130000'),
      shift(';TZID=Planta Norte:20250106T120000', ';TZID=Planta Norte:20250106T130000'),
    );
    expect(shiftsOf(text)).toEqual(['2026-01-05 12:00-13:00 T', '2026-01-06 12:00-13:00 T']);
    expect(read(text).questions).toEqual([
      { kind: 'unknown-zone', name: 'Planta Norte', events: 2, assumed: 'Europe/Madrid' },
    ]);
    const answered = { zones: { 'Planta Norte': 'Europe/London' } };
    expect(shiftsOf(text, answered)[0]).toBe('2026-01-05 13:00-14:00 T');
    expect(read(text, answered).questions).toEqual([]);
  });

  it('is not that of an object’s parent', () => {
    const text = calendar(shift(';TZID=constructor:20260105T120000', ';TZID=constructor:20260105T130000'));
    expect(read(text).questions).toMatchObject([{ kind: 'unknown-zone', name: 'constructor' }]);
    expect(read(text, { zones: {} }).questions).toMatchObject([{ kind: 'unknown-zone' }]);
  });
});
