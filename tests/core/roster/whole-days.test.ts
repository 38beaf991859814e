import { describe, expect, it } from 'vitest';
import { calendar, read } from './files.ts';

const madrid = (start: string, end: string, ...more: readonly string[]): string[] => [
  `DTSTART;TZID=Europe/Madrid:${start}`,
  `DTEND;TZID=Europe/Madrid:${end}`,
  ...more,
];

describe('whole days', () => {
  const DAYS = ['DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:Leave'];

  it('are asked about, also where they reach into the range from before', () => {
    expect(read(calendar(DAYS, ['DTSTART;VALUE=DATE:20261231', 'SUMMARY:Day'])).questions).toEqual([
      { kind: 'all-day', from: '2025-12-30', until: '2026-01-03', summary: 'Leave', line: 4 },
      { kind: 'all-day', from: '2026-12-31', until: '2027-01-01', summary: 'Day', line: 9 },
    ]);
  });

  it('may come again, but not on excluded or changed days', () => {
    const off = [
      'DTSTART;VALUE=DATE:20260105',
      'RRULE:FREQ=WEEKLY;UNTIL=20260126',
      'EXDATE;VALUE=DATE:20260112',
      'UID:1',
    ];
    const moved = ['DTSTART;VALUE=DATE:20260120', 'RECURRENCE-ID;VALUE=DATE:20260119', 'UID:1'];
    const { questions, shifts } = read(calendar(off, moved));
    expect(questions.map((question) => 'from' in question && question.from)).toEqual([
      '2026-01-05',
      '2026-01-20',
      '2026-01-26',
    ]);
    expect(shifts).toEqual([]);
    const fourDays = calendar(['DTSTART;VALUE=DATE:20251201', 'DURATION:P4D', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-2']);
    expect(read(fourDays).questions[0]).toMatchObject({ from: '2025-12-30', until: '2026-01-03' });
  });

  it('may be hidden in times', () => {
    const outlook = madrid('20260105T000000', '20260107T000000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE');
    expect(read(calendar(outlook))).toMatchObject({
      shifts: [],
      questions: [{ kind: 'all-day', from: '2026-01-05', until: '2026-01-07' }],
    });
  });

  it('last at least one day', () => {
    const text = calendar(
      ['DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260105'],
      ['DTSTART;VALUE=DATE:20260110', 'DURATION:P2D'],
    );
    expect(read(text).questions).toMatchObject([
      { from: '2026-01-05', until: '2026-01-06' },
      { from: '2026-01-10', until: '2026-01-12' },
    ]);
  });
});
