import { describe, expect, it } from 'vitest';
import { type Continuity, continueFrom, type LifeSign } from '../../../utils/core/log/continuity.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;

/** A sign `wall` ms after noon by the wall clock and `mono` ms after the start of its run. */
const sign = (wall: number, mono = wall, epoch = 'one'): LifeSign => ({ at: NOON + wall, epoch, monotonicMs: mono });
const after = (last: LifeSign): Continuity => ({ sign: last, clockNotedMs: null });
const breaks = (last: LifeSign, now: LifeSign) => continueFrom(after(last), now).breaks;

/** Feeds signs one after the other and returns what was noted at each. */
function follow(...signs: readonly LifeSign[]) {
  let state: Continuity | null = null;
  return signs.map((one) => {
    const next = continueFrom(state, one);
    state = next.after;
    return next.breaks.map(({ what }) => what).join();
  });
}

it('begins with nothing to note', () => {
  expect(continueFrom(null, sign(5))).toEqual({ breaks: [], after: after(sign(5)) });
});

describe('a pause', () => {
  it('between two heartbeats is none, whether the background slept in between or one came late', () => {
    expect(breaks(sign(0), sign(15 * MINUTE, 3, 'two'))).toEqual([]);
    expect(breaks(sign(0), sign(20 * MINUTE, 3, 'two'))).toEqual([]);
    expect(breaks(sign(0), sign(20 * MINUTE))).toEqual([]);
  });

  it.each([
    ['of another run', sign(20 * MINUTE + 1, 3, 'two')],
    ['of the same run, which no alarm woke', sign(20 * MINUTE + 1)],
  ])('longer than that is a gap: %s', (_, now) => {
    expect(breaks(sign(0), now)).toEqual([{ kind: 'gap', what: 'not-running', from: NOON, until: now.at }]);
  });

  it('during which the device slept is both: within a run the clocks differ as well', () => {
    expect(breaks(sign(0), sign(600 * MINUTE, 4_000))).toEqual([
      { kind: 'clock', what: 'jump-or-sleep', from: NOON + 4_000 },
      { kind: 'gap', what: 'not-running', from: NOON, until: NOON + 600 * MINUTE },
    ]);
  });
});

describe('the clock', () => {
  it.each([
    ['forward by more than two seconds', 12_001, [{ kind: 'clock', what: 'jump-or-sleep', from: NOON + 10_000 }]],
    ['back by more than two seconds', 7_999, [{ kind: 'clock', what: 'back', from: NOON + 10_000 }]],
    ['forward by two seconds', 12_000, []],
    ['back by two seconds', 8_000, []],
  ])('set within a run: %s', (_, wall, noted) => {
    expect(breaks(sign(0), sign(wall, 10_000))).toEqual(noted);
  });

  it('set back between two runs shows; set forward, it cannot be told from a pause', () => {
    expect(breaks(sign(0), sign(-2_001, 3, 'two'))).toEqual([{ kind: 'clock', what: 'back', from: NOON }]);
    expect(breaks(sign(0), sign(-2_000, 3, 'two'))).toEqual([]);
    expect(breaks(sign(0), sign(10 * MINUTE, 3, 'two'))).toEqual([]);
  });

  it('names a whole millisecond', () => {
    expect(breaks(sign(0), sign(90_000, 10.4))).toMatchObject([{ from: NOON + 10 }]);
  });

  it('that is set again and again is noted once a minute, and then by what it moved in all', () => {
    const shaken = Array.from({ length: 100 }, (_, n) => sign(n * 1_000 + (n % 2) * 10_000, n * 1_000));
    const noted = follow(sign(-1_000, -1_000), ...shaken);
    expect(noted.filter((what) => what !== '')).toHaveLength(2);
    // Within the rest it moved by 4 s and 5 s; what is noted after it is the sum.
    const signs = [sign(0, 0), sign(4_000, 1_000), sign(8_000, 2_000), sign(13_000, 3_000)];
    expect(follow(...signs)).toEqual(['', 'jump-or-sleep', '', '']);
    const rested = signs.reduce<Continuity | null>((state, one) => continueFrom(state, one).after, null);
    expect(continueFrom(rested, sign(72_000, 62_000)).breaks).toEqual([
      { kind: 'clock', what: 'jump-or-sleep', from: NOON + 65_000 },
    ]);
  });

  it('that is right again by then was not moved', () => {
    expect(follow(sign(0, 0), sign(4_000, 1_000), sign(9_000, 2_000), sign(65_000, 62_000))).toEqual([
      '',
      'jump-or-sleep',
      '',
      '',
    ]);
  });

  it('is watched anew in the next run', () => {
    expect(
      follow(sign(0, 0), sign(4_000, 1_000), sign(-9_000, 2, 'two'), sign(-9_000 + 70_000, 62_000, 'two')),
    ).toEqual(['', 'jump-or-sleep', 'back', 'jump-or-sleep']);
  });
});
