import type { Text } from '../../text/text.ts';
import type { CustodyStep } from '../custody.ts';
import { captured, type Html, html } from './html.ts';
import { stampText } from './words.ts';

/** The way of the evidence so far, and lines to sign on paper. */
export const custodySection = (
  t: Text,
  steps: readonly CustodyStep[],
): Html => html`<section><h2>${t('report.custody.title')}</h2>
${
  steps.length === 0
    ? null
    : html`<table><thead><tr><th scope="col">${t('report.entries.time')}</th><th scope="col">${t('report.custody.who')}</th><th scope="col">${t('report.custody.what')}</th></tr></thead>
<tbody>${steps.map(({ at, zone, who, what }) => html`<tr><td>${stampText(t, at, zone)}</td><td>${captured(who)}</td><td>${captured(what, 400)}</td></tr>`)}</tbody></table>`
}
<div class="sign"><div>${t('report.custody.given')}</div><div>${t('report.custody.received')}</div></div>
</section>`;
