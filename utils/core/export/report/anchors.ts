import type { Text } from '../../text/text.ts';
import type { LineTotals } from '../log-files.ts';
import { FILES } from '../names.ts';
import type { ReportCheckpoint } from './facts.ts';
import { captured, type Html, html } from './html.ts';
import { grouped } from './words.ts';

/** Checkpoints, and the hash that whoever holds a later one can compare. */
export function checkpointsSection(t: Text, checkpoints: readonly ReportCheckpoint[], totals: LineTotals): Html {
  return html`<section><h2>${t('report.checkpoints.title')}</h2>
<p>${t('report.checkpoints.intro')}</p>
${
  checkpoints.length === 0
    ? html`<p>${t('report.claim.none')}</p>`
    : html`<table><thead><tr><th scope="col">${t('report.checkpoints.file')}</th><th scope="col" class="n">${t('report.checkpoints.size')}</th><th scope="col">${t('report.checkpoints.hash')}</th><th scope="col">${t('report.checkpoints.by')}</th></tr></thead>
<tbody>${checkpoints.map((checkpoint) => row(t, checkpoint))}</tbody></table>`
}
${
  totals.lines === null || totals.head === null
    ? null
    : html`<p>${t('report.checkpoints.head', { line: `${totals.lines.last}`, file: FILES.log })} <code>${grouped(totals.head)}</code></p>`
}
</section>`;
}

function row(t: Text, { number, size, hash, at, signed, witness, stamps }: ReportCheckpoint): Html {
  const utc = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
  return html`<tr><td>${String(number).padStart(4, '0')}.txt</td><td class="n">${size}</td><td><code>${grouped(hash)}</code></td>
<td>${utc(at)}: ${t(signed ? 'report.checkpoints.signed' : 'report.checkpoints.unsigned')}
${witness === null ? null : html`<br>${utc(witness.at)}: ${t('report.checkpoints.witness')} ${captured(witness.by)}`}
${stamps.map((one) => html`<br>${utc(one.at)}: ${t('report.checkpoints.stamp')} ${captured(one.by ?? '–')}`)}</td></tr>
`;
}
