import { describe, expect, it } from 'vitest';
import { calendar, read, shiftsOf } from './files.ts';

describe('nights in which clocks change', () => {
  const madrid = (start: string, end: string, ...more: string[]): string[] => [
    `DTSTART;TZID=Europe/Madrid:${start}`,
    `DTEND;TZID=Europe/Madrid:${end}`,
    ...more,
  ];

  it('leave a shift its hours on the clock', () => {
    // Forward on 29 March at 02:00, back on 25 October at 03:00.
    expect(
      shiftsOf(calendar(madrid('20260328T220000', '20260329T060000'), madrid('20261024T220000', '20261025T060000'))),
    ).toEqual(['2026-03-28 22:00-06:00+', '2026-10-24 22:00-06:00+']);
  });

  it('leave a series of nights its end at six', () => {
    expect(shiftsOf(calendar(madrid('20260327T220000', '20260328T060000', 'RRULE:FREQ=DAILY;COUNT=3')))).toEqual([
      '2026-03-27 22:00-06:00+',
      '2026-03-28 22:00-06:00+',
      '2026-03-29 22:00-06:00+',
    ]);
  });

  it('move one that begins at an hour that does not exist', () => {
    expect(shiftsOf(calendar(madrid('20260329T023000', '20260329T100000')))).toEqual(['2026-03-29 03:30-10:00']);
  });

  it('let one without length on the clock be told', () => {
    // 02:45 for the first time until 02:15 for the second: half an hour.
    const text = calendar(['DTSTART:20261025T004500Z', 'DTEND:20261025T011500Z', 'SUMMARY:T']);
    expect(read(text)).toEqual({
      shifts: [],
      questions: [],
      skipped: [{ reason: 'clock-change', summary: 'T', line: 4, date: '2026-10-25' }],
    });
  });

  it('keep a series in another zone on its own clock', () => {
    // 09:00 in New York: 15:00 in Madrid, 14:00 while only New York has summer time.
    const text = calendar([
      'DTSTART;TZID=America/New_York:20260302T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=5',
    ]);
    expect(shiftsOf(text)).toEqual([
      '2026-03-02 15:00-16:00',
      '2026-03-09 14:00-15:00',
      '2026-03-16 14:00-15:00',
      '2026-03-23 14:00-15:00',
      '2026-03-30 15:00-16:00',
    ]);
  });
});
