import type { Span, Weekday } from '../../hours/types.ts';
import type { ContactCounts } from '../../rest/contact-counts.ts';
import { weekdayName } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import { MINUTES_PER_DAY } from '../../time/instant.ts';
import { type Html, html, joined } from './html.ts';

const LEFT = 92;
const TOP = 18;
const CELL = 24;
const ROW = 22;
/** The biggest mark; areas are in proportion to counts, so that they can be told apart without colour. */
const MARK = 19;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

export interface HeatMap {
  readonly counts: ContactCounts['byWeekdayAndHour'];
  /** Contracted hours of a week, Monday first, where one pattern held for the whole period; else null. */
  readonly hours: readonly (readonly Span[])[] | null;
}

/** Contacts after hours by weekday and hour: the week ribbon with a mark in each hour. {@link heatTable} is its table. */
export function heatMap(t: Text, { counts, hours }: HeatMap): Html {
  const most = Math.max(1, ...counts.flat().map(({ off }) => off));
  const width = LEFT + 24 * CELL;
  const height = TOP + 7 * ROW;
  const title = t('report.heat.caption');
  return html`<figure class="keep">
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
${HOURS.filter((hour) => hour % 3 === 0).map(
  (hour) => html`<text class="tick" x="${LEFT + hour * CELL}" y="${TOP - 6}">${clock(hour)}</text>`,
)}
${WEEKDAYS.map((weekday, row) => rowOf(t, { weekday, row, counts, hours, most }))}
</svg>
<figcaption>${title} ${t(hours === null ? 'report.heat.size' : 'report.heat.size-and-hours')}</figcaption>
</figure>`;
}

interface Row extends HeatMap {
  readonly weekday: Weekday;
  readonly row: number;
  readonly most: number;
}

function rowOf(t: Text, { weekday, row, counts, hours, most }: Row): Html {
  const y = TOP + row * ROW;
  const spans = [...(hours?.[row] ?? []), ...overnight(hours?.[(row + 6) % 7] ?? [])];
  return html`<text class="label" x="0" y="${y + 15}">${weekdayName(t.language, weekday)}</text>
<rect class="track" x="${LEFT}" y="${y + 1}" width="${24 * CELL}" height="${ROW - 2}" rx="3"/>
${spans.map(({ startMinute, endMinute }) => {
  const [from, until] = [place(startMinute), place(Math.min(endMinute, MINUTES_PER_DAY))];
  return html`<rect class="hours" x="${from}" y="${y + 1}" width="${round(until - from)}" height="${ROW - 2}"/>`;
})}
${HOURS.map((hour) => {
  const count = counts[row]?.[hour]?.off ?? 0;
  if (count === 0) return null;
  const side = round(Math.max(4, MARK * Math.sqrt(count / most)));
  const x = round(LEFT + hour * CELL + (CELL - side) / 2);
  return html`<rect class="mark" x="${x}" y="${round(y + (ROW - side) / 2)}" width="${side}" height="${side}" rx="2"/>`;
})}`;
}

/** What the day before leaves of its spans after midnight. */
const overnight = (spans: readonly Span[]): readonly Span[] =>
  spans
    .filter(({ endMinute }) => endMinute > MINUTES_PER_DAY)
    .map(({ endMinute }) => ({ startMinute: 0, endMinute: endMinute - MINUTES_PER_DAY }));

const place = (minute: number): number => round(LEFT + (minute / 60) * CELL);
const round = (value: number): number => Math.round(value * 100) / 100;
const clock = (hour: number): string => String(hour).padStart(2, '0');

export function heatTable(t: Text, counts: ContactCounts['byWeekdayAndHour']): Html {
  const rows = WEEKDAYS.map((weekday, row) => {
    const cells = HOURS.map((hour) => counts[row]?.[hour]?.off ?? 0);
    const sum = cells.reduce((a, b) => a + b, 0);
    return html`<tr><th scope="row">${weekdayName(t.language, weekday, 'short')}</th>
${cells.map((count) => (count === 0 ? html`<td class="zero">·</td>` : html`<td>${count}</td>`))}<td class="sum">${sum}</td></tr>
`;
  });
  return html`<table class="grid keep"><thead><tr><th scope="col">${t('report.heat.weekday')}</th>
${HOURS.map((hour) => html`<th scope="col">${clock(hour)}</th>`)}<th scope="col">${t('report.sum')}</th></tr></thead>
<tbody>${joined(rows)}</tbody></table>`;
}
