import { formatMinute } from '../../hours/clock-text.ts';
import { cycleDays, patternDayOn } from '../../hours/pattern-days.ts';
import type { HoursPattern, Span, Weekday } from '../../hours/types.ts';
import { weekdayName } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import { addDays } from '../../time/calendar.ts';
import { MINUTE_MS, MINUTES_PER_DAY } from '../../time/instant.ts';
import { type Html, html } from './html.ts';
import { dateText, durationText, spansText } from './words.ts';

const SOME_MONDAY = '2024-01-01';

/** The days of a pattern, each with its times and its row of the week ribbon. */
export function patternTable(t: Text, pattern: HoursPattern): Html {
  const first = pattern.kind === 'rotating' ? pattern.anchor : SOME_MONDAY;
  const days = Array.from({ length: cycleDays(pattern) }, (_, index) =>
    patternDayOn({ pattern }, addDays(first, index)),
  );
  return html`${introOf(t, pattern)}<table class="ribbon-table"><tbody>${days.map(({ spans, free }, index) => {
    const name =
      pattern.kind === 'rotating'
        ? t('report.hours.day', { number: index + 1 })
        : weekdayName(t.language, (index + 1) as Weekday);
    const core = free?.kind === 'flexible' ? free.day.core : null;
    return html`<tr><th scope="row">${name}</th><td>${hoursText(t, spans, core)}</td><td>${bar(spans)}</td></tr>`;
  })}</tbody></table>`;
}

function introOf(t: Text, pattern: HoursPattern): Html | null {
  switch (pattern.kind) {
    case 'weekly':
      return null;
    case 'rotating':
      return html`<p>${t('report.hours.rotation', { count: pattern.days.length, date: dateText(t, pattern.anchor) })}</p>`;
    case 'block': {
      const rest = durationText(pattern.blockMinutes * MINUTE_MS);
      return html`<p>${t('report.hours.block', { rest, end: formatMinute(pattern.usualEndMinute) })}</p>`;
    }
    case 'flexible':
      return html`<p>${t('report.hours.flexible')}</p>`;
  }
}

function hoursText(t: Text, spans: readonly Span[], core: Span | null): string {
  if (spans.length === 0) return t('report.hours.free');
  const hours = spansText(spans);
  return core === null ? hours : t('report.hours.core', { hours, core: spansText([core]) });
}

const BAR_WIDTH = 240;

/** One day of the week ribbon; what reaches over midnight is drawn to the end of its day. */
function bar(spans: readonly Span[]): Html {
  const place = (minute: number): number =>
    Math.round((Math.min(minute, MINUTES_PER_DAY) / MINUTES_PER_DAY) * BAR_WIDTH);
  return html`<svg class="ribbon" viewBox="0 0 ${BAR_WIDTH} 10" aria-hidden="true"><rect class="track" width="${BAR_WIDTH}" height="10" rx="3"/>${spans.map(
    ({ startMinute, endMinute }) =>
      html`<rect class="bar" x="${place(startMinute)}" width="${place(endMinute) - place(startMinute)}" height="10" rx="2"/>`,
  )}</svg>`;
}
