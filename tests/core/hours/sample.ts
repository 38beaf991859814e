import type { Employment, HoursOverride, OnCallDuty, Span, WeeklyPattern } from '../../../utils/core/hours/types.ts';

export const span = (startMinute: number, endMinute: number): Span => ({ startMinute, endMinute });

export const weekly = (...days: readonly (readonly Span[])[]): WeeklyPattern => ({
  kind: 'weekly',
  days: Array.from({ length: 7 }, (_, day) => days[day] ?? []),
});

export const NINE_TO_FIVE = span(540, 1_020);

export const OFFICE = weekly([NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE]);

/** A sound employment, with whatever a test needs to be different. */
export const employment = (changes: Partial<Employment> = {}): Employment => ({
  id: 'job',
  label: 'Job',
  zoneRule: 'fixed',
  zone: 'America/Bogota',
  hours: [{ validFrom: '2026-01-01', pattern: OFFICE }],
  exceptions: [],
  ...changes,
});

export const override = (kind: HoursOverride['kind'], from: string, until: string): HoursOverride => ({
  kind,
  from: Date.parse(from),
  until: Date.parse(until),
  reason: '',
});

export const onCall = (from: string, until: string): OnCallDuty => ({
  kind: 'on-call',
  from: Date.parse(from),
  until: Date.parse(until),
  pay: 'paid',
});
