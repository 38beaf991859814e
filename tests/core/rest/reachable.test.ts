import { expect, test } from 'vitest';
import type { Employment } from '../../../utils/core/hours/types.ts';
import { disconnectionByDay } from '../../../utils/core/rest/disconnection.ts';
import { workByWeek } from '../../../utils/core/rest/worked-time.ts';
import { HOUR_MS } from '../../../utils/core/time/instant.ts';
import { timelineOf } from './sample.ts';

const at = (text: string): number => Date.parse(`${text}-03:00`);

/** No fixed hours: 12 hours of rest from 21:00 on, so twelve reachable hours a day; two hours of them are said to be work. */
const free: Employment = {
  id: 'free',
  label: 'Sales',
  zoneRule: 'fixed',
  zone: 'America/Montevideo',
  hours: [
    { validFrom: '2026-01-01', pattern: { kind: 'block', blockMinutes: 720, usualEndMinute: 1_260, daysOff: [6, 7] } },
  ],
  exceptions: [
    { kind: 'overtime', from: at('2026-03-03T10:00'), until: at('2026-03-03T12:00'), reason: '' },
    { kind: 'working-now', from: at('2026-03-04T20:00'), until: at('2026-03-04T23:00'), reason: '' },
  ],
};

test('without fixed hours only what was said is work, and a cap is not broken by being reachable', () => {
  const timeline = timelineOf(free, '2026-03-02', '2026-03-09');
  const [week] = workByWeek(timeline, [{ validFrom: '2000-01-01', hours: 48 }]);
  expect(week).toMatchObject({ contractedMs: 5 * HOUR_MS, totalMs: 5 * HOUR_MS, aboveCapMs: 0 });
});

test('rest runs between what was said to be work', () => {
  const timeline = timelineOf(free, '2026-03-02', '2026-03-09');
  const lengths = disconnectionByDay(timeline, 'calendar-day').map(({ longest }) =>
    longest === null ? 0 : (longest.until - longest.from) / HOUR_MS,
  );
  expect(lengths).toEqual([24, 12, 20, 24, 24, 24, 24]);
});
