import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { countContacts, type KindCounts } from '../../../utils/core/rest/contact-counts.ts';
import { type AfterHoursMs, afterHoursByDay, workByWeek } from '../../../utils/core/rest/worked-time.ts';
import { compare, RUNS, timelineOfCase } from './cases.ts';
import * as oracle from './oracle.ts';

const MINUTE = 60_000;
const options = { timeout: 20_000 + RUNS * 100 };

const inMinutes = ({ observed, inferred, reported }: AfterHoursMs) =>
  [observed, inferred, reported].map((ms) => ms / MINUTE);

test('work after hours, and of each week', options, () => {
  let seen = 0;
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    const timeline = timelineOfCase(one);
    const days = oracle.daysOf(one, minutes.origin);
    const after = (of: oracle.Range) =>
      [3, 2, 1].map((kind) => oracle.countIn(minutes.recorded, kind, minutes.working, of));
    expect(afterHoursByDay(timeline).map(({ date, afterHoursMs }) => [date, inMinutes(afterHoursMs)])).toEqual(
      days.map(({ date, range: day }) => [date, after(day)]),
    );
    const nothing = new Uint8Array(minutes.working.length);
    const expected = oracle.weeksOf(days).map((week) => {
      const contracted = oracle.countIn(minutes.working, 1, nothing, week);
      const total = after(week).reduce((sum, count) => sum + count, contracted);
      return { contracted, after: after(week), total, above: Math.max(0, total - 20 * 60) };
    });
    const found = workByWeek(timeline, [{ validFrom: '2000-01-01', hours: 20 }]);
    expect(
      found.map(({ contractedMs, afterHoursMs, totalMs, aboveCapMs }) => ({
        contracted: contractedMs / MINUTE,
        after: inMinutes(afterHoursMs),
        total: totalMs / MINUTE,
        above: aboveCapMs / MINUTE,
      })),
    ).toEqual(expected);
    seen += found.filter(({ aboveCapMs }) => aboveCapMs > 0).length;
  });
  expect(seen).toBeGreaterThan(RUNS / 10);
});

test('contacts by weekday and hour, and by day', options, () => {
  compare((one) => {
    const { calendar } = timelineOfCase(one);
    const days = oracle.daysOf(one, 0);
    const [first, last] = oracle.rangeOf(days);
    const hours = new Map<string, number>();
    const byDay = new Map<string, number>();
    const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    for (const { at, verdict } of one.contacts) {
      if (at / MINUTE < first || at / MINUTE >= last) continue;
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(one.jobs[0]?.zone ?? 'UTC');
      add(hours, `${local.dayOfWeek} ${local.hour} ${verdict}`);
      const day = days.find(({ range: [from, until] }) => from <= at / MINUTE && at / MINUTE < until);
      add(byDay, `${day?.date} ${verdict}`);
    }
    const counts = countContacts(calendar, one.contacts);
    const listed = (name: string, kinds: KindCounts) =>
      Object.entries(kinds).flatMap(([kind, count]) => (count === 0 ? [] : [[`${name} ${kind}`, count] as const]));
    const foundHours = counts.byWeekdayAndHour.flatMap((row, weekday) =>
      row.flatMap((kinds, hour) => listed(`${weekday + 1} ${hour}`, kinds)),
    );
    expect(new Map(foundHours)).toEqual(hours);
    expect(new Map(counts.byDay.flatMap(({ date, contacts }) => listed(date, contacts)))).toEqual(byDay);
  });
});
