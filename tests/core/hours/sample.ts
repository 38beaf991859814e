import type {
  BlockPattern,
  Employment,
  FlexibleDay,
  FlexiblePattern,
  HoursOverride,
  OnCallDuty,
  Span,
  WeeklyPattern,
} from '../../../utils/core/hours/types.ts';

export const span = (startMinute: number, endMinute: number): Span => ({ startMinute, endMinute });

export const weekly = (...days: readonly (readonly Span[])[]): WeeklyPattern => ({
  kind: 'weekly',
  days: Array.from({ length: 7 }, (_, day) => days[day] ?? []),
});

export const NINE_TO_FIVE = span(540, 1_020);

export const OFFICE = weekly([NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE], [NINE_TO_FIVE]);

/** Twelve hours of rest after 21:00. */
export const NO_FIXED_HOURS: BlockPattern = {
  kind: 'block',
  blockMinutes: 720,
  usualEndMinute: 1_260,
  daysOff: [6, 7],
};

export const FLEXIBLE_DAY: FlexibleDay = {
  frame: span(420, 1_140),
  core: span(600, 900),
  usualStartMinute: 540,
  quotaMinutes: 480,
};

export const FLEXIBLE: FlexiblePattern = {
  kind: 'flexible',
  days: [FLEXIBLE_DAY, FLEXIBLE_DAY, FLEXIBLE_DAY, FLEXIBLE_DAY, FLEXIBLE_DAY, null, null],
};

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
