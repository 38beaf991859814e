import { describe, expect, test } from 'vitest';
import { combinedStateAt } from '../../../utils/core/hours/combined.ts';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { randomCase, seeded } from './random.ts';
import { employment, OFFICE, onCall, span, weekly } from './sample.ts';

describe('several employments', () => {
  const shift = (start: number, end: number) => weekly(...Array(7).fill([span(start, end)]));
  const job = (id: string, start: number, end: number) =>
    employment({ id, zone: 'UTC', hours: [{ validFrom: '2026-01-01', pattern: shift(start, end) }] });
  const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);

  test('none at all', () => {
    expect(combinedStateAt([], at('12:00'))).toEqual({ state: null, until: null });
  });

  test.each([
    ['both off: the earlier start', '05:00', 'off', '08:00'],
    ['one works, the other takes over before it stops', '08:30', 'working', '16:00'],
    ['both work', '11:30', 'working', '16:00'],
    ['only the second', '15:00', 'working', '16:00'],
    ['off again, until tomorrow', '16:00', 'off', '32:00'],
  ])('%s', (_, time, state, until) => {
    const jobs = [job('morning', 480, 720), job('day', 660, 960)];
    const expected = at('00:00') + Number(until.slice(0, 2)) * 3_600_000;
    expect(combinedStateAt(jobs, at(time))).toEqual({ state, until: expected });
  });

  test('one that touches the other carries on', () => {
    const jobs = [job('a', 480, 720), job('b', 720, 900), job('c', 900, 960)];
    expect(combinedStateAt(jobs, at('09:00'))).toEqual({ state: 'working', until: at('16:00') });
  });

  test('taking turns for ever has no end', () => {
    const jobs = [job('day', 480, 1_200), job('night', 1_200, 1_920)];
    expect(combinedStateAt(jobs, at('09:00'))).toEqual({ state: 'working', until: null });
  });

  test('one that never works again changes nothing', () => {
    const over = employment({
      id: 'old',
      hours: [{ validFrom: '2025-01-01', validUntil: '2026-01-01', pattern: OFFICE }],
    });
    expect(combinedStateAt([over], at('09:00'))).toEqual({ state: 'off', until: null });
    expect(combinedStateAt([over, job('a', 480, 720)], at('13:00')).until).toBe(at('08:00') + 86_400_000);
  });

  test('on call while nobody works and one stands by', () => {
    const duty = [onCall('2026-11-24T06:00Z', '2026-11-24T09:00Z'), onCall('2026-11-24T11:00Z', '2026-11-24T14:00Z')];
    const jobs = [job('day', 480, 720), { ...job('duty', 1_200, 1_260), exceptions: duty }];
    expect(combinedStateAt(jobs, at('05:00'))).toEqual({ state: 'off', until: at('06:00') });
    expect(combinedStateAt(jobs, at('07:00'))).toEqual({ state: 'on-call', until: at('08:00') });
    expect(combinedStateAt(jobs, at('08:30'))).toEqual({ state: 'working', until: at('12:00') });
    expect(combinedStateAt(jobs, at('12:30'))).toEqual({ state: 'on-call', until: at('14:00') });
    expect(combinedStateAt(jobs, at('14:00'))).toEqual({ state: 'off', until: at('20:00') });
  });

  test('who hands the duty over stays on call', () => {
    const first = { ...job('a', 0, 60), exceptions: [onCall('2026-11-24T06:00Z', '2026-11-24T09:00Z')] };
    const second = { ...job('b', 0, 60), exceptions: [onCall('2026-11-24T08:00Z', '2026-11-24T10:00Z')] };
    expect(combinedStateAt([first, second], at('07:00'))).toEqual({ state: 'on-call', until: at('10:00') });
  });

  test('agrees with the single verdicts on random pairs', { timeout: 60_000 }, () => {
    const random = seeded(77);
    let onCallSeen = 0;
    for (let run = 0; run < 200; run += 1) {
      const { employment: one, at: now } = randomCase(random);
      const jobs = [one, { ...randomCase(random).employment, exceptions: one.exceptions.slice(1) }];
      const stateAt = (moment: number) => {
        const kinds = jobs.map((single) => verdictAt(single, moment).kind);
        return ['working', 'on-call', 'off'].find((kind) => kinds.some((other) => other === kind));
      };
      const { state, until } = combinedStateAt(jobs, now);
      expect(state).toBe(stateAt(now));
      if (state === 'on-call') onCallSeen += 1;
      if (until === null) continue;
      expect(stateAt(until)).not.toBe(state);
      for (const part of [0.01, 0.2, 0.4, 0.6, 0.8, 0.99]) expect(stateAt(now + (until - now) * part)).toBe(state);
      expect(stateAt(until - 1)).toBe(state);
    }
    expect(onCallSeen).toBeGreaterThan(5);
  });

  test('agrees with the single verdicts all day long', () => {
    const jobs = [job('a', 0, 190), job('b', 100, 400), job('c', 400, 410), employment({ zone: 'Asia/Kolkata' })];
    for (let minute = 0; minute < 2 * 1_440; minute += 31) {
      const now = at('00:00') + minute * 60_000;
      const working = (moment: number) => jobs.some((one) => verdictAt(one, moment).kind === 'working');
      const { state, until } = combinedStateAt(jobs, now);
      expect(state).toBe(working(now) ? 'working' : 'off');
      if (until === null) throw new Error('these jobs change every day');
      expect(working(until)).toBe(state === 'off');
      for (let between = now; between < until; between += 300_000) expect(working(between)).toBe(state === 'working');
    }
  });
});
