import { describe, expect, test } from 'vitest';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type {
  BlockPattern,
  FlexibleDay,
  FlexiblePattern,
  HoursPattern,
  Weekday,
} from '../../../utils/core/hours/types.ts';
import { employment, FLEXIBLE, FLEXIBLE_DAY, NO_FIXED_HOURS, OFFICE, span, weekly } from './sample.ts';

/** No fixed hours, and flexible hours; `check.test.ts` has the contract. */

const hours = (pattern: HoursPattern) => employment({ hours: [{ validFrom: '2026-01-01', pattern }] });
const block = (changes: Partial<BlockPattern>) => hours({ ...NO_FIXED_HOURS, ...changes });
const daysOff = (...days: readonly number[]) => block({ daysOff: days as Weekday[] });
const flexible = (...days: FlexiblePattern['days']) => hours({ kind: 'flexible', days });
const monday = (changes: Partial<FlexibleDay>) => flexible({ ...FLEXIBLE_DAY, ...changes }, ...FLEXIBLE.days.slice(1));

const RANGE = { earliest: '07:00', latest: '10:00' };

describe('mistakes', () => {
  type Row = [code: string, place: string, job: ReturnType<typeof hours>, values?: Record<string, string | number>];
  const table: Row[] = [
    ['hours.rest-length', 'blockMinutes', block({ blockMinutes: 0 })],
    ['hours.rest-length', 'blockMinutes', block({ blockMinutes: 1_440 })],
    ['hours.rest-length', 'blockMinutes', block({ blockMinutes: 90.5 })],
    ['hours.rest-length', 'blockMinutes', block({ blockMinutes: Number.NaN })],
    ['hours.minute-out-of-range', 'usualEndMinute', block({ usualEndMinute: 1_440 }), { most: 1_439 }],
    ['hours.minute-out-of-range', 'usualEndMinute', block({ usualEndMinute: -1 })],
    ['hours.weekday-unknown', 'daysOff[1]', daysOff(7, 0)],
    ['hours.weekday-unknown', 'daysOff[0]', daysOff(8)],
    ['hours.weekday-unknown', 'daysOff[0]', daysOff(1.5)],
    ['hours.weekday-twice', 'daysOff[2]', daysOff(6, 7, 6)],
    ['hours.all-days-off', 'daysOff', daysOff(1, 2, 3, 4, 5, 6, 7)],
    ['hours.week-incomplete', 'days', flexible(FLEXIBLE_DAY), { length: 1 }],
    ['hours.all-days-off', 'days', flexible(null, null, null, null, null, null, null)],
    ['hours.minute-out-of-range', 'days[0].frame.startMinute', monday({ frame: span(1_440, 1_500) })],
    ['hours.empty-span', 'days[0].frame', monday({ frame: span(420, 420) })],
    ['hours.span-too-long', 'days[0].frame', monday({ frame: span(420, 1_861) })],
    ['hours.minute-out-of-range', 'days[0].core.endMinute', monday({ core: span(600, 2_880) })],
    ['hours.empty-span', 'days[0].core', monday({ core: span(600, 600) })],
    [
      'hours.core-outside-frame',
      'days[0].core',
      monday({ core: span(419, 600) }),
      { core: '06:59–10:00', frame: '07:00–19:00' },
    ],
    ['hours.core-outside-frame', 'days[0].core', monday({ core: span(600, 1_141) })],
    ['hours.minute-out-of-range', 'days[0].core.startMinute', monday({ core: span(1_500, 1_620) }), { most: 1_439 }],
    [
      'hours.core-outside-frame',
      'days[0].core',
      monday({ frame: span(1_320, 1_800), core: span(1_740, 1_860), usualStartMinute: 1_320, quotaMinutes: 420 }),
      { core: '05:00–07:00', frame: '22:00–06:00' },
    ],
    ['hours.quota-length', 'days[0].quotaMinutes', monday({ core: null, quotaMinutes: 0 })],
    ['hours.quota-length', 'days[0].quotaMinutes', monday({ quotaMinutes: 480.5 })],
    ['hours.quota-length', 'days[0].quotaMinutes', monday({ quotaMinutes: 1_441 })],
    [
      'hours.quota-longer-than-frame',
      'days[0].quotaMinutes',
      monday({ quotaMinutes: 721 }),
      { length: '12:01', frame: '07:00–19:00', most: '12:00' },
    ],
    [
      'hours.quota-shorter-than-core',
      'days[0].quotaMinutes',
      monday({ quotaMinutes: 299 }),
      { length: '04:59', core: '10:00–15:00', least: '05:00' },
    ],
    ['hours.usual-start', 'days[0].usualStartMinute', monday({ usualStartMinute: 419 }), RANGE],
    ['hours.usual-start', 'days[0].usualStartMinute', monday({ usualStartMinute: 601 }), RANGE],
    ['hours.usual-start', 'days[0].usualStartMinute', monday({ usualStartMinute: 540.5 }), RANGE],
    [
      'hours.usual-start',
      'days[0].usualStartMinute',
      monday({ core: null, usualStartMinute: 661 }),
      { earliest: '07:00', latest: '11:00' },
    ],
    [
      'hours.usual-start',
      'days[0].usualStartMinute',
      monday({ core: null, frame: span(1_320, 1_800), usualStartMinute: 1_440, quotaMinutes: 60 }),
      { earliest: '22:00', latest: '23:59' },
    ],
    [
      'hours.overlap',
      'days[1].frame',
      flexible(
        { ...FLEXIBLE_DAY, frame: span(420, 1_860) },
        { ...FLEXIBLE_DAY, frame: span(419, 1_140) },
        ...FLEXIBLE.days.slice(2),
      ),
      { first: '07:00–07:00', second: '06:59–19:00' },
    ],
    [
      'hours.overlap',
      'days[0].frame',
      flexible(...FLEXIBLE.days.slice(0, 6), { ...FLEXIBLE_DAY, frame: span(480, 1_900) }),
    ],
  ];

  test.each(table)('%s at %s', (code, place, job, values) => {
    const field = `hours[0].pattern.${place}`;
    expect(checkEmployment(job)).toMatchObject({ code, field, ...(values && { values }) });
  });

  test('also in a season', () => {
    const seasons = [{ from: '06-01', until: '07-01', pattern: { ...NO_FIXED_HOURS, blockMinutes: 0 } }];
    const job = employment({ hours: [{ validFrom: '2026-01-01', pattern: OFFICE, seasons }] });
    expect(checkEmployment(job)?.field).toBe('hours[0].seasons[0].pattern.blockMinutes');
  });
});

