import { describe, expect, test } from 'vitest';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type {
  Employment,
  HoursException,
  HoursPattern,
  Span,
  WindowsVersion,
} from '../../../utils/core/hours/types.ts';
import { employment, OFFICE, onCall, override, span, weekly } from './sample.ts';

/** Exceptions, seasons, windows and moves; `check.test.ts` has the contract. */

const only = (...exceptions: HoursException[]) => employment({ exceptions });
const leave = (from: string, until: string) => only({ kind: 'leave', from, until, leave: 'sick' });
const holiday = (date: string, name: string) => only({ kind: 'holiday', date, name });
const shift = (date: string, ...spans: Span[]) => only({ kind: 'shift', date, mode: 'extra', spans });
const stretch = (kind: 'care' | 'break', hours: number) => {
  const start = Date.parse('2026-11-24T12:00:00Z');
  return only({ kind, from: start, until: start + hours * 3_600_000 });
};
const overtime = (hours: number) =>
  only({ ...override('off-now', '2026-11-24T12:00:00Z', lasting(hours)), kind: 'overtime' });
const duty = (hours: number) => only(onCall('2026-11-24T12:00:00Z', lasting(hours)));
const lasting = (hours: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + hours * 3_600_000).toISOString();
const seasons = (...list: (readonly [string, string])[]) =>
  employment({
    hours: [
      {
        validFrom: '2026-01-01',
        pattern: OFFICE,
        seasons: list.map((one) => ({ from: one[0], until: one[1], pattern: OFFICE })),
      },
    ],
  });
const season = (pattern: HoursPattern) =>
  employment({
    hours: [{ validFrom: '2026-01-01', pattern: OFFICE, seasons: [{ from: '06-01', until: '07-01', pattern }] }],
  });
const windows = (...list: WindowsVersion[]) => employment({ windows: list });
const care = (changes: Partial<WindowsVersion> = {}): WindowsVersion => ({
  kind: 'care',
  validFrom: '2026-01-01',
  pattern: weekly([span(960, 1_020)]),
  ...changes,
});
const moves = (...list: (readonly [string | number, string])[]) =>
  employment({
    zoneRule: 'worker-local',
    moves: list.map(([at, zone]) => ({ from: typeof at === 'number' ? at : Date.parse(at), zone })),
  });

