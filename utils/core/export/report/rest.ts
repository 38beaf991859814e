import { restWords } from '../../rest/words.ts';
import type { Text } from '../../text/text.ts';
import { barChart } from './bars.ts';
import { MOST_ROWS } from './collect.ts';
import { validity } from './hours.ts';
import { captured, type Html, html, type Piece } from './html.ts';
import type { JobRests, RestWeek } from './rest-figures.ts';
import { type Column, tableOf } from './table.ts';
import { durationText, hoursOf } from './words.ts';

/** Rests and weekly hours of each job against its own rules; without rules, that nothing is claimed. */
export function restSection(t: Text, jobs: readonly JobRests[]): Html {
  const none = html`<p>${t('report.rest.none')}</p>`;
  const some = jobs.some(({ weeks }) => weeks.length > 0);
  return html`<section><h2>${t('report.rest.title')}</h2>
${some ? html`<p>${t('report.rest.intro')}</p><p>${t('report.rest.recorded')}</p>` : none}
${
  some
    ? jobs.map(
        (job) => html`${jobs.length === 1 ? null : html`<h3>${captured(job.employment.label)}</h3>`}
${job.weeks.length === 0 ? none : jobRests(t, job)}`,
      )
    : null
}
</section>`;
}

function jobRests(t: Text, { versions, weeks }: JobRests): Html {
  const shown = weeks.slice(0, MOST_ROWS);
  return html`<ul>${versions.map((version) => html`<li>${validity(t, version)}: ${restWords(t, version).join('; ')}</li>`)}</ul>
${chart(t, versions, weeks)}
${shown.length < weeks.length ? html`<p>${t('report.rest.limited', { shown: shown.length, total: weeks.length })}</p>` : null}
${table(t, shown)}
${weeks.some(({ partial }) => partial) ? html`<p class="soft small">${t('report.rest.partial-note')}</p>` : null}`;
}

/** Null where no daily rest is measured. The level is drawn where one held throughout. */
function chart(t: Text, versions: JobRests['versions'], weeks: readonly RestWeek[]): Html | null {
  if (weeks.every(({ daily }) => daily === null)) return null;
  const [level, ...others] = new Set(versions.flatMap(({ daily }) => daily?.hours ?? []));
  return barChart({
    title: t('report.rest.chart'),
    caption: t(others.length === 0 ? 'report.rest.caption' : 'report.rest.caption-several'),
    bars: weeks.map(({ monday, daily }) => ({
      label: monday.slice('YYYY-'.length),
      value: daily?.shortestMs == null ? null : hoursOf(daily.shortestMs),
      marked: (daily?.broken ?? 0) > 0,
    })),
    ...(level !== undefined && others.length === 0 && { level }),
  });
}

const NONE = '–';

function table(t: Text, weeks: readonly RestWeek[]): Html {
  const figure = (head: string, cell: (week: RestWeek) => Piece): Column<RestWeek> => ({ head, cell, figure: true });
  const has = (judged: (week: RestWeek) => unknown): boolean => weeks.some((week) => judged(week) !== null);
  const yesNo = (broken: boolean | null): string => (broken === null ? NONE : t(broken ? 'report.yes' : 'report.no'));
  const duration = (ms: number | null): string => (ms === null ? NONE : durationText(ms));
  return tableOf(weeks, [
    {
      head: t('report.weeks.week'),
      cell: ({ week, monday, partial }) =>
        html`<span class="wrapless">${week} <span class="soft">(${monday})</span>${partial ? ' *' : ''}</span>`,
    },
    figure(t('report.rest.longest'), ({ longestMs }) => duration(longestMs)),
    ...(has(({ daily }) => daily)
      ? [
          figure(t('report.rest.shortest'), ({ daily }) => duration(daily?.shortestMs ?? null)),
          figure(t('report.rest.broken'), ({ daily }) => daily?.broken ?? NONE),
          figure(t('report.rest.short'), ({ daily }) => daily?.short ?? NONE),
        ]
      : []),
    has(({ weeklyBroken }) => weeklyBroken)
      ? figure(t('report.rest.weekly-broken'), ({ weeklyBroken }) => yesNo(weeklyBroken))
      : null,
    figure(t('report.rest.work'), ({ workMs }) => duration(workMs)),
    has(({ aboveCapMs }) => aboveCapMs)
      ? figure(t('report.rest.above'), ({ aboveCapMs }) => duration(aboveCapMs))
      : null,
  ]);
}
