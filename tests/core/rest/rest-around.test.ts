import { expect, test } from 'vitest';
import { restAround } from '../../../utils/core/rest/rest-around.ts';
import { compare, RUNS, timelineOfCase } from './cases.ts';
import * as oracle from './oracle.ts';
import { contactsOf, employmentNamed, timelineOf } from './sample.ts';

const MINUTE = 60_000;

/** Goes from minute to minute until something is met; null at the end of what the timeline promises to know. */
function walked(minutes: ReturnType<typeof oracle.minutesOf>, at: number, [first, last]: oracle.Range) {
  if (minutes.busy[at] === 1) return null;
  let before = at;
  while (before > first && minutes.busy[before - 1] === 0 && (before === at || !minutes.contacts.has(before)))
    before -= 1;
  let after = at + 1;
  while (after < last && minutes.busy[after] === 0 && !minutes.contacts.has(after)) after += 1;
  return { before: before > first ? at - before : null, after: after < last ? after - at : null };
}

test('rest on either side of an instant, against a walk from minute to minute', {
  timeout: 20_000 + RUNS * 100,
}, () => {
  let [rests, busy] = [0, 0];
  compare((one) => {
    const minutes = oracle.minutesOf(one);
    const [from, until] = oracle.rangeOf(oracle.daysOf(one, minutes.origin));
    const timeline = timelineOfCase(one);
    const instants = [
      ...[...minutes.contacts.keys()].filter((at) => at >= from && at < until),
      ...Array.from({ length: 15 }, (_, index) => from + Math.floor(((until - from) * index) / 15)),
    ];
    for (const at of instants) {
      const expected = walked(minutes, at, [from, until]);
      const found = restAround(timeline, minutes.origin + at * MINUTE);
      expect(found === null).toBe(expected === null);
      if (found === null || expected === null) {
        busy += 1;
        continue;
      }
      rests += 1;
      const length = (stretch: typeof found.before) =>
        stretch === null ? null : (stretch.until - stretch.from) / MINUTE;
      // Beyond the calendar the timeline may know more than it promises.
      if (expected.before !== null) expect(length(found.before)).toBe(expected.before);
      else expect(length(found.before) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(at - from);
      if (expected.after !== null) expect(length(found.after)).toBe(expected.after);
      else expect(length(found.after) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(until - at);
    }
  });
  expect(Math.min(rests, busy)).toBeGreaterThan(RUNS);
});

test('an evening in Madrid: from the end of work, up to the next contact, and none before or after anything is known', () => {
  const office = employmentNamed('office-madrid');
  const timeline = timelineOf(office, '2026-11-24', '2026-11-25', {
    contacts: contactsOf(office, ['2026-11-24T21:30+01:00', '2026-11-24T23:00+01:00']),
  });
  const around = (time: string) => restAround(timeline, Date.parse(`2026-11-24T${time}+01:00`));
  const stretch = (from: string, until: string) => ({
    from: Date.parse(`2026-11-24T${from}+01:00`),
    until: Date.parse(`${until}+01:00`),
  });
  expect(around('21:30')).toEqual({
    before: stretch('18:00', '2026-11-24T21:30'),
    after: stretch('21:30', '2026-11-24T23:00'),
  });
  expect(around('23:00')).toEqual({
    before: stretch('21:30', '2026-11-24T23:00'),
    after: stretch('23:00', '2026-11-25T09:00'),
  });
  expect(around('18:00')?.before).toEqual(stretch('18:00', '2026-11-24T18:00'));
  expect(around('17:59')).toBeNull();
  expect(restAround(timelineOf(employmentNamed('free-santiago'), '2026-11-24', '2026-11-25'), 0)).toEqual({
    before: null,
    after: null,
  });
});