describe('mistakes', () => {
  const table: [code: string, field: string, job: Employment, values?: Record<string, string | number>][] = [
    ['hours.override-too-long', 'exceptions[0].until', overtime(24.01), { hours: 24 }],
    ['hours.override-too-long', 'exceptions[0].until', stretch('break', 24.01), { hours: 24 }],
    ['hours.override-too-long', 'exceptions[0].until', stretch('care', 192.01), { hours: 192 }],
    ['hours.override-too-long', 'exceptions[0].until', duty(192.01), { hours: 192 }],
    ['hours.override-empty', 'exceptions[0].until', duty(0)],
    ['hours.date-invalid', 'exceptions[0].from', leave('2026-02-30', '2026-03-01'), { date: '2026-02-30' }],
    ['hours.date-invalid', 'exceptions[0].until', leave('2026-02-28', '2026-02-29'), { date: '2026-02-29' }],
    [
      'hours.leave-empty',
      'exceptions[0].until',
      leave('2026-12-21', '2026-12-21'),
      { from: '2026-12-21', until: '2026-12-21' },
    ],
    ['hours.leave-too-long', 'exceptions[0].until', leave('2026-01-01', '2029-01-06'), { days: 1_101, most: 1_100 }],
    ['hours.date-invalid', 'exceptions[0].date', holiday('2026-13-01', 'x'), { date: '2026-13-01' }],
    ['hours.name-empty', 'exceptions[0].name', holiday('2026-12-25', ' \n')],
    ['hours.name-too-long', 'exceptions[0].name', holiday('2026-12-25', 'x'.repeat(121)), { most: 120 }],
    ['hours.date-invalid', 'exceptions[0].date', shift('tomorrow'), { date: 'tomorrow' }],
    ['hours.minute-out-of-range', 'exceptions[0].spans[0].endMinute', shift('2026-12-25', span(0, 2_880))],
    ['hours.too-many-spans', 'exceptions[0].spans', shift('2026-12-25', ...Array(25).fill(span(0, 1))), { most: 24 }],
    [
      'hours.overlap',
      'exceptions[0].spans[0]',
      shift('2026-12-25', span(600, 900), span(540, 601)),
      { first: '09:00–10:01', second: '10:00–15:00' },
    ],
    ['hours.year-day-invalid', 'hours[0].seasons[0].from', seasons(['6-15', '09-16']), { day: '6-15' }],
    ['hours.year-day-invalid', 'hours[0].seasons[0].until', seasons(['06-15', '02-30']), { day: '02-30' }],
    ['hours.season-empty', 'hours[0].seasons[1].until', seasons(['01-01', '02-01'], ['06-15', '06-15'])],
    [
      'hours.seasons-overlap',
      'hours[0].seasons[1].from',
      seasons(['06-15', '09-16'], ['09-15', '10-01']),
      { first: '06-15', second: '09-15' },
    ],
    [
      'hours.seasons-overlap',
      'hours[0].seasons[1].from',
      seasons(['01-09', '02-01'], ['12-15', '01-10']),
      { first: '01-09', second: '12-15' },
    ],
    ['hours.too-many-seasons', 'hours[0].seasons', seasons(...Array(13).fill(['06-15', '09-16'])), { most: 12 }],
    [
      'hours.cycle-empty',
      'hours[0].seasons[0].pattern.days',
      season({ kind: 'rotating', anchor: '2026-01-01', days: [] }),
    ],
    ['hours.empty-span', 'hours[0].seasons[0].pattern.days[1][0]', season(weekly([], [span(60, 60)]))],
    ['hours.window-empty', 'windows[0].pattern', windows(care({ pattern: weekly() }))],
    ['hours.pay-only-on-call', 'windows[0].pay', windows(care({ pay: 'paid' }))],
    ['hours.date-invalid', 'windows[0].validFrom', windows(care({ validFrom: 'now' }))],
    ['hours.overlap', 'windows[0].pattern.days[0][1]', windows(care({ pattern: weekly([span(0, 60), span(59, 80)]) }))],
    ['hours.versions-overlap', 'windows[1].validFrom', windows(care(), care({ validFrom: '2026-02-01' }))],
    [
      'hours.versions-out-of-order',
      'windows[2].validFrom',
      windows(care({ validFrom: '2026-02-01' }), care({ kind: 'break' }), care({ validUntil: '2026-02-01' })),
    ],
    [
      'hours.moves-of-fixed',
      'moves',
      employment({ zoneRule: 'fixed', moves: [{ from: Date.UTC(2026, 0, 1), zone: 'UTC' }] }),
    ],
    ['hours.instant-invalid', 'moves[0].from', moves([Number.NaN, 'UTC'])],
    ['hours.zone-unknown', 'moves[1].zone', moves(['2026-01-01', 'UTC'], ['2026-02-01', 'Moon']), { zone: 'Moon' }],
    ['hours.moves-out-of-order', 'moves[1].from', moves(['2026-02-01', 'UTC'], ['2026-02-01', 'Asia/Tokyo'])],
    [
      'hours.too-many-moves',
      'moves',
      moves(...Array.from({ length: 101 }, (_, index) => [index, 'UTC'] as const)),
      { most: 100 },
    ],
  ];

  test.each(table)('%s at %s', (code, field, job, values) => {
    expect(checkEmployment(job)).toMatchObject({ code, field, ...(values && { values }) });
    expect(checkEmployment(job, 'employments[3]')?.field).toBe(`employments[3].${field}`);
  });
});

describe('what is sound', () => {
  const sound: [why: string, job: Employment][] = [
    ['a week on call', duty(192)],
    ['leave of three years', leave('2026-01-01', '2029-01-05')],
    ['a shift swapped away', shift('2026-12-25')],
    ['a shift that runs into the next day, and back to its own beginning', shift('2026-12-25', span(480, 1_920))],
    [
      'two holidays on one day',
      only(...[1, 2].map(() => ({ kind: 'holiday', date: '2026-12-25', name: 'x' }) as const)),
    ],
    ['seasons that touch, one over New Year', seasons(['12-15', '01-10'], ['01-10', '02-29'], ['02-29', '12-15'])],
    [
      'a roster of shifts alone',
      { ...shift('2026-12-25', span(0, 60)), hours: [{ validFrom: '2026-01-01', pattern: weekly() }] },
    ],
    [
      'work in a season alone',
      employment({
        hours: [
          { validFrom: '2026-01-01', pattern: weekly(), seasons: [{ from: '06-01', until: '07-01', pattern: OFFICE }] },
        ],
      }),
    ],
    [
      'windows of different kinds at the same time',
      windows(care(), care({ kind: 'break' }), care({ kind: 'on-call' })),
    ],
    ['one window after the other', windows(care({ validUntil: '2026-02-01' }), care({ validFrom: '2026-02-01' }))],
    ['moves', moves(['2026-01-01', 'UTC'], ['2026-02-01', 'Asia/Tokyo'])],
  ];

  test.each(sound)('%s', (_, job) => {
    expect(checkEmployment(job)).toBeNull();
  });
});
