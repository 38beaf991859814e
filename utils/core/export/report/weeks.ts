import { formatMinute } from '../../hours/clock-text.ts';
import type { Weekday } from '../../hours/types.ts';
import { weekdayName } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import { barChart } from './bars.ts';
import type { ReportFacts } from './facts.ts';
import type { Figures, WeekFigures } from './figures.ts';
import { type Html, html, type Piece } from './html.ts';
import { type Column, tableOf } from './table.ts';
import { durationText, hoursOf } from './words.ts';

/** Week by week: two charts and the table of both. */
export function weeksSection(t: Text, facts: ReportFacts, { weeks }: Figures): Html {
  const label = ({ monday }: WeekFigures): string => monday.slice('YYYY-'.length);
  const contacts = barChart({
    title: t('report.weeks.chart'),
    caption: t('report.weeks.caption'),
    bars: weeks.map((week) => ({ label: label(week), value: week.afterHours })),
  });
  return html`<section><h2>${t('report.weeks.title')}</h2>
${contacts}
${facts.rest === null ? null : restChart(t, facts.rest, weeks, label)}
${table(t, weeks)}
${facts.inHours === null ? null : html`<p class="soft small">${t('report.weeks.in-hours-note')}</p>`}
${weeks.some(({ partial }) => partial) ? html`<p class="soft small">${t('report.weeks.partial-note')}</p>` : null}
</section>`;
}

function restChart(
  t: Text,
  rule: NonNullable<ReportFacts['rest']>,
  weeks: readonly WeekFigures[],
  label: (week: WeekFigures) => string,
): Html | null {
  if (weeks.every(({ rest }) => rest === null)) return null;
  const bars = weeks.map((week) => ({
    label: label(week),
    value: week.rest?.shortestMs == null ? null : hoursOf(week.rest.shortestMs),
    marked: (week.rest?.broken ?? 0) > 0,
  }));
  const chart = barChart({
    title: t('report.rest.chart'),
    caption: t('report.rest.caption'),
    bars,
    level: rule.daily.hours,
  });
  return html`<h3>${t('report.rest.title')}</h3><p>${t('report.rest.measure', { daily: dailyText(t, rule.daily), weekly: weeklyText(t, rule.weekly) })}</p>${chart}`;
}

function dailyText(t: Text, { hours, withinHours }: NonNullable<ReportFacts['rest']>['daily']): string {
  if (withinHours === undefined) return t('report.rest.daily', { hours });
  return t('report.rest.daily-within', { hours, within: withinHours });
}

function weeklyText(t: Text, rule: NonNullable<ReportFacts['rest']>['weekly']): string {
  if (rule.kind === 'hours') return t('report.rest.weekly', { hours: rule.hours });
  const moment = (minute: number): string =>
    `${weekdayName(t.language, ((Math.floor(minute / 1_440) % 7) + 1) as Weekday)} ${formatMinute(minute % 1_440)}`;
  return t('report.rest.weekly-window', { from: moment(rule.startMinute), to: moment(rule.endMinute) });
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
    ...(weeks.some(({ rest }) => rest !== null) ? restColumns(t) : []),
  ]);
}

const NONE = '–';

const restColumns = (t: Text): readonly Column<WeekFigures>[] => [
  {
    head: t('report.rest.shortest'),
    cell: ({ rest }) => (rest?.shortestMs == null ? NONE : durationText(rest.shortestMs)),
    figure: true,
  },
  { head: t('report.rest.broken'), cell: ({ rest }) => rest?.broken ?? NONE, figure: true },
  { head: t('report.rest.short'), cell: ({ rest }) => rest?.short ?? NONE, figure: true },
  {
    head: t('report.rest.weekly-broken'),
    cell: ({ rest, partial }) => (rest === null || partial ? NONE : t(rest.weeklyBroken ? 'report.yes' : 'report.no')),
    figure: true,
  },
];
