import { describe, expect, test } from 'vitest';
import { patternDayOn, workdaysOf } from '../../../utils/core/hours/pattern-days.ts';
import type { FlexibleDay } from '../../../utils/core/hours/types.ts';
import { FLEXIBLE, FLEXIBLE_DAY, NO_FIXED_HOURS, OFFICE, span, weekly } from './sample.ts';

/** What the year's picture shows of a free day, before anybody said anything. */

const MONDAY = '2026-11-23';
const SATURDAY = '2026-11-28';

describe('no fixed hours', () => {
  test.each([
    ['twelve hours after 21:00', 720, 1_260, span(540, 1_260)],
    ['eight hours after 22:00', 480, 1_320, span(360, 1_320)],
    ['eight hours after 02:00: into the next day', 480, 120, span(600, 1_560)],
    ['twelve hours after noon: from midnight', 720, 720, span(0, 720)],
    ['twelve hours after midnight', 720, 0, span(720, 1_440)],
    ['a minute after 23:59: from midnight', 1, 1_439, span(0, 1_439)],
    ['a minute after noon: all but a minute', 1, 720, span(721, 2_160)],
    ['all but a minute, after midnight', 1_439, 0, span(1_439, 1_440)],
  ])('%s', (_, blockMinutes, usualEndMinute, expected) => {
    const pattern = { ...NO_FIXED_HOURS, blockMinutes, usualEndMinute };
    expect(patternDayOn({ pattern }, MONDAY)).toMatchObject({ spans: [expected], outside: 'rest-block' });
    expect(patternDayOn({ pattern }, SATURDAY)).toMatchObject({ spans: [], outside: 'day-off' });
  });
});

describe('flexible hours', () => {
  const usual = (changes: Partial<FlexibleDay>) =>
    patternDayOn({ pattern: { kind: 'flexible', days: [{ ...FLEXIBLE_DAY, ...changes }] } }, MONDAY).spans;

  test.each<[why: string, changes: Partial<FlexibleDay>, end: number]>([
    ['eight hours from nine', {}, 1_020],
    ['who usually begins early stays to the end of the core', { usualStartMinute: 420, quotaMinutes: 300 }, 900],
    ['no core', { core: null, quotaMinutes: 60 }, 600],
  ])('%s', (_, changes, end) => {
    expect(usual(changes)).toEqual([span(changes.usualStartMinute ?? 540, end)]);
  });

  test('a day off', () => {
    expect(patternDayOn({ pattern: FLEXIBLE }, SATURDAY)).toMatchObject({ spans: [], outside: 'day-off' });
  });
});

test('days with work', () => {
  expect([OFFICE, weekly(), NO_FIXED_HOURS, FLEXIBLE].map(workdaysOf)).toEqual([5, 0, 5, 5]);
});
