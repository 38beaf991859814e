import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { zoneAt } from '../../../utils/core/hours/zone-moves.ts';
import { calendarOf, type ZoneHistory } from '../../../utils/core/rest/calendar.ts';
import { HOUR_MS } from '../../../utils/core/time/instant.ts';

const hours = ({ from, until }: { from: number; until: number }) => (until - from) / HOUR_MS;

describe('weeks', () => {
  test('the year of a week is the year of its Thursday', () => {
    const { weeks } = calendarOf({ zone: 'Europe/Madrid' }, '2019-12-25', '2031-01-10');
    for (const { week, monday, days } of weeks) {
      const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(monday);
      expect(week).toBe(`${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`);
      expect(days).toHaveLength(7);
    }
    expect(weeks.find(({ monday }) => monday === '2026-12-28')?.week).toBe('2026-W53');
    expect(weeks.find(({ monday }) => monday === '2024-12-30')?.week).toBe('2025-W01');
  });

  test('whole weeks, wherever the range begins and ends', () => {
    const dates = (from: string, until: string) =>
      calendarOf({ zone: 'UTC' }, from, until).days.map(({ date }) => date);
    expect(dates('2026-11-25', '2026-11-26').at(0)).toBe('2026-11-23');
    expect(dates('2026-11-25', '2026-11-26')).toHaveLength(7);
    expect(dates('2026-11-29', '2026-11-30')).toHaveLength(7);
    expect(dates('2026-11-29', '2026-12-01')).toHaveLength(14);
    expect(dates('2026-11-25', '2026-11-25')).toHaveLength(7);
    expect(dates('2026-11-23', '2026-11-23')).toEqual([]);
  });

  test('days follow each other without gap or overlap, whatever the clocks do', () => {
    for (const zone of ['America/Santiago', 'America/Havana', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Beirut']) {
      const { days, from, until } = calendarOf({ zone }, '2011-01-01', '2012-06-01');
      let reached = from;
      for (const day of days) {
        expect(day.from).toBe(reached);
        expect(day.from).toBe(Temporal.PlainDate.from(day.date).toZonedDateTime(zone).epochMilliseconds);
        reached = day.until;
      }
      expect(reached).toBe(until);
    }
  });
});

test('a day that the zone leaves out is not there', () => {
  const { days } = calendarOf({ zone: 'Pacific/Apia' }, '2011-12-26', '2012-01-02');
  expect(days.map(({ date }) => date)).toEqual([
    '2011-12-26',
    '2011-12-27',
    '2011-12-28',
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
  ]);
});

describe('a person who moves', () => {
  const move = (from: string, zone: string) => ({ from: Date.parse(from), zone });
  const dayOf = (zones: ZoneHistory, date: string) =>
    calendarOf(zones, '2026-11-23', '2026-11-30').days.find((day) => day.date === date);

  test('west: Wednesday 25 November has thirty hours', () => {
    const zones = { zone: 'Europe/Madrid', moves: [move('2026-11-25T02:00:00+01:00', 'America/Bogota')] };
    const day = dayOf(zones, '2026-11-25');
    expect(day?.from).toBe(Date.parse('2026-11-25T00:00:00+01:00'));
    expect(day?.until).toBe(Date.parse('2026-11-26T00:00:00-05:00'));
    expect(day && hours(day)).toBe(30);
    expect(calendarOf(zones, '2026-11-23', '2026-11-30').weeks.map(hours)).toEqual([174]);
  });

  test('east: Tuesday ends where it is Wednesday already', () => {
    const zones = { zone: 'America/Bogota', moves: [move('2026-11-24T20:00:00-05:00', 'Europe/Madrid')] };
    expect(dayOf(zones, '2026-11-24')?.until).toBe(Date.parse('2026-11-24T20:00:00-05:00'));
    expect(dayOf(zones, '2026-11-25')?.until).toBe(Date.parse('2026-11-26T00:00:00+01:00'));
    expect(calendarOf(zones, '2026-11-23', '2026-11-30').weeks.map(hours)).toEqual([162]);
  });

  test('there and back, and the zone in force', () => {
    const zones = {
      zone: 'Europe/Madrid',
      moves: [move('2026-11-24T12:00:00+01:00', 'America/Bogota'), move('2026-11-27T12:00:00-05:00', 'Europe/Madrid')],
    };
    expect(calendarOf(zones, '2026-11-23', '2026-11-30').weeks.map(hours)).toEqual([168]);
    expect(dayOf(zones, '2026-11-26')?.from).toBe(Date.parse('2026-11-26T00:00:00-05:00'));
    expect(zoneAt(zones, Date.parse('2026-11-24T11:59:59+01:00'))).toBe('Europe/Madrid');
    expect(zoneAt(zones, Date.parse('2026-11-24T12:00:00+01:00'))).toBe('America/Bogota');
    expect(zoneAt(zones, Date.parse('2026-11-28T12:00:00+01:00'))).toBe('Europe/Madrid');
  });
});
