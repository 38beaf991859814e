import { describe, expect, test } from 'vitest';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type { Employment, HoursVersion, Span } from '../../../utils/core/hours/types.ts';
import { employment, OFFICE, override, span, weekly } from './sample.ts';

type Days = readonly (readonly Span[])[];

const from = (validFrom: string, validUntil?: string): HoursVersion => ({
  validFrom,
  ...(validUntil !== undefined && { validUntil }),
  pattern: OFFICE,
});
const week = (...days: Days) => employment({ hours: [{ validFrom: '2026-01-01', pattern: weekly(...days) }] });
const short = (days: Days) => employment({ hours: [{ validFrom: '2026-01-01', pattern: { kind: 'weekly', days } }] });
const cycle = (days: Days, anchor = '2026-01-01') =>
  employment({ hours: [{ validFrom: '2026-01-01', pattern: { kind: 'rotating', anchor, days } }] });
const exception = (changes: object) =>
  employment({
    exceptions: [{ ...override('off-now', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'), ...changes }],
  });

const NIGHT = span(1_320, 1_800);
const DAYS = 'hours[0].pattern.days';

describe('mistakes', () => {
  const table: [code: string, field: string, job: Employment, values?: Record<string, string | number>][] = [
    ['hours.label-empty', 'label', employment({ label: ' \t' })],
    ['hours.label-too-long', 'label', employment({ label: 'x'.repeat(121) }), { most: 120 }],
    ['hours.zone-unknown', 'zone', employment({ zone: 'Mars/Olympus' }), { zone: 'Mars/Olympus' }],
    ['hours.zone-unknown', 'zone', employment({ zone: '+05:00' })],
    ['hours.date-invalid', 'hours[0].validFrom', employment({ hours: [from('2026-02-30')] }), { date: '2026-02-30' }],
    ['hours.date-invalid', 'hours[0].validUntil', employment({ hours: [from('2026-01-01', '2026-1-2')] })],
    ['hours.date-invalid', 'hours[0].pattern.anchor', cycle([[span(0, 60)]], 'today')],
    [
      'hours.valid-until-before-from',
      'hours[0].validUntil',
      employment({ hours: [from('2026-01-01', '2026-01-01')] }),
      { from: '2026-01-01', until: '2026-01-01' },
    ],
    [
      'hours.versions-overlap',
      'hours[1].validFrom',
      employment({ hours: [from('2026-01-01', '2026-03-02'), from('2026-03-01')] }),
      { first: '2026-01-01', second: '2026-03-01' },
    ],
    ['hours.versions-overlap', 'hours[1].validFrom', employment({ hours: [from('2026-01-01'), from('2026-03-01')] })],
    [
      'hours.versions-out-of-order',
      'hours[1].validFrom',
      employment({ hours: [from('2026-03-01'), from('2026-01-01', '2026-03-01')] }),
      { first: '2026-03-01', second: '2026-01-01' },
    ],
    ['hours.no-spans', 'hours', employment({ hours: [] })],
    ['hours.no-spans', 'hours', week()],
    ['hours.week-incomplete', DAYS, short([[span(0, 60)]]), { length: 1 }],
    ['hours.cycle-empty', DAYS, cycle([])],
    ['hours.cycle-too-long', DAYS, cycle(Array(367).fill([span(0, 60)])), { length: 367, most: 366 }],
    ['hours.too-many-spans', `${DAYS}[2]`, week([], [], Array(25).fill(span(0, 1))), { most: 24 }],
    ['hours.minute-out-of-range', `${DAYS}[2][0].startMinute`, week([], [], [span(-1, 60)]), { most: 1_439 }],
    ['hours.minute-out-of-range', `${DAYS}[0][0].startMinute`, week([span(1_440, 1_500)])],
    ['hours.minute-out-of-range', `${DAYS}[0][0].startMinute`, week([span(Number.NaN, 60)])],
    ['hours.minute-out-of-range', `${DAYS}[0][0].endMinute`, week([span(0, 60.5)]), { most: 2_879 }],
    ['hours.minute-out-of-range', `${DAYS}[0][0].endMinute`, week([span(1_439, 2_880)])],
    ['hours.empty-span', `${DAYS}[0][0]`, week([span(60, 60)])],
    ['hours.empty-span', `${DAYS}[0][1]`, week([span(0, 60), span(120, 60)])],
    ['hours.span-too-long', `${DAYS}[0][0]`, week([span(60, 1_501)]), { hours: 24 }],
    ['hours.instant-invalid', 'exceptions[0].from', exception({ from: Number.NaN })],
    ['hours.instant-invalid', 'exceptions[0].from', exception({ from: -1 })],
    ['hours.instant-invalid', 'exceptions[0].from', exception({ from: 0.5 })],
    ['hours.instant-invalid', 'exceptions[0].until', exception({ until: Date.UTC(2200, 0, 1) })],
    ['hours.instant-invalid', 'exceptions[0].until', exception({ until: Number.POSITIVE_INFINITY })],
    ['hours.override-empty', 'exceptions[0].until', exception({ until: Date.parse('2026-11-24T12:00:00Z') })],
    [
      'hours.override-too-long',
      'exceptions[0].until',
      exception({ until: Date.parse('2026-11-25T12:00:00.001Z') }),
      { hours: 24 },
    ],
    ['hours.reason-too-long', 'exceptions[0].reason', exception({ reason: 'x'.repeat(201) }), { most: 200 }],
  ];

  test.each(table)('%s at %s', (code, field, job, values) => {
    expect(checkEmployment(job)).toMatchObject({ code, field, ...(values && { values }) });
    expect(checkEmployment(job, 'employments[3]')?.field).toBe(`employments[3].${field}`);
  });

  const overlaps: [why: string, place: string, job: Employment, first: string, second: string][] = [
    ['two in one day', '[0][1]', week([span(540, 780), span(779, 800)]), '09:00–13:00', '12:59–13:20'],
    ['listed backwards', '[0][0]', week([span(779, 800), span(540, 780)]), '09:00–13:00', '12:59–13:20'],
    ['the same twice', '[0][1]', week([span(540, 780), span(540, 780)]), '09:00–13:00', '09:00–13:00'],
    ['a night into the next day', '[1][0]', week([NIGHT], [span(300, 600)]), '22:00–06:00', '05:00–10:00'],
    [
      'Sunday night into Monday',
      '[0][0]',
      week([span(359, 600)], [], [], [], [], [], [NIGHT]),
      '22:00–06:00',
      '05:59–10:00',
    ],
    ['round the cycle', '[0][0]', cycle([[span(0, 60)], [], [NIGHT]]), '22:00–06:00', '00:00–01:00'],
    [
      'a cycle of one day into itself',
      '[0][0]',
      cycle([[span(60, 600), span(1_320, 1_520)]]),
      '22:00–01:20',
      '01:00–10:00',
    ],
  ];

  test.each(overlaps)('overlap: %s', (_, place, job, first, second) => {
    expect(checkEmployment(job)).toEqual({
      code: 'hours.overlap',
      field: `${DAYS}${place}`,
      values: { first, second },
    });
  });
});

describe('what is sound', () => {
  const sound: [why: string, job: Employment][] = [
    ['an office week', employment()],
    ['spans that touch', week([span(540, 780), span(780, 1_080)])],
    ['a night that ends where the next day begins', week([NIGHT], [span(360, 600)])],
    ['Sunday night up to Monday morning', week([span(360, 600)], [], [], [], [], [], [NIGHT])],
    ['all day and night', week(...Array(7).fill([span(0, 1_440)]))],
    ['twenty-four hours from the morning', cycle([[span(480, 1_920)]])],
    ['the last minute', cycle([[span(1_439, 2_879)]])],
    ['a cycle of a year', cycle(Array(366).fill([span(0, 60)]))],
    [
      'an empty season',
      employment({ hours: [from('2026-01-01', '2026-06-01'), { validFrom: '2026-06-01', pattern: weekly() }] }),
    ],
    ['a pause between versions', employment({ hours: [from('2026-01-01', '2026-02-01'), from('2026-03-01')] })],
    ['an override of 24 hours', exception({ until: Date.parse('2026-11-25T12:00:00Z') })],
    [
      'overrides over each other',
      employment({
        exceptions: [
          override('off-now', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'),
          override('working-now', '2026-11-24T12:30:00Z', '2026-11-24T14:00:00Z'),
        ],
      }),
    ],
  ];

  test.each(sound)('%s', (_, job) => {
    expect(checkEmployment(job)).toBeNull();
  });
});
