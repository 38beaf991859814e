import type { PatternForm } from './pattern-form.ts';
import type { SpanText } from './span-text.ts';

export type Preset = Pick<PatternForm, 'repeat' | 'days'>;

const span = (start: string, end: string): SpanText => ({ start, end });

/** The same spans on the first days of the week. */
const week = (workingDays: number, ...spans: readonly SpanText[]): Preset => ({
  repeat: 'weekly',
  days: Array.from({ length: 7 }, (_, day) => (day < workingDays ? spans : [])),
});

/** Starting points that most contracts are near to. */
export const PRESETS = {
  office: week(5, span('09:00', '17:00')),
  lunch: week(5, span('09:00', '13:00'), span('14:00', '18:00')),
  split: week(5, span('08:00', '12:00'), span('14:00', '18:00')),
  mornings: week(5, span('08:00', '12:00')),
  calls: week(6, span('14:00', '20:00')),
  nights: week(5, span('22:00', '06:00')),
  shifts: { repeat: 'rotating', days: [[span('07:00', '19:00')], [span('19:00', '07:00')], [], []] },
} as const satisfies Readonly<Record<string, Preset>>;
export type PresetName = keyof typeof PRESETS;
