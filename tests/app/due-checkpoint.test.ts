import { beforeEach, describe, expect, it } from 'vitest';
import { dueCheckpoint } from '../../utils/app/due-checkpoint.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { sha512 } from '../core/sign/keys.ts';
import { headOf, memoryCheckpoints, memoryKeys } from './checkpoint-fakes.ts';
import { clockAt, JOB, ON_CALL_JOB, SETTINGS, settingsIn } from './fakes.ts';

const LOG = 'a'.repeat(32);
/** November 2026 in Bogotá; the 23rd is a Monday, hours are Monday to Friday, 9 to 18. */
const at = (day: number, clock: string): number => Date.parse(`2026-11-${day}T${clock}:00-05:00`);

let times: number[];
let log: ReturnType<typeof headOf>;
let clock: ReturnType<typeof clockAt>;
let settings: ReturnType<typeof settingsIn>;
let checkpoints: ReturnType<typeof memoryCheckpoints>;
beforeEach(() => {
  times = [];
  log = headOf({ log: LOG, size: 0, hash: '0'.repeat(64) });
  clock = clockAt(0);
  settings = settingsIn(SETTINGS);
  checkpoints = memoryCheckpoints();
});

function logAt(...instants: readonly number[]): void {
  times.push(...instants);
  log.set({ log: LOG, size: times.length, hash: times.length.toString(16).padStart(64, '0') });
}

const settleAt = (instant: number): Promise<boolean> => {
  clock.set(instant);
  return dueCheckpoint({
    clock,
    log,
    settings,
    keys: memoryKeys,
    checkpoints,
    sha512,
    lineTimes: { of: async (seq) => times[seq - 1] ?? null },
  });
};
const made = async () => (await checkpoints.all(LOG)).map(({ size, reason }) => [size, reason]);

describe('at the start of hours', () => {
  it('a checkpoint names what was logged while off, once', async () => {
    logAt(at(23, '20:00'), at(23, '21:00'));
    for (const clockTime of ['20:00', '22:00']) expect(await settleAt(at(23, clockTime))).toBe(false);
    expect(await settleAt(at(24, '08:59'))).toBe(false);
    expect(await settleAt(at(24, '09:00'))).toBe(true);
    expect(await settleAt(at(24, '09:15'))).toBe(false);
    expect(await made()).toEqual([[2, 'window-end']]);
  });

  it('none where nothing was logged, or nothing new', async () => {
    expect(await settleAt(at(24, '09:00'))).toBe(false);
    logAt(at(23, '20:00'));
    await settleAt(at(24, '09:00'));
    for (const day of [25, 26, 27]) expect(await settleAt(at(day, '09:00'))).toBe(false);
    expect(await made()).toEqual([[1, 'window-end']]);
  });

  it.each([
    ['an hour later', at(24, '10:00')],
    ['after those hours are over', at(24, '19:00')],
    ['days later', at(26, '03:00')],
  ])('it comes also when the background slept through it: %s', async (_, instant) => {
    logAt(at(23, '20:00'));
    expect(await settleAt(instant)).toBe(true);
    expect(await made()).toEqual([[1, 'window-end']]);
  });

  it('it waits where only hours of today were logged, such as a change of the hours', async () => {
    logAt(at(23, '10:00'));
    expect(await settleAt(at(23, '11:00'))).toBe(false);
    expect(await settleAt(at(23, '19:00'))).toBe(false);
    expect(await settleAt(at(24, '09:00'))).toBe(true);
  });

  it('on-call duty is still time off', async () => {
    await settings.write({ ...SETTINGS, employments: [ON_CALL_JOB] });
    logAt(at(23, '19:00'));
    expect(await settleAt(at(23, '20:30'))).toBe(false);
    expect(await settleAt(at(24, '08:00'))).toBe(false);
    expect(await settleAt(at(24, '09:00'))).toBe(true);
  });

  it('with several jobs, time off ends with the first that works', async () => {
    const early: Employment = {
      ...JOB,
      id: 'early',
      hours: [
        {
          validFrom: '2026-01-01',
          pattern: { kind: 'weekly', days: Array(7).fill([{ startMinute: 6 * 60, endMinute: 7 * 60 }]) },
        },
      ],
    };
    await settings.write({ ...SETTINGS, employments: [JOB, early] });
    logAt(at(23, '20:00'));
    expect(await settleAt(at(24, '05:00'))).toBe(false);
    expect(await settleAt(at(24, '06:00'))).toBe(true);
  });
});

describe('where no hours begin', () => {
  beforeEach(() => settings.write({ ...SETTINGS, employments: [] }));

  it('what was logged is a week without a checkpoint at most', async () => {
    logAt(at(10, '20:00'), at(12, '20:00'));
    expect(await settleAt(at(17, '19:59'))).toBe(false);
    expect(await settleAt(at(17, '20:00'))).toBe(true);
    expect(await settleAt(at(25, '20:00'))).toBe(false);
    logAt(at(25, '21:00'));
    expect(await settleAt(at(25, '22:00'))).toBe(false);
    expect(await made()).toEqual([[2, 'weekly']]);
  });

  it('a line of a wrong clock, years ahead, does not put it off', async () => {
    logAt(Date.parse('2036-01-01'));
    expect(await settleAt(at(17, '20:00'))).toBe(true);
  });
});

it('a log that was set back is named again, since that is what happened', async () => {
  logAt(at(16, '20:00'), at(16, '21:00'));
  await settleAt(at(17, '09:00'));
  times = [at(16, '20:00')];
  log.set({ log: LOG, size: 1, hash: 'f'.repeat(64) });
  expect(await settleAt(at(18, '09:00'))).toBe(true);
  expect(await made()).toEqual([
    [2, 'window-end'],
    [1, 'window-end'],
  ]);
});
