import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../utils/core/time/calendar.ts';
import { readIso } from '../../../utils/core/time/iso-text.ts';
import { STRETCH_MS, zoneClock } from '../../../utils/core/time/zone-clock.ts';
import {
  dateOf,
  instantOf,
  isLocalDate,
  isoWithOffset,
  isZone,
  localParts,
  offsetMinutesAt,
} from '../../../utils/core/time/zones.ts';

const at = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;
const AWKWARD = [
  'Africa/Casablanca',
  'Africa/Monrovia',
  'America/Havana',
  'America/New_York',
  'America/Noronha',
  'America/Nuuk',
  'America/Santiago',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Europe/Madrid',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Kwajalein',
];

describe('names of zones', () => {
  test.each(['America/Bogota', 'UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])('%s is one', (name) => {
    expect(isZone(name)).toBe(true);
  });

  test.each(['', 'Mars/Olympus', '+05:00', '-03', 'America/Bogotá', ' UTC', 'UTC\n', 'A'.repeat(70), '__proto__'])(
    '%j is none',
    (name) => {
      expect(isZone(name)).toBe(false);
      expect(() => localParts(0, name)).toThrow(RangeError);
    },
  );
});

describe('against Temporal', { timeout: 60_000 }, () => {
  test.each(AWKWARD)('%s: every clock change from 1970 to 2100', (zone) => {
    const differences: unknown[] = [];
    let change = Temporal.Instant.from('1970-01-02T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
    let before = Number.NEGATIVE_INFINITY;
    for (; change !== null && change.year < 2100; change = change.getTimeZoneTransition('next')) {
      // The clock takes for granted that no stretch holds two changes.
      expect(change.epochMilliseconds - before).toBeGreaterThan(STRETCH_MS);
      before = change.epochMilliseconds;
      for (const minutes of [-1_500, -120, -60, -30, -1, 0, 1, 29, 30, 59, 60, 120, 1_500]) {
        const wall = change.toPlainDateTime().add({ minutes }).round('minute');
        const expected = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
        const got = instantOf(wall.toPlainDate().toString(), wall.hour * 60 + wall.minute, zone);
        if (got !== expected) differences.push([wall.toString(), got, expected]);
        const moment = change.epochMilliseconds + minutes * 60_000 - 1;
        const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
        const offsetMs = zoned.offsetNanoseconds / 1e6;
        if (zoneClock(zone).offsetAt(moment) !== offsetMs) differences.push([zoned.toString(), offsetMs]);
      }
    }
    expect(differences).toEqual([]);
  });

  test('Noronha in October 2000: the two closest changes of all zones, hour by hour', () => {
    const zone = 'America/Noronha';
    const differences: unknown[] = [];
    for (let moment = at('2000-10-01T00:00Z'); moment < at('2000-10-31T00:00Z'); moment += 3_600_000) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
      if (offsetMinutesAt(moment, zone) !== zoned.offsetNanoseconds / 6e10) differences.push(zoned.toString());
    }
    expect(differences).toEqual([]);
    expect(offsetMinutesAt(at('2000-10-10T00:00Z'), zone)).toBe(-60);
  });
});

describe('wall clock to instant', () => {
  test.each([
    ['a gap moves on by its length', 'Europe/Madrid', '2026-03-29', 150, '2026-03-29T03:30+02:00'],
    ['the opening of a gap', 'Europe/Madrid', '2026-03-29', 120, '2026-03-29T03:00+02:00'],
    ['a repeat means the earlier', 'Europe/Madrid', '2026-10-25', 150, '2026-10-25T02:30+02:00'],
    ['the end of a repeat is past it', 'Europe/Madrid', '2026-10-25', 180, '2026-10-25T03:00+01:00'],
    ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', 135, '2026-10-04T02:45+11:00'],
    ['a repeat of half an hour', 'Australia/Lord_Howe', '2026-04-05', 105, '2026-04-05T01:45+11:00'],
    ['a gap on midnight', 'America/Santiago', '2026-09-06', 0, '2026-09-06T01:00-03:00'],
    ['a day that Samoa never had', 'Pacific/Apia', '2011-12-30', 540, '2011-12-31T09:00+14:00'],
    ['Ramadan, clocks back', 'Africa/Casablanca', '2026-02-15', 150, '2026-02-15T02:30+01:00'],
    ['minutes of the next day', 'America/Bogota', '2026-12-31', 1_800, '2027-01-01T06:00-05:00'],
    ['two hours in one step', 'Antarctica/Troll', '2026-03-29', 90, '2026-03-29T03:30+02:00'],
  ])('%s', (_, zone, date, minute, expected) => {
    expect(new Date(instantOf(date, minute, zone)).toISOString()).toBe(new Date(at(expected)).toISOString());
  });
});

