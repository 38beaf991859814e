import type { Weekday } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { CalendarWords } from './month-grid.tsx';
import { capitalised, spansText } from './sentences.ts';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Formatters are slow to make, and a year has 365 days. */
export function calendarWords(t: Text): CalendarWords {
  const { language } = t;
  const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const days = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return {
    monthName: (month) => capitalised(months.format(Date.parse(`${month}-01T00:00:00Z`)), language),
    weekdays: WEEKDAYS.map((weekday) => {
      const name = weekdayName(language, weekday);
      return { letter: name.charAt(0).toLocaleUpperCase(language), name };
    }),
    dayName({ date, spans, kinds }) {
      const hours = spans.length === 0 ? t('exceptions.no-hours') : spansText(spans);
      const facts = [...kinds.map((kind) => t(`exceptions.kind.${kind}`)), hours].join('; ');
      return t('exceptions.day', { date: days.format(Date.parse(`${date}T00:00:00Z`)), facts });
    },
  };
}
