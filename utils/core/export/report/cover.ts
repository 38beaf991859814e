import type { Text } from '../../text/text.ts';
import type { LineTotals } from '../log-files.ts';
import type { Collected } from './collect.ts';
import type { ReportCheckpoint, ReportFacts } from './facts.ts';
import type { Figures } from './figures.ts';
import { captured, type Html, html } from './html.ts';
import { correctionsText } from './said.ts';
import { dateText, stampText } from './words.ts';

export interface Cover {
  readonly facts: ReportFacts;
  readonly figures: Figures;
  readonly collected: Collected;
  readonly totals: LineTotals;
  readonly checkpoints: readonly ReportCheckpoint[];
  /** The week with its contacts. */
  readonly picture: Html;
}

const LIMITS = ['author', 'complete', 'clock', 'real', 'hours', 'law'] as const;

/** The first page: whose log, which time, how many, and what the record does and does not say. */
export function coverPage(t: Text, cover: Cover): Html {
  return html`<section class="cover">
<h1>${t('report.title')}</h1>
<p class="lead">${t('report.lead')}</p>
${facts(t, cover)}
${numbers(t, cover)}
${cover.picture}
<div class="box"><h2>${t('report.claim.title')}</h2>
<p>${t('report.claim.text')}</p>
<p>${t(claimOf(cover))}</p></div>
<div class="box"><h2>${t('report.limits.title')}</h2>
<ul>${LIMITS.map((limit) => html`<li>${t(`report.limits.${limit}`)}</li>`)}</ul></div>
</section>`;
}

function claimOf({ checkpoints }: Cover): 'report.claim.witnessed' | 'report.claim.checkpoints' | 'report.claim.none' {
  const outside = checkpoints.some(({ witness, stamps }) => witness !== null || stamps.length > 0);
  if (outside) return 'report.claim.witnessed';
  return checkpoints.length > 0 ? 'report.claim.checkpoints' : 'report.claim.none';
}

function facts(t: Text, cover: Cover): Html {
  const { facts: about, totals, collected } = cover;
  const { whose, period, madeAt, zone, agent, log, keyNumber } = about;
  const lines =
    totals.lines === null
      ? t('report.cover.no-lines')
      : t('report.cover.lines', { first: `${totals.lines.first}`, last: `${totals.lines.last}` });
  const corrected = correctionsText(t, collected);
  return html`<dl class="facts">
<dt>${t('report.cover.whose')}</dt><dd>${whose.trim() === '' ? html`<span class="blank"></span>` : captured(whose)}</dd>
<dt>${t('report.cover.period')}</dt><dd>${t('report.from-to', { from: dateText(t, period.first), to: dateText(t, period.last) })}</dd>
<dt>${t('report.cover.made')}</dt><dd>${stampText(t, madeAt, zone)} (${zone}), ${agent}</dd>
<dt>${t('report.cover.log')}</dt><dd><code>${log}</code>, ${lines}</dd>
${keyNumber === null ? null : html`<dt>${t('report.cover.key')}</dt><dd><code>${keyNumber}</code></dd>`}
${corrected === null ? null : html`<dt>${t('report.cover.corrections')}</dt><dd>${corrected}</dd>`}
${collected.reportedCount === 0 ? null : html`<dt>${t('report.cover.reported')}</dt><dd>${t('report.cover.reported-count', { count: collected.reportedCount })}</dd>`}
</dl>`;
}

function numbers(t: Text, { figures: { totals }, collected: { inBursts } }: Cover): Html {
  const shown: (readonly [value: number, label: string])[] = [
    [totals.afterHours, t('report.number.after-hours')],
    [totals.days, t('report.number.days')],
  ];
  if (totals.restsBroken !== null) shown.push([totals.restsBroken, t('report.number.rests')]);
  if (totals.inHours !== null) shown.push([totals.inHours, t('report.number.in-hours')]);
  if (totals.onCall > 0) shown.push([totals.onCall, t('report.number.on-call')]);
  if (inBursts > 0) shown.push([inBursts, t('report.number.bursts')]);
  const format = new Intl.NumberFormat(t.language);
  return html`<div class="numbers">${shown.map(
    ([value, label], index) =>
      html`<div class="${index === 0 ? 'main' : ''}"><b>${format.format(value)}</b><span>${label}</span></div>`,
  )}</div>`;
}
