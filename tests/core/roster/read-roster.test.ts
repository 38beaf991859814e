import { describe, expect, it } from 'vitest';
import { calendar, read, shiftsOf } from './files.ts';

const madrid = (start: string, end: string, ...more: readonly string[]): string[] => [
  `DTSTART;TZID=Europe/Madrid:${start}`,
  `DTEND;TZID=Europe/Madrid:${end}`,
  ...more,
];

describe('a series', () => {
  const DAILY = madrid('20260105T090000', '20260105T130000', 'RRULE:FREQ=DAILY;COUNT=4', 'UID:1', 'SUMMARY:S');

  it('lacks its excluded days, however they are written', () => {
    const days = (...excluded: string[]) =>
      shiftsOf(calendar([...DAILY, ...excluded])).map((text) => text.slice(8, 10));
    expect(days()).toEqual(['05', '06', '07', '08']);
    expect(days('EXDATE;TZID=Europe/Madrid:20260106T090000')).toEqual(['05', '07', '08']);
    expect(days('EXDATE:20260106T080000Z,20260108T080000Z')).toEqual(['05', '07']);
    expect(days('EXDATE:20260106T090000', 'EXDATE;TZID=America/New_York:20260107T030000')).toEqual(['05', '08']);
    const elsewhere = read(calendar([...DAILY, 'EXDATE:20260106T090000']), { zone: 'America/New_York' });
    expect(
      elsewhere.shifts.map(({ date }) => date.slice(8)),
      'on the clock of the series',
    ).toEqual(['05', '07', '08']);
    expect(days('EXDATE;VALUE=DATE:20260105')).toEqual(['06', '07', '08']);
    expect(days('EXDATE;TZID=Europe/Madrid:20260106T100000'), 'another hour').toEqual(['05', '06', '07', '08']);
  });

  it('has its added days, with their own end where they have one', () => {
    const added = [
      'RDATE;TZID=Europe/Madrid:20260120T200000',
      'RDATE;VALUE=PERIOD:20260121T080000Z/PT2H,20260122T080000Z/20260122T110000Z',
      'RDATE;VALUE=DATE:20260123',
    ];
    expect(shiftsOf(calendar([...DAILY, ...added])).slice(4)).toEqual([
      '2026-01-20 20:00-00:00+ S',
      '2026-01-21 09:00-11:00 S',
      '2026-01-22 09:00-12:00 S',
      '2026-01-23 09:00-13:00 S',
    ]);
  });

  it('ends by its last moment, which belongs to it', () => {
    const until = (moment: string) =>
      shiftsOf(calendar(madrid('20260105T233000', '20260106T010000', `RRULE:FREQ=DAILY;UNTIL=${moment}`))).length;
    expect(until('20260107T223000Z')).toBe(3);
    expect(until('20260107T222959Z')).toBe(2);
    expect(until('20260107T233000')).toBe(3);
    expect(until('20260107')).toBe(3);
    // 05:00 in Tokyo is 20:00 UTC of the day before.
    const tokyo = [
      'DTSTART;TZID=Asia/Tokyo:20260105T050000',
      'DURATION:PT8H',
      'RRULE:FREQ=DAILY;UNTIL=20260107T200000Z',
    ];
    expect(shiftsOf(calendar(tokyo))).toHaveLength(4);
  });

  it('without end is bounded by the range', () => {
    const text = calendar(madrid('20200101T090000', '20200101T130000', 'RRULE:FREQ=WEEKLY;BYDAY=MO'));
    expect(shiftsOf(text, { fromDate: '2026-06-01', untilDate: '2026-06-15' })).toEqual([
      '2026-06-01 09:00-13:00',
      '2026-06-08 09:00-13:00',
    ]);
  });

  it('shows a changed day in its new place, also from outside the range or to it', () => {
    const moved = (to: string) =>
      madrid(`${to}T140000`, `${to}T150000`, 'UID:1', 'RECURRENCE-ID:20260107T080000Z', 'SUMMARY:M');
    const range = { fromDate: '2026-01-07', untilDate: '2026-01-09' };
    expect(shiftsOf(calendar(DAILY, moved('20260108')), range)).toEqual([
      '2026-01-08 09:00-13:00 S',
      '2026-01-08 14:00-15:00 M',
    ]);
    expect(shiftsOf(calendar(DAILY, moved('20260301')), range)).toEqual(['2026-01-08 09:00-13:00 S']);
    expect(shiftsOf(calendar(DAILY, moved('20260301')), { fromDate: '2026-03-01', untilDate: '2026-03-02' })).toEqual([
      '2026-03-01 14:00-15:00 M',
    ]);
  });

  it('takes the newer of two changes of one day, and the day as such where no hour is said', () => {
    const change = (sequence: number, hour: string) =>
      madrid(
        `20260107T${hour}0000`,
        '20260107T230000',
        'UID:1',
        'RECURRENCE-ID;VALUE=DATE:20260107',
        `SEQUENCE:${sequence}`,
      );
    const { shifts, skipped } = read(calendar(DAILY, change(2, '20'), change(1, '18')));
    expect(shifts.filter(({ date }) => date === '2026-01-07').map(({ span }) => span.startMinute)).toEqual([1_200]);
    expect(skipped).toMatchObject([{ reason: 'superseded', date: '2026-01-07' }]);
  });

  it('is cut where all later ones were changed, and says so', () => {
    const later = madrid(
      '20260107T200000',
      '20260107T210000',
      'UID:1',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260107T080000Z',
    );
    const { shifts, skipped } = read(calendar(DAILY, later));
    expect(shifts.map(({ date }) => date)).toEqual(['2026-01-05', '2026-01-06']);
    expect(skipped).toMatchObject([{ reason: 'this-and-future', date: '2026-01-07' }]);
  });

  it('by a rule that is not usual is left out whole, and says so', () => {
    const hourly = madrid('20260105T090000', '20260105T093000', 'RRULE:FREQ=HOURLY', 'SUMMARY:H');
    const excluding = madrid(
      '20260105T090000',
      '20260105T093000',
      'RRULE:FREQ=DAILY',
      'EXRULE:FREQ=WEEKLY',
      'SUMMARY:X',
    );
    expect(read(calendar(hourly, excluding, DAILY))).toMatchObject({
      shifts: { length: 4 },
      skipped: [
        { reason: 'rule', summary: 'H' },
        { reason: 'rule', summary: 'X' },
      ],
    });
    expect(read(calendar(hourly), { fromDate: '2026-06-01' }).skipped, 'it may go on').toMatchObject([
      { reason: 'rule' },
    ]);
  });

  it('begins with its first day, even where its rule leaves that out', () => {
    const text = calendar(madrid('20260105T090000', '20260105T130000', 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2'));
    expect(shiftsOf(text).map((told) => told.slice(0, 10))).toEqual(['2026-01-05', '2026-01-06', '2026-01-13']);
  });
});

describe('an event', () => {
  it('may last 24 hours, and no longer', () => {
    const { shifts, skipped } = read(
      calendar(
        madrid('20260105T080000', '20260106T080000', 'SUMMARY:24'),
        madrid('20260107T080000', '20260108T080100', 'SUMMARY:25'),
      ),
    );
    expect(shifts.map(({ span }) => span)).toEqual([{ startMinute: 480, endMinute: 1_920 }]);
    expect(skipped).toEqual([{ reason: 'too-long', summary: '25', line: 9, date: '2026-01-07' }]);
  });

  it('may last until midnight, and is of the day on which it begins', () => {
    expect(shiftsOf(calendar(madrid('20260105T160000', '20260106T000000')))).toEqual(['2026-01-05 16:00-00:00+']);
    const night = calendar(madrid('20251231T220000', '20260101T060000'), madrid('20261231T220000', '20270101T060000'));
    expect(shiftsOf(night)).toEqual(['2026-12-31 22:00-06:00+']);
  });

  it('that breaks a minute counts it as worked', () => {
    expect(shiftsOf(calendar(madrid('20260105T085930', '20260105T130001')))).toEqual(['2026-01-05 08:59-13:01']);
  });

  it('without end or length is told', () => {
    const text = calendar(['DTSTART:20260105T090000Z', 'SUMMARY:?'], madrid('20260105T090000', '20260105T090000'));
    expect(read(text).skipped.map(({ reason, line }) => [reason, line])).toEqual([
      ['no-length', 4],
      ['no-length', 8],
    ]);
  });

  it('without a UID is no version of another', () => {
    const text = calendar(
      madrid('20260105T090000', '20260105T130000', 'SEQUENCE:1'),
      madrid('20260106T090000', '20260106T130000', 'SEQUENCE:0'),
    );
    expect(shiftsOf(text)).toHaveLength(2);
  });

  it('that is cancelled is told, outside the range it is not', () => {
    const cancelled = (day: string) => madrid(`${day}T090000`, `${day}T130000`, 'STATUS:CANCELLED');
    expect(read(calendar(cancelled('20260105'), cancelled('20250105'))).skipped).toEqual([
      { reason: 'cancelled', summary: '', line: 4, date: '2026-01-05' },
    ]);
  });

  it('is cancelled with its calendar', () => {
    const text = calendar(madrid('20260105T090000', '20260105T130000')).replace('VERSION:2.0', 'METHOD:CANCEL');
    expect(read(text)).toMatchObject({ shifts: [], skipped: [{ reason: 'cancelled' }] });
  });

  it('is the newest of its versions', () => {
    const version = (sequence: number, hour: string) =>
      madrid(`20260105T${hour}0000`, '20260105T200000', 'UID:1', `SEQUENCE:${sequence}`);
    const { shifts, skipped } = read(calendar(version(3, '10'), version(12, '11'), version(0, '09')));
    expect(shifts.map(({ span }) => span.startMinute)).toEqual([660]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['superseded', 'superseded']);
  });

  it('with a long name is told by its beginning, on one line', () => {
    const text = calendar(madrid('20260105T090000', '20260105T130000', `SUMMARY:a\\n\\, b ${'x'.repeat(500)}`));
    const summary = read(text).shifts[0]?.summary ?? '';
    expect(summary.startsWith('a , b xxx')).toBe(true);
    expect(summary).toHaveLength(200);
  });
});