describe('what is sound', () => {
  const season = (pattern: HoursPattern) =>
    employment({
      hours: [{ validFrom: '2026-01-01', pattern: weekly(), seasons: [{ from: '06-01', until: '07-01', pattern }] }],
    });

  test.each<[why: string, job: ReturnType<typeof hours>]>([
    ['no fixed hours', hours(NO_FIXED_HOURS)],
    ['a rest of a minute', block({ blockMinutes: 1 })],
    ['a rest of all but a minute', block({ blockMinutes: 1_439 })],
    ['midnight as the usual end', block({ usualEndMinute: 0 })],
    ['no day off', daysOff()],
    ['six days off, in any order', daysOff(7, 1, 2, 6, 4, 3)],
    ['flexible hours', hours(FLEXIBLE)],
    ['no core', monday({ core: null })],
    ['a core of the whole frame', monday({ core: FLEXIBLE_DAY.frame, usualStartMinute: 420, quotaMinutes: 720 })],
    ['a quota of a minute', monday({ core: null, quotaMinutes: 1, usualStartMinute: 1_139 })],
    [
      'a core after midnight, in a frame that runs over it',
      monday({ frame: span(1_320, 1_800), core: span(1_500, 1_620), usualStartMinute: 1_320, quotaMinutes: 420 }),
    ],
    ['one day', flexible(null, null, FLEXIBLE_DAY, null, null, null, null)],
    ['a frame of a day and a night, then the next', monday({ frame: span(420, 1_860) })],
    ['no fixed hours in a season alone', season(NO_FIXED_HOURS)],
    ['flexible hours in a season alone', season(FLEXIBLE)],
  ])('%s', (_, job) => {
    expect(checkEmployment(job)).toBeNull();
  });
});
