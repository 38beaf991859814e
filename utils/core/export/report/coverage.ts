import type { Text } from '../../text/text.ts';
import type { Collected } from './collect.ts';
import { type CoverageRow, coverageRows } from './coverage-figures.ts';
import type { ReportFacts } from './facts.ts';
import { zonesOf } from './figures.ts';
import { captured, type Html, html, type Piece } from './html.ts';
import { tableOf } from './table.ts';
import { hoursOf } from './words.ts';

const MOST_ROWS = 150;
/** Nothing can be said: neither that somebody wrote nor that nobody did. */
const NONE = '–';

/** How long each app was watched, and what came in that time. */
export function coverageSection(t: Text, facts: ReportFacts, { coverage }: Collected): Html {
  const rows = coverageRows(coverage, facts, zonesOf(facts));
  return html`<section><h2>${t('report.coverage.title')}</h2>
${rows.length === 0 ? html`<p>${t('report.coverage.none')}</p>` : table(t, facts, rows)}
</section>`;
}

function table(t: Text, facts: ReportFacts, all: readonly CoverageRow[]): Html {
  // The latest say most, where not all can be shown.
  const rows = all.slice(-MOST_ROWS);
  const hours = (ms: number): string => t('report.coverage.hours', { hours: hoursText(t, ms) });
  const count = ({ watchedMs }: CoverageRow, value: number | null): Piece =>
    value === null || (value === 0 && watchedMs === 0) ? NONE : value;
  const why = ({ missingMs }: CoverageRow): Piece =>
    missingMs.size === 0
      ? NONE
      : [...missingMs].map(
          ([what, ms], index) =>
            html`${index === 0 ? null : html`<br>`}${hours(ms)}: ${t.lookUp(`report.coverage.why.${what}`) ?? captured(what)}`,
        );
  return html`<p>${t('report.coverage.intro')}</p>
${rows.length < all.length ? html`<p>${t('report.coverage.limited', { shown: rows.length, total: all.length })}</p>` : null}
${tableOf(rows, [
  { head: t('report.coverage.when'), cell: ({ when }) => html`<span class="wrapless">${when}</span>` },
  { head: t('report.entries.app'), cell: ({ app }) => captured(facts.appNames.get(app) ?? app) },
  { head: t('report.coverage.watched'), cell: ({ watchedMs }) => hours(watchedMs), figure: true },
  { head: t('report.coverage.missing'), cell: why },
  { head: t('report.number.after-hours'), cell: (row) => count(row, row.afterHours), figure: true },
  rows.some(({ onCall }) => onCall > 0)
    ? { head: t('report.number.on-call'), cell: (row) => count(row, row.onCall), figure: true }
    : null,
  facts.inHours === null
    ? null
    : { head: t('report.number.in-hours'), cell: (row) => count(row, row.inHours), figure: true },
])}`;
}

const hoursText = (t: Text, ms: number): string =>
  new Intl.NumberFormat(t.language, { maximumFractionDigits: 1 }).format(hoursOf(ms));
