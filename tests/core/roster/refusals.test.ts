import { describe, expect, it } from 'vitest';
import { calendar, lines, problemOf, shiftsOf } from './files.ts';

const madrid = (start: string, end: string, ...more: readonly string[]): string[] => [
  `DTSTART;TZID=Europe/Madrid:${start}`,
  `DTEND;TZID=Europe/Madrid:${end}`,
  ...more,
];

describe('a file', () => {
  const SHIFT = madrid('20260105T090000', '20260105T130000');

  it('may hold several calendars, and begin with a byte-order mark', () => {
    expect(shiftsOf(`\uFEFF${calendar(SHIFT)}${calendar(SHIFT)}`)).toHaveLength(2);
  });

  it('is never asked for alarms, to-dos and notes', () => {
    const noise = [
      'BEGIN:VALARM',
      'TRIGGER:nonsense',
      'DTSTART:nonsense',
      'END:VALARM',
      'DESCRIPTION:x',
      'GEO:nonsense',
    ];
    const todo = ['BEGIN:VTODO', 'DTSTART:nonsense', 'END:VTODO'];
    const text = calendar([...SHIFT, ...noise]).replace('BEGIN:VEVENT', `${todo.join('\r\n')}\r\nBEGIN:VEVENT`);
    expect(shiftsOf(text)).toEqual(['2026-01-05 09:00-13:00']);
  });

  it('may be read with any line ends', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      expect(shiftsOf(calendar(SHIFT).replaceAll('\r\n', end)), JSON.stringify(end)).toHaveLength(1);
    }
  });

  it.each<[string, string, object]>([
    ['empty', '', { code: 'roster.not-a-calendar', field: '' }],
    ['something else', 'hello\nworld', { code: 'roster.not-a-calendar', field: 'line 1' }],
    ['a web page', '<!DOCTYPE html>', { code: 'roster.not-a-calendar', field: 'line 1' }],
    ['an address card', lines('BEGIN:VCARD', 'END:VCARD'), { code: 'roster.not-a-calendar', field: 'line 1' }],
    ['broken off', calendar(SHIFT).slice(0, 150), { code: 'roster.incomplete', field: 'line 4', values: { line: 4 } }],
    [
      'wrongly closed',
      lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR'),
      { code: 'roster.line-unreadable', field: 'line 3', values: { line: 3, name: 'END' } },
    ],
    [
      'a line without a name',
      calendar([...SHIFT, 'This line was lost']),
      { code: 'roster.line-unreadable', field: 'line 7', values: { line: 7, name: 'This line was lost' } },
    ],
    [
      'a shift without beginning',
      calendar(['SUMMARY:x', 'DTEND:20260105T090000Z']),
      { code: 'roster.start-missing', field: 'line 4', values: { line: 4 } },
    ],
    [
      'a day that does not exist',
      calendar(['DTSTART:20260230T090000Z']),
      { code: 'roster.line-unreadable', field: 'line 5', values: { line: 5, name: 'DTSTART' } },
    ],
    [
      'an hour that does not exist',
      calendar(['DTSTART:20260105T250000Z']),
      { code: 'roster.line-unreadable', field: 'line 5', values: { line: 5, name: 'DTSTART' } },
    ],
    [
      'a folded line that cannot be read, told by its first line',
      calendar(['SUMMARY:x', 'DTSTART;TZID=Europe', ' /Madrid:2026', ' 0105T9']),
      { code: 'roster.line-unreadable', field: 'line 6', values: { line: 6, name: 'DTSTART' } },
    ],
    [
      'an end before the beginning',
      calendar(SHIFT, madrid('20260105T090000', '20260105T080000')),
      { code: 'roster.end-before-start', field: 'line 8', values: { line: 8 } },
    ],
    [
      'an end by the day of a shift by the hour',
      calendar(['DTSTART:20260105T090000Z', 'DTEND;VALUE=DATE:20260106']),
      { code: 'roster.line-unreadable', field: 'line 6', values: { line: 6, name: 'DTEND' } },
    ],
    [
      'a length below zero',
      calendar(['DTSTART:20260105T090000Z', 'DURATION:-PT8H']),
      { code: 'roster.line-unreadable', field: 'line 6', values: { line: 6, name: 'DURATION' } },
    ],
    ...[
      'FREQ=SOMETIMES',
      'FREQ=DAILY;COUNT=0',
      'INTERVAL=2',
      '',
      'FREQ=DAILY;UNTIL=20260230',
      'FREQ=DAILY;BYDAY=XX',
    ].map((rule): [string, string, object] => [
      `the rule "${rule}"`,
      calendar([...SHIFT, `RRULE:${rule}`]),
      { code: 'roster.line-unreadable', field: 'line 7', values: { line: 7, name: 'RRULE' } },
    ]),
    [
      'an excluded day that does not exist',
      calendar([...SHIFT, 'EXDATE:20260105T080000Z,20269905T080000Z']),
      { code: 'roster.line-unreadable', field: 'line 7', values: { line: 7, name: 'EXDATE' } },
    ],
  ])('is refused when it is %s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it.each([
    [{ fromDate: '2026-02-30' }, { code: 'hours.date-invalid', field: 'fromDate', values: { date: '2026-02-30' } }],
    [{ untilDate: '2026-01-01' }, { code: 'roster.range', field: 'untilDate', values: { years: 10 } }],
    [{ untilDate: '2036-02-01' }, { code: 'roster.range', field: 'untilDate', values: { years: 10 } }],
    [{ zone: 'Europe/Nowhere' }, { code: 'hours.zone-unknown', field: 'zone', values: { zone: 'Europe/Nowhere' } }],
    [{ floatingZone: '+05:00x' }, { code: 'hours.zone-unknown', field: 'zone', values: { zone: '+05:00x' } }],
    [{ zones: { a: 'b' } }, { code: 'hours.zone-unknown', field: 'zone', values: { zone: 'b' } }],
  ])('is not read with the options %j', (options, problem) => {
    expect(problemOf(calendar(SHIFT), options)).toEqual(problem);
  });
});
