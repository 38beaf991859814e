import { describe, expect, it } from 'vitest';
import { ribbonWeek } from '../../components/ribbon/week.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { mondayBefore, weekOfHours } from '../../utils/core/hours/week.ts';
import { instantOf } from '../../utils/core/time/zones.ts';
import { at, JOB, NOW, ZONE } from './samples.ts';

const rotating = (kind: 'weekly' | 'rotating', days: Span[][]): Employment => ({
  ...JOB,
  hours: [
    { validFrom: '2026-11-24', pattern: kind === 'weekly' ? { kind, days } : { kind, days, anchor: '2026-12-01' } },
  ],
});
const CARE = { startMinute: 15 * 60, endMinute: 16 * 60 };
const NIGHT = { startMinute: 22 * 60, endMinute: 30 * 60 };

describe('the week ribbon', () => {
  it('runs from Monday, with now and contacts at their places', () => {
    const week = ribbonWeek(weekOfHours(JOB, NOW), NOW, [
      at('2026-11-23', '06:30'),
      at('2026-11-29', '23:59'),
      at('2026-11-22', '10:00'),
    ]);
    expect(week.days.map(({ date }) => date)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    );
    expect(week.now).toEqual({ day: 3, minute: 20 * 60 + 14 });
    expect(week.marks).toEqual([
      { day: 0, minute: 390 },
      { day: 6, minute: 1439 },
    ]);
  });

  it('splits a night at midnight, and a Sunday night reaches Monday', () => {
    const sundays: Employment = {
      ...JOB,
      hours: [{ validFrom: '2026-01-05', pattern: { kind: 'weekly', days: [[], [], [], [], [], [], [NIGHT]] } }],
    };
    const { days } = ribbonWeek(weekOfHours(sundays, NOW), NOW, []);
    expect(days[6]?.spans).toEqual([{ startMinute: 1320, endMinute: 1440 }]);
    expect(days[0]?.spans).toEqual([{ startMinute: 0, endMinute: 360 }]);
  });

  it('shows each day by the version in force on it', () => {
    const mornings = Array.from({ length: 7 }, () => [{ startMinute: 480, endMinute: 720 }]);
    const changed: Employment = {
      ...JOB,
      hours: [
        { ...(JOB.hours[0] as Employment['hours'][number]), validUntil: '2026-11-25' },
        { validFrom: '2026-11-25', pattern: { kind: 'weekly', days: mornings } },
      ],
    };
    const { days } = ribbonWeek(weekOfHours(changed, NOW), NOW, []);
    expect(days.map(({ spans }) => spans[0]?.startMinute)).toEqual([540, 540, 480, 480, 480, 480, 480]);
  });

  it.each<[string, Employment]>([
    ['a week', JOB],
    [
      'nights',
      rotating(
        'weekly',
        Array.from({ length: 7 }, () => [NIGHT]),
      ),
    ],
    [
      'a season, from Wednesday on',
      {
        ...JOB,
        hours: [
          {
            ...(JOB.hours[0] as Employment['hours'][number]),
            seasons: [{ from: '11-25', until: '12-10', pattern: { kind: 'weekly', days: Array(7).fill([NIGHT]) } }],
          },
        ],
      },
    ],
    [
      'a holiday, leave, care and overtime',
      {
        ...JOB,
        windows: [{ kind: 'care', validFrom: '2026-01-05', pattern: { kind: 'weekly', days: Array(7).fill([CARE]) } }],
        exceptions: [
          { kind: 'holiday', date: '2026-11-23', name: 'Fair' },
          { kind: 'leave', from: '2026-11-25', until: '2026-11-26', leave: 'sick' },
          { kind: 'overtime', from: at('2026-11-27', '22:00'), until: at('2026-11-28', '02:30'), reason: '' },
        ],
      },
    ],
    ['a rotation of three days', rotating('rotating', [[NIGHT], [], [{ startMinute: 480, endMinute: 720 }]])],
  ])('fills what the verdict calls working: %s', (_, employment) => {
    const { days } = ribbonWeek(weekOfHours(employment, NOW), NOW, []);
    for (const { date, spans } of days) {
      for (let minute = 0; minute < 1440; minute += 30) {
        const filled = spans.some(({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute);
        const verdict = verdictAt(employment, instantOf(date, minute, ZONE));
        expect([date, minute, filled]).toEqual([date, minute, verdict.kind === 'working']);
      }
    }
  });

  it('begins its week where the job is', () => {
    const sundayEvening = Date.parse('2026-11-23T03:00:00Z');
    expect(mondayBefore(sundayEvening, JOB)).toBe('2026-11-16');
    expect(mondayBefore(sundayEvening, { zone: 'Europe/Madrid' })).toBe('2026-11-23');
    const moves = [{ from: sundayEvening, zone: 'Europe/Madrid' }];
    expect(mondayBefore(sundayEvening, { ...JOB, moves })).toBe('2026-11-23');
    expect(mondayBefore(sundayEvening - 1, { ...JOB, moves })).toBe('2026-11-16');
  });
});
