import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../utils/core/roster/read-roster.ts';
import { calendar, lines, MADRID, problemOf, read } from './files.ts';
import { APPLE, GOOGLE, OUTLOOK, ROSTER_TOOL } from './samples.ts';

const SHIFT = ['DTSTART:20260105T090000Z', 'DTEND:20260105T130000Z'];
const SAMPLES = [OUTLOOK, GOOGLE, APPLE, ROSTER_TOOL];

describe('a file that is too much', { timeout: 30_000 }, () => {
  it('has more than ten million characters', () => {
    const text = calendar([...SHIFT, `DESCRIPTION:${'x'.repeat(9_999_000)}`]);
    expect(read(text).shifts).toHaveLength(1);
    expect(problemOf(`${text}${' '.repeat(1_000)}`)).toEqual({
      code: 'roster.too-big',
      field: '',
      values: { most: 10 },
    });
  });

  it('has more than 20 000 events', () => {
    const events = (count: number) => calendar(...Array.from({ length: count }, () => SHIFT));
    expect(read(events(20_000)).shifts).toHaveLength(20_000);
    expect(problemOf(events(20_001))).toEqual({
      code: 'roster.too-many-events',
      field: `line ${4 + 20_000 * 4}`,
      values: { most: 20_000 },
    });
  });

  it('has more than 20 000 shifts in its series', () => {
    const series = Array.from({ length: 60 }, () => [...SHIFT, 'RRULE:FREQ=DAILY']);
    expect(problemOf(calendar(...series))).toEqual({
      code: 'roster.too-many-shifts',
      field: '',
      values: { most: 20_000 },
    });
    const days = Array.from({ length: 60 }, () => ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY']);
    expect(problemOf(calendar(...days))).toMatchObject({ code: 'roster.too-many-shifts' });
  });

  it('has more series than can be walked', () => {
    const series = Array.from({ length: 20_000 }, () => [...SHIFT, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30']);
    expect(problemOf(calendar(...series))).toEqual({ code: 'roster.too-many-recurrences', field: '' });
  });

  it('names more than a hundred zones', () => {
    const zones = Array.from({ length: 101 }, (_, index) => [
      `DTSTART;TZID=Z${index}:20260105T090000`,
      'DURATION:PT1H',
    ]);
    expect(read(calendar(...zones.slice(0, 100))).questions).toHaveLength(100);
    expect(problemOf(calendar(...zones))).toEqual({ code: 'roster.too-many-zones', field: '', values: { most: 100 } });
  });

  it('has a line that never ends', () => {
    const dates = Array.from({ length: 13_000 }, () => '20260105T090000Z').join(',');
    expect(problemOf(calendar([...SHIFT, `EXDATE:${dates}`]))).toEqual({
      code: 'roster.line-too-long',
      field: 'line 7',
      values: { line: 7 },
    });
  });

  it('lists more than 50 000 dates', () => {
    const dates = (count: number) => `20260105T090000Z${',20260105T090000Z'.repeat(count - 1)}`;
    const five = Array.from({ length: 5 }, () => `EXDATE:${dates(10_000)}`);
    expect(read(calendar([...SHIFT, ...five])).shifts).toEqual([]);
    expect(problemOf(calendar([...SHIFT, ...five, `RDATE:${dates(1)}`]))).toEqual({
      code: 'roster.too-many-dates',
      field: 'line 12',
      values: { most: 50_000 },
    });
  });

  it('is nested without end', () => {
    const text = `BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(10)}`;
    expect(problemOf(text)).toEqual({
      code: 'roster.line-unreadable',
      field: 'line 9',
      values: { line: 9, name: 'BEGIN' },
    });
  });
});

describe('what would never end elsewhere', { timeout: 30_000 }, () => {
  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=MONTHLY;BYDAY=7MO',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9',
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0',
    'FREQ=DAILY;COUNT=999999999',
    'FREQ=WEEKLY;BYDAY=MO,MO,MO',
  ])('ends here: %s', (rule) => {
    expect(() => read(calendar([...SHIFT, `RRULE:${rule}`]))).not.toThrow();
  });

  it.each([
    ['line ends', '\n'.repeat(9_000_000)],
    ['folded lines', `BEGIN:VCALENDAR\n${' \n'.repeat(4_000_000)}`],
    ['openings', 'BEGIN:VCALENDAR\n'.repeat(600_000)],
    ['calendars', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'.repeat(300_000)],
    ['empty components', `BEGIN:VCALENDAR\n${'BEGIN:X\nEND:X\n'.repeat(600_000)}END:VCALENDAR\n`],
    ['parameters', calendar([`DTSTART${';A=B'.repeat(40_000)}:20260105T090000Z`])],
    ['quotes', calendar([`DTSTART;TZID=${'"'.repeat(100_000)}:20260105T090000Z`])],
    [
      'added days',
      calendar([
        ...SHIFT,
        ...Array.from({ length: 40 }, () => `RDATE:${'20260105T090000Z,'.repeat(11_000)}20260105T090000Z`),
      ]),
    ],
  ])('ends here: a file of %s', (_, text) => {
    expect(() => readRoster(text, MADRID)).not.toThrow();
  });
});

describe('a damaged file', { timeout: 30_000 }, () => {
  it('is read or refused, wherever it breaks off', () => {
    for (const sample of SAMPLES) {
      for (let length = 0; length < sample.length; length += 7) {
        const roster = readRoster(sample.slice(0, length), MADRID);
        // Only the last line's end may be missing.
        if (roster.ok) expect(length).toBeGreaterThan(sample.length - 3);
        else expect(roster.problem.code).toMatch(/^roster\./u);
      }
    }
  });

  it('never throws, whatever is in its place', () => {
    const parts = [...new Set(SAMPLES.flatMap((sample) => sample.split(/\r?\n/u)))];
    const garbled = fc
      .tuple(
        fc.constantFrom(...parts),
        fc.nat(80),
        fc.constantFrom('', ':', ';', '"', ',', '=', '\\', '\0', '99999999', '-', 'Z', '\u202E'),
      )
      .map(([line, at, sign]) => line.slice(0, at) + sign + line.slice(at + 1));
    const line = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...parts) }, { weight: 1, arbitrary: garbled });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (body) => {
        const roster = readRoster(
          lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...body, 'END:VEVENT', 'END:VCALENDAR'),
          MADRID,
        );
        if (!roster.ok) expect(roster.problem.code).toMatch(/^roster\./u);
        else {
          for (const { date, span } of roster.value.shifts) {
            expect(date >= '2026-01-01' && date < '2027-01-01').toBe(true);
            expect(span.startMinute >= 0 && span.startMinute < 1_440).toBe(true);
            expect(span.endMinute > span.startMinute && span.endMinute <= span.startMinute + 1_440).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps strange signs of a name as they are, for those who show them', () => {
    const [shift] = read(calendar([...SHIFT, 'SUMMARY:<img src=x>\u202Eevil'])).shifts;
    expect(shift?.summary).toBe('<img src=x>\u202Eevil');
  });
});
