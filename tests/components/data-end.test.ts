import { expect, it } from 'vitest';
import { checkLastDay, withLastDay } from '../../components/data/end.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { verdictAt } from '../../utils/core/hours/verdict.ts';
import { parseSettings } from '../../utils/core/settings/schema.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { at, JOB, SETTINGS } from './samples.ts';

const [HOURS] = JOB.hours;
if (HOURS === undefined || HOURS.pattern.kind !== 'weekly') throw new Error('the sample job has weekly hours');
const WEEKLY = HOURS.pattern;

const full: Employment = {
  ...JOB,
  hours: [
    { ...HOURS, validUntil: '2026-06-01' },
    { ...HOURS, validFrom: '2026-06-01', validUntil: '2027-01-01' },
    { ...HOURS, validFrom: '2027-01-01' },
  ],
  windows: [{ kind: 'on-call', validFrom: '2026-01-05', pattern: WEEKLY, pay: 'paid' }],
  rests: [{ validFrom: '2026-01-05', weeklyCap: 40 }],
  exceptions: [
    { kind: 'shift', date: '2026-11-27', mode: 'extra', spans: [{ startMinute: 1_080, endMinute: 1_200 }] },
    { kind: 'shift', date: '2026-11-28', mode: 'extra', spans: [{ startMinute: 540, endMinute: 600 }] },
    { kind: 'overtime', from: at('2026-11-27', '20:00'), until: at('2026-11-27', '21:00'), reason: '' },
    { kind: 'overtime', from: at('2026-11-28', '00:00'), until: at('2026-11-28', '02:00'), reason: '' },
    { kind: 'leave', from: '2026-11-01', until: '2026-11-05', leave: 'annual' },
    { kind: 'leave', from: '2026-12-21', until: '2026-12-31', leave: 'annual' },
  ],
};
const settings: Settings = { ...SETTINGS, employments: [full, { ...JOB, id: 'other' }] };

it('ends whatever is dated with the last day, and leaves what was before and other jobs', () => {
  const closed = withLastDay(settings, 'job', '2026-11-27');
  expect(parseSettings(closed)).toEqual({ ok: true, value: closed });
  const [job, other] = closed.employments;
  expect(other).toEqual(settings.employments[1]);
  expect(job).toEqual({
    ...full,
    hours: [full.hours[0], { ...full.hours[1], validUntil: '2026-11-28' }],
    windows: [{ ...full.windows?.[0], validUntil: '2026-11-28' }],
    rests: [{ ...full.rests?.[0], validUntil: '2026-11-28' }],
    exceptions: [full.exceptions[0], full.exceptions[2], full.exceptions[4]],
  });
  expect(withLastDay(closed, 'job', '2026-11-27')).toEqual(closed);
});

it('makes every later moment after hours, and no earlier one', () => {
  const closed = withLastDay({ ...settings, employments: [full] }, 'job', '2026-11-27').employments[0];
  if (closed === undefined) throw new Error('the job is gone');
  expect(verdictAt(closed, at('2026-11-28', '09:30'))).toMatchObject({ kind: 'off', until: null });
  expect(verdictAt(closed, at('2026-11-30', '10:00'))).toMatchObject({ kind: 'off', reason: 'no-hours' });
  for (const moment of [at('2026-11-26', '20:14'), at('2026-11-27', '10:00'), at('2026-05-04', '10:00')])
    expect(verdictAt(closed, moment).kind).toBe(verdictAt(full, moment).kind);
});

it.each([
  ['', false],
  ['2026-02-30', false],
  ['2026-01-04', false],
  ['2026-01-05', true],
  ['2031-01-01', true],
])('the last day may be %j: %s', (day, fits) => {
  expect(checkLastDay(full, day).ok).toBe(fits);
});
