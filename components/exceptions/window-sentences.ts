import type { Weekday, WindowsVersion } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { dayBefore } from './days-of.ts';
import { capitalised, spansText } from './sentences.ts';

/** One plain sentence: "Care, Mon–Fri 16:00–17:00, from March 1, 2026." */
export function windowSentence(t: Text, { kind, pattern, validFrom, validUntil, pay }: WindowsVersion): string {
  const from = fullDate(t.language, validFrom);
  const words = { hours: weekText(t.language, pattern.days.map(spansText)), from };
  const what = t(kind === 'on-call' ? `exceptions.window.on-call.${pay ?? 'unclear'}` : `exceptions.window.${kind}`);
  if (validUntil === undefined) return capitalised(t('exceptions.weekly', { what, ...words }), t.language);
  const last = fullDate(t.language, dayBefore(validUntil));
  return capitalised(t('exceptions.weekly-until', { what, ...words, last }), t.language);
}

const fullDate = (language: string, date: LocalDate): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

/** Days with the same hours are named together, three or more in a row as `Mon–Fri`. `hours` are seven, Monday first. */
export function weekText(language: string, hours: readonly string[]): string {
  const groups = new Map<string, Weekday[]>();
  for (const [day, text] of hours.entries()) {
    if (text === '') continue;
    groups.set(text, [...(groups.get(text) ?? []), (day + 1) as Weekday]);
  }
  return [...groups].map(([text, days]) => `${daysText(language, days)} ${text}`).join('; ');
}

function daysText(language: string, days: readonly Weekday[]): string {
  const names = days.map((day) => weekdayName(language, day, 'short'));
  const [first, last] = [days[0] ?? 1, days.at(-1) ?? 1];
  const inRow = days.length > 2 && last - first === days.length - 1;
  return inRow ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}
