import type { YearDay } from '../../utils/core/hours/types.ts';
import type { Problem } from '../../utils/core/result.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { capitalised, spansText } from '../exceptions/sentences.ts';
import { weekText } from '../exceptions/window-sentences.ts';
import { flexibleWeekText } from './free-words.ts';
import type { PatternForm } from './pattern-form.ts';
import { isYearDay, type SeasonForm } from './season-form.ts';
import { spanOf } from './span-text.ts';

/** `July 1`, as the language writes it; what is no day of the year as it was typed. */
export function yearDayText(language: string, day: YearDay): string {
  if (!isYearDay(day)) return day;
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`2024-${day}T00:00:00Z`));
}

/** Its months as one chooses among them, January first. */
export function monthNames(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => capitalised(format.format(Date.UTC(2024, month, 1)), language));
}

/** "July 1 to August 31: Mon–Fri 08:00–15:00". */
export function seasonSentence(t: Text, season: SeasonForm): string {
  const [first, last] = [season.first, season.last].map((day) => yearDayText(t.language, day));
  const words = { first: first ?? '', last: last ?? '', hours: hoursText(t, season) };
  return capitalised(t('hours.season-says', words), t.language);
}

function hoursText(t: Text, { repeat, days, flexible }: PatternForm): string {
  if (repeat === 'block') return t('hours.season-block');
  if (repeat === 'flexible') return t('hours.season-flexible', { hours: flexibleWeekText(t.language, flexible) });
  if (repeat === 'rotating') return t('hours.season-rotation', { count: days.length });
  const spans = days.map((texts) => spansText(texts.flatMap((text) => spanOf(text) ?? [])));
  return weekText(t.language, spans) || t('hours.season-no-hours');
}

/** The sentence for a problem with a season: the days of the year that it names are written as people write them. */
export function seasonProblem(t: Text, { values = {}, ...problem }: Problem): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? yearDayText(t.language, value) : value,
  ]);
  return t.problem({ ...problem, values: Object.fromEntries(shown) });
}
