import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dailyRests } from '../../../utils/core/rest/daily-rest.ts';
import { disconnectionByDay } from '../../../utils/core/rest/disconnection.ts';
import { type CheckedRest, restPeriods } from '../../../utils/core/rest/rest-periods.ts';
import type { Stretch } from '../../../utils/core/rest/types.ts';
import { weeklyRests } from '../../../utils/core/rest/weekly-rest.ts';
import { compare, type NumberedContact, RUNS, timelineOfCase } from './cases.ts';
import * as oracle from './oracle.ts';

const MINUTE = 60_000;
const options = { timeout: 20_000 + RUNS * 100 };

const numbers = (contacts: readonly NumberedContact[]) => contacts.map(({ number }) => number);

/** Both sides in minutes after the oracle's first. */
const range = (stretch: Stretch | null, origin: number) =>
  stretch === null ? null : [(stretch.from - origin) / MINUTE, (stretch.until - origin) / MINUTE];

test('longest disconnection of each day', options, () => {
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    for (const dayWindow of ['calendar-day', 'from-start-of-work'] as const) {
      const expected = oracle.daysOf(one, minutes.origin).map(({ date, range: day }) => {
        const start = oracle.startIn(minutes, day) ?? day[0];
        const window: oracle.Range = dayWindow === 'calendar-day' ? day : [start, start + 1_440];
        const longest = oracle.longestRun(minutes.busy, minutes.contacts, window);
        return [date, longest, oracle.numbersIn(minutes, window)];
      });
      const found = disconnectionByDay(timelineOfCase(one), dayWindow).map(({ date, longest, contacts }) => [
        date,
        range(longest, minutes.origin),
        numbers(contacts),
      ]);
      expect(found).toEqual(expected);
    }
  });
});

test('rests between two shifts', options, () => {
  let seen = 0;
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    const expected = oracle.gaps(minutes, oracle.rangeOf(oracle.daysOf(one, minutes.origin))).map((gap) => ({
      contracted: gap,
      longest: oracle.longestRun(minutes.busy, minutes.contacts, gap),
      contacts: oracle.numbersIn(minutes, gap),
    }));
    const found = restPeriods(timelineOfCase(one)).map(({ contracted, longest, contacts }) => ({
      contracted: range(contracted, minutes.origin),
      longest: range(longest, minutes.origin),
      contacts: numbers(contacts),
    }));
    expect(found).toEqual(expected);
    seen += found.length;
  });
  expect(seen).toBeGreaterThan(RUNS * 3);
});

const checked = (
  minutes: ReturnType<typeof oracle.minutesOf>,
  window: oracle.Range,
  required: number,
  before?: number,
) => {
  const contracted = oracle.longestRun(minutes.shift, null, window, before);
  const longest = oracle.longestRun(minutes.busy, minutes.contacts, window, before);
  const [of = 0, left = 0] = [contracted, longest].map((run) => (run === null ? 0 : run[1] - run[0]));
  return {
    contracted,
    longest,
    contacts: oracle.numbersIn(minutes, contracted),
    outcome: left >= required ? 'kept' : of < required ? 'short' : 'broken',
  };
};

const readable = (rest: CheckedRest<NumberedContact>, origin: number) => ({
  contracted: range(rest.contracted, origin),
  longest: range(rest.longest, origin),
  contacts: numbers(rest.contacts),
  outcome: rest.outcome,
});

test('daily rest', options, () => {
  const outcomes = new Set<string>();
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    for (const rule of [{ hours: 11, withinHours: 24 }, { hours: 12 }, { hours: 8, withinHours: 36 }]) {
      const expected = oracle.daysOf(one, minutes.origin).flatMap(({ date, range: day }) => {
        const start = oracle.startIn(minutes, day);
        const end =
          rule.withinHours === undefined
            ? oracle.startIn(minutes, [day[1], Number.POSITIVE_INFINITY])
            : (start ?? 0) + rule.withinHours * 60;
        return start === null || end === null ? [] : [{ date, ...checked(minutes, [start, end], rule.hours * 60) }];
      });
      const found = dailyRests(timelineOfCase(one), rule).map((rest) => ({
        date: rest.date,
        ...readable(rest, minutes.origin),
      }));
      expect(found).toEqual(expected);
      for (const { outcome } of found) outcomes.add(outcome);
    }
  });
  expect(outcomes.size).toBe(3);
});

test('weekly rest', options, () => {
  const outcomes = new Set<string>();
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    const weeks = oracle.weeksOf(oracle.daysOf(one, minutes.origin));
    for (const hours of [24, 35, 48]) {
      const expected = weeks.map((week) =>
        checked(minutes, [week[0], oracle.endOfRest(minutes, week)], hours * 60, week[1]),
      );
      const rests = weeklyRests(timelineOfCase(one), { kind: 'hours', hours });
      expect(rests.map((rest) => readable(rest, minutes.origin))).toEqual(expected);
      for (const { outcome } of rests) outcomes.add(outcome);
    }
  });
  expect(outcomes.size).toBe(3);
});

test('weekly rest in a window', options, () => {
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    for (const [startMinute, endMinute] of [
      [7_980, 10_080],
      [8_460, 10_440],
    ] as const) {
      const expected = Array.from({ length: one.weeks }, (_, week) => {
        const midnight = Temporal.PlainDate.from(one.monday)
          .add({ days: week * 7 })
          .toPlainDateTime();
        const [from = 0, until = 0] = [startMinute, endMinute].map(
          (after) =>
            (midnight.add({ minutes: after }).toZonedDateTime(one.jobs[0]?.zone ?? 'UTC').epochMilliseconds -
              minutes.origin) /
            MINUTE,
        );
        return checked(minutes, [from, until], until - from);
      });
      const found = weeklyRests(timelineOfCase(one), { kind: 'window', startMinute, endMinute });
      expect(found.map((rest) => readable(rest, minutes.origin))).toEqual(expected);
    }
  });
});
