import type { Weekday } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { PatternForm } from './pattern-form.ts';

/** What the days of a pattern are called: by the week, or by their number in the rotation. */
export function dayNames(t: Text, { repeat, days }: PatternForm, style: 'long' | 'short'): readonly string[] {
  return days.map((_, day) =>
    repeat === 'weekly'
      ? weekdayName(t.language, (day + 1) as Weekday, style)
      : t('hours.day-number', { number: day + 1 }),
  );
}