describe('instant to wall clock', () => {
  test('date, minute with fraction, weekday', () => {
    expect(localParts(at('2026-11-24T22:14:30.000-05:00'), 'America/Bogota')).toEqual({
      date: '2026-11-24',
      minute: 22 * 60 + 14.5,
      weekday: 2,
    });
    expect(localParts(at('2026-11-23T00:00Z'), 'UTC')).toEqual({ date: '2026-11-23', minute: 0, weekday: 1 });
    expect(localParts(-1, 'UTC')).toMatchObject({ date: '1969-12-31', weekday: 3 });
    expect(dateOf(at('2026-11-23T23:30Z'), 'Asia/Kolkata')).toBe('2026-11-24');
  });

  test.each([
    ['2026-11-24T22:14:03.120-03:00', 'America/Argentina/Buenos_Aires'],
    ['2026-11-24T22:14:03.000+05:30', 'Asia/Kolkata'],
    ['2026-11-24T22:14:03.000+00:00', 'UTC'],
    ['2026-10-25T02:30:00.000+01:00', 'Europe/Madrid'],
    ['2026-11-24T22:14:03.000-03:30', 'America/St_Johns'],
  ])('%s', (iso, zone) => {
    expect(isoWithOffset(at(iso), zone)).toBe(iso);
  });

  test('seconds of an old offset are rounded, the instant stays', () => {
    const moment = at('1971-06-01T12:00:00Z'); // Monrovia: -00:44:30
    expect(zoneClock('Africa/Monrovia').offsetAt(moment)).toBe(-(44 * 60 + 30) * 1_000);
    const iso = isoWithOffset(moment, 'Africa/Monrovia');
    expect(iso).toMatch(/^1971-06-01T11:1[56]:00\.000-00:4[45]$/);
    expect(at(iso)).toBe(moment);
  });
});

describe('the calendar', () => {
  test('steps', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-11-24', '2027-11-24')).toBe(365);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  test.each(['2026-11-24', '2028-02-29', '1900-01-01', '2199-12-31'])('%s is a date', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    '2026-11-24T00:00',
    ' 2026-11-24',
    '',
  ])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('written instants', () => {
  test.each([
    '2026-11-24T22:14:03.120-03:00',
    '2026-11-24T22:14:03+14:00',
    '2026-11-24T22:14Z',
    '2028-02-29T00:00:00.000Z',
    '1970-01-01T00:00:00.001Z',
  ])('%s', (text) => {
    expect(readIso(text)).toBe(at(text));
  });

  test.each([
    '2026-02-30T00:00Z',
    '2026-11-24T24:00Z',
    '2026-11-24T22:60Z',
    '2026-11-24T22:14',
    '2026-11-24 22:14Z',
    '2026-11-24T22:14:03.1Z',
    '2026-11-24T22:14+25:00',
    '2026-11-24',
    '+012026-11-24T22:14Z',
    '',
  ])('%j is refused', (text) => {
    expect(readIso(text)).toBeNull();
  });
});

describe('the machine', () => {
  const before = process.env.TZ;
  afterEach(() => {
    process.env.TZ = before ?? '';
  });

  test.each(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'])('set to %s gives the same answers', (zone) => {
    process.env.TZ = zone;
    expect(new Date(at('2026-07-01T00:00Z')).getTimezoneOffset()).toBe(
      -offsetMinutesAt(at('2026-07-01T00:00Z'), zone) || 0,
    );
    expect(instantOf('2026-03-29', 150, 'Europe/Madrid')).toBe(at('2026-03-29T03:30+02:00'));
    expect(instantOf('2026-03-08', 150, 'Europe/Madrid')).toBe(at('2026-03-08T02:30+01:00'));
    expect(addDays('2011-12-29', 1)).toBe('2011-12-30');
    expect(daysBetween('2011-12-29', '2011-12-31')).toBe(2);
    expect(isLocalDate('2011-12-30')).toBe(true);
  });
});
