import { describe, expect, test } from 'vitest';
import { restAround, timelineBetween } from '../../../utils/core/hours/timeline.ts';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { below, randomCase, seeded } from './random.ts';
import { employment, OFFICE, onCall, override, weekly } from './sample.ts';
import { written } from './written.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('the timeline', () => {
  test('tiles any stretch without gap or overlap, and says what the verdict says', { timeout: 60_000 }, () => {
    const random = seeded(21);
    let stretches = 0;
    for (let run = 0; run < 200; run += 1) {
      const { employment: job, at } = randomCase(random);
      const until = at + 1 + below(random, 30 * DAY);
      const line = [...timelineBetween(job, at, until)];
      expect([line[0]?.from, line.at(-1)?.until]).toEqual([at, until]);
      for (const [index, stretch] of line.entries()) {
        const before = line[index - 1];
        expect(stretch.until).toBeGreaterThan(stretch.from);
        if (before !== undefined) {
          expect(stretch.from).toBe(before.until);
          expect(stretch.kind).not.toBe(before.kind);
        }
        const { until: _until, ...verdict } = verdictAt(job, stretch.from);
        expect(stretch).toMatchObject(verdict);
        const between = stretch.from + below(random, stretch.until - stretch.from);
        expect(verdictAt(job, between).kind).toBe(stretch.kind);
      }
      stretches += line.length;
    }
    expect(stretches).toBeGreaterThan(2_000);
  });

  test('is empty where there is no time', () => {
    expect([...timelineBetween(employment(), 1_000, 1_000)]).toEqual([]);
    expect([...timelineBetween(employment(), 1_000, 999)]).toEqual([]);
  });

  test('of an on-call weekend', () => {
    const line = timelineBetween(
      written('on-call-lima'),
      Date.parse('2026-11-27T17:00-05:00'),
      Date.parse('2026-11-30T10:00-05:00'),
    );
    expect([...line].map(({ kind, reason, from }) => [kind, reason, new Date(from - 5 * HOUR).toISOString()])).toEqual([
      ['working', 'within-hours', '2026-11-27T17:00:00.000Z'],
      ['off', 'outside-hours', '2026-11-27T18:00:00.000Z'],
      ['on-call', 'on-call', '2026-11-28T00:00:00.000Z'],
      ['off', 'off-now', '2026-11-29T10:00:00.000Z'],
      ['on-call', 'on-call', '2026-11-29T11:00:00.000Z'],
      ['off', 'outside-hours', '2026-11-30T00:00:00.000Z'],
      ['working', 'within-hours', '2026-11-30T09:00:00.000Z'],
    ]);
  });
});

describe('rest around an instant', () => {
  const job = employment({
    hours: [{ validFrom: '2026-01-01', validUntil: '2026-12-01', pattern: OFFICE }],
    exceptions: [onCall('2026-11-28T13:00:00-05:00', '2026-11-28T20:00:00-05:00')],
  });

  test.each([
    ['while working', '2026-11-24T12:00', 0, 0],
    ['after work', '2026-11-24T17:00', 0, 16],
    ['in the night', '2026-11-25T03:00', 10, 6],
    ['at the weekend, on call', '2026-11-28T15:00', 22, 42],
    ['before the first day', '2025-12-31T09:00', null, 24],
    ['before it, further than 400 days', '2024-11-01T09:00', null, null],
    ['after the last', '2027-01-01T17:00', 32 * 24, null],
    ['after it, 400 days on', '2028-01-04T17:00', 400 * 24, null],
    ['and one second more', '2028-01-04T17:00:01', null, null],
  ])('%s', (_, at, before, after) => {
    expect(restAround(job, Date.parse(`${at}-05:00`))).toEqual({
      before: before === null ? null : before * HOUR,
      after: after === null ? null : after * HOUR,
    });
  });

  test('of somebody who never works by contract and was called in once', () => {
    const called = override('working-now', '2026-11-24T12:00:00-05:00', '2026-11-24T12:30:00-05:00');
    const idle = employment({ hours: [{ validFrom: '2026-01-01', pattern: weekly() }], exceptions: [called] });
    expect(restAround(idle, Date.parse('2026-12-24T12:30:00-05:00'))).toEqual({ before: 30 * DAY, after: null });
  });
});
