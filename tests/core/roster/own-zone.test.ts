import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { lines, read, shiftsOf } from './files.ts';

const shift = (start: string, end: string): string[] => [`DTSTART${start}`, `DTEND${end}`, 'SUMMARY:T'];

/** A zone that only the file knows. */
const defined = (definition: readonly string[], ...events: readonly string[][]): string =>
  lines(
    'BEGIN:VCALENDAR',
    'BEGIN:VTIMEZONE',
    'TZID:Customized Time Zone',
    ...definition,
    'END:VTIMEZONE',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
  );

const part = (name: string, ...rest: string[]): string[] => [`BEGIN:${name}`, ...rest, `END:${name}`];

const EUROPE = [
  ...part(
    'STANDARD',
    'DTSTART:16011028T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  ),
  ...part(
    'DAYLIGHT',
    'DTSTART:16010325T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  ),
];

const LORD_HOWE = [
  ...part(
    'STANDARD',
    'DTSTART:20080406T020000',
    'TZOFFSETFROM:+1100',
    'TZOFFSETTO:+1030',
    'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
  ),
  ...part(
    'DAYLIGHT',
    'DTSTART:20081005T020000',
    'TZOFFSETFROM:+1030',
    'TZOFFSETTO:+1100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU',
  ),
];

/** Every half hour around the days on which clocks change, and some other days. */
const HALF_HOURS = ['20260105', '20260328', '20260329', '20260405', '20260705', '20261004', '20261025'].flatMap((day) =>
  Array.from(
    { length: 48 },
    (_, half) => `${day}T${String(Math.floor(half / 2)).padStart(2, '0')}${half % 2 === 0 ? '00' : '30'}00`,
  ),
);

describe('a zone that the file defines', () => {
  it.each([
    ['Europe/Paris', EUROPE],
    ['Australia/Lord_Howe', LORD_HOWE],
  ])('like %s shows the same instants, also where clocks jump or go back', (zone, definition) => {
    const text = defined(
      definition,
      ...HALF_HOURS.map((time) => [`DTSTART;TZID=Customized Time Zone:${time}`, 'DURATION:PT1M', `SUMMARY:${time}`]),
    );
    const { shifts, questions } = read(text, { zone: 'UTC' });
    expect(questions).toEqual([]);
    expect(shifts).toHaveLength(HALF_HOURS.length);
    for (const { date, span, summary } of shifts) {
      const wall = `${summary.slice(0, 4)}-${summary.slice(4, 6)}-${summary.slice(6, 11)}:${summary.slice(11, 13)}`;
      const instant = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' });
      const utc = instant.withTimeZone('UTC');
      expect([summary, date, span.startMinute]).toEqual([
        summary,
        utc.toPlainDate().toString(),
        utc.hour * 60 + utc.minute,
      ]);
    }
  });

  it('may give its changes as dates, with an end, and before the first of them', () => {
    const definition = [
      ...part('STANDARD', 'DTSTART:20200101T000000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100'),
      ...part(
        'DAYLIGHT',
        'DTSTART:20260401T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0300',
        'RDATE:20260610T000000,20260810T000000',
      ),
      ...part(
        'STANDARD',
        'DTSTART:20260501T000000',
        'TZOFFSETFROM:+0300',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=MONTHLY;UNTIL=20260701T235959Z',
      ),
    ];
    const at = (day: string) => [`DTSTART;TZID=Customized Time Zone:${day}T120000`, 'DURATION:PT1H'];
    const text = defined(
      definition,
      at('20260315'),
      at('20260415'),
      at('20260515'),
      at('20260615'),
      at('20260715'),
      at('20260915'),
    );
    expect(shiftsOf(text, { zone: 'UTC' })).toEqual([
      '2026-03-15 11:00-12:00',
      '2026-04-15 09:00-10:00',
      '2026-05-15 11:00-12:00',
      '2026-06-15 09:00-10:00',
      '2026-07-15 11:00-12:00',
      // The rule has ended in July.
      '2026-09-15 09:00-10:00',
    ]);
  });

  it('may say where it lies', () => {
    const text = defined(
      ['X-LIC-LOCATION:Asia/Tokyo'],
      shift(';TZID=Customized Time Zone:20260105T120000', ';TZID=Customized Time Zone:20260105T130000'),
    );
    expect(shiftsOf(text)).toEqual(['2026-01-05 04:00-05:00 T']);
  });

  it('is asked about when it says nothing, or changes by the second', () => {
    const hostile = part(
      'STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=SECONDLY',
    );
    const times = shift(';TZID=Customized Time Zone:20260105T120000', ';TZID=Customized Time Zone:20260105T130000');
    for (const text of [defined([], times), defined(hostile, times)]) {
      expect(read(text).questions).toEqual([
        { kind: 'unknown-zone', name: 'Customized Time Zone', events: 1, assumed: 'Europe/Madrid' },
      ]);
    }
  });
});
