import { expect, it } from 'vitest';
import { aroundText } from '../../components/log/around-text.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import type { EntryView } from '../../utils/core/log/read.ts';
import { t } from './screen.tsx';

const OFFICE = [{ startMinute: 540, endMinute: 1_020 }];
const JOB: Employment = {
  id: 'job',
  label: 'Job',
  zoneRule: 'fixed',
  zone: 'America/Bogota',
  hours: [
    {
      validFrom: '2026-01-01',
      pattern: { kind: 'weekly', days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []] },
    },
  ],
  exceptions: [],
};
const entry = (time: string, part: Partial<EntryView> = {}): EntryView =>
  ({ kind: 'contact', verdict: 'off', employment: 'job', at: Date.parse(time), when: null, ...part }) as EntryView;

it('says how long after work a contact came, and how long before the next', () => {
  // A Thursday, hours until 17:00 in Bogotá (UTC-5).
  expect(aroundText(t, entry('2026-11-19T19:15:59-05:00'), [JOB])).toBe(
    '2 h 15 min after work had ended, 13 h 44 min before it began again.',
  );
  expect(aroundText(t, entry('2026-11-21T12:00:00-05:00'), [JOB])).toBe(
    '19 h 0 min after work had ended, 45 h 0 min before it began again.',
  );
});

it('goes by the time that the person names', () => {
  const told = entry('2026-11-24T10:00:00-05:00', { when: '2026-11-19T18:00:00.000-05:00' });
  expect(aroundText(t, told, [JOB])).toContain('1 h 0 min after work had ended');
});

it('says what is known before the first hours and after the last', () => {
  expect(aroundText(t, entry('2025-12-31T23:00:00-05:00'), [JOB])).toBe('10 h 0 min before work began.');
  const ended = { ...JOB, hours: JOB.hours.map((version) => ({ ...version, validUntil: '2026-11-20' })) };
  expect(aroundText(t, entry('2026-11-19T18:00:00-05:00'), [ended])).toBe('1 h 0 min after work had ended.');
});

it('says nothing of contacts in hours, of other entries, and of a job that is gone', () => {
  const at = '2026-11-19T19:15:00-05:00';
  expect(aroundText(t, entry('2026-11-19T12:00:00-05:00', { verdict: 'working' }), [JOB])).toBeNull();
  expect(aroundText(t, entry(at, { kind: 'note' }), [JOB])).toBeNull();
  expect(aroundText(t, entry(at, { employment: 'gone' }), [JOB])).toBeNull();
});
