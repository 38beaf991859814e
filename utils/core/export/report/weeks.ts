import type { Text } from '../../text/text.ts';
import { barChart } from './bars.ts';
import type { ReportFacts } from './facts.ts';
import type { Figures, WeekFigures } from './figures.ts';
import { type Html, html, type Piece } from './html.ts';
import { type Column, tableOf } from './table.ts';

/** Week by week: a chart and its table. */
export function weeksSection(t: Text, facts: ReportFacts, { weeks }: Figures): Html {
  const label = ({ monday }: WeekFigures): string => monday.slice('YYYY-'.length);
  const contacts = barChart({
    title: t('report.weeks.chart'),
    caption: t('report.weeks.caption'),
    bars: weeks.map((week) => ({ label: label(week), value: week.afterHours })),
  });
  return html`<section><h2>${t('report.weeks.title')}</h2>
${contacts}
${table(t, weeks)}
${facts.inHours === null ? null : html`<p class="soft small">${t('report.weeks.in-hours-note')}</p>`}
${weeks.some(({ partial }) => partial) ? html`<p class="soft small">${t('report.weeks.partial-note')}</p>` : null}
</section>`;
}

function table(t: Text, weeks: readonly WeekFigures[]): Html {
  const withIn = weeks.some(({ inHours }) => inHours !== null);
  const withOnCall = weeks.some(({ onCall }) => onCall > 0);
  const figure = (head: string, cell: (week: WeekFigures) => Piece): Column<WeekFigures> => ({
    head,
    cell,
    figure: true,
  });
  return tableOf(weeks, [
    {
      head: t('report.weeks.week'),
      cell: ({ week, monday, partial }) =>
        html`<span class="wrapless">${week} <span class="soft">(${monday})</span>${partial ? ' *' : ''}</span>`,
    },
    figure(t('report.number.after-hours'), ({ afterHours }) => html`<span class="strong">${afterHours}</span>`),
    figure(t('report.weeks.days'), ({ days }) => days),
    withOnCall ? figure(t('report.number.on-call'), ({ onCall }) => onCall) : null,
    withIn ? figure(t('report.number.in-hours'), ({ inHours }) => inHours ?? NONE) : null,
  ]);
}

const NONE = '–';
