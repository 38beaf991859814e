import type { EntryView } from '../../log/read.ts';
import type { Text } from '../../text/text.ts';
import { FILES } from '../names.ts';
import type { Collected, ShownContact } from './collect.ts';
import type { ReportFacts } from './facts.ts';
import { captured, type Html, html, type Piece } from './html.ts';
import { filePieces, saidPiece } from './said.ts';
import { dateText, stampParts } from './words.ts';

const TITLE_SHOWN = 200;
const TEXT_SHOWN = 400;

/** One row for each contact, as many as the report takes. */
export function entriesSection(t: Text, facts: ReportFacts, collected: Collected): Html {
  const { contacts, contactCount } = collected;
  const intro =
    contactCount > contacts.length
      ? t('report.entries.limited', { shown: contacts.length, total: contactCount, file: FILES.csv })
      : t('report.entries.intro', { file: FILES.log });
  const unchecked = contacts.some(({ entry, checkable }) => entry.content !== null && !checkable);
  return html`<section><h2>${t('report.entries.title')}</h2>
${contacts.length === 0 ? html`<p>${t('report.entries.none')}</p>` : html`<p>${intro}</p>${table(t, facts, collected)}`}
${unchecked ? html`<p class="soft small">† ${t('report.entries.unchecked', { file: FILES.private })}</p>` : null}
</section>`;
}

const table = (
  t: Text,
  facts: ReportFacts,
  { contacts, said, attached }: Collected,
): Html => html`<table class="fixed"><colgroup><col class="line"><col class="time"><col><col class="why"><col class="done"></colgroup>
<thead><tr><th scope="col" class="n">${t('report.entries.line')}</th><th scope="col">${t('report.entries.time')}</th><th scope="col">${t('report.entries.app')}</th><th scope="col">${t('report.entries.why')}</th><th scope="col">${t('report.entries.done')}</th></tr></thead>
<tbody>${contacts.map((contact) => row(t, facts, contact, { said, attached }))}</tbody></table>`;

function row(
  t: Text,
  { appNames }: ReportFacts,
  { entry, checkable }: ShownContact,
  { said, attached }: Pick<Collected, 'said' | 'attached'>,
): Html {
  const app = entry.app ?? '';
  return html`<tr><td class="n">${entry.seq}</td><td>${whenOf(t, entry)}</td>
<td><span class="strong">${captured(appNames.get(app) ?? app)}</span> <span class="soft">${captured(entry.origin ?? '')}</span>${contentOf(t, entry, checkable, attached)}${saidPiece(t, said.get(entry.seq), attached)}</td>
<td>${reasonOf(t, entry)} <span class="soft small">${captured(entry.rule ?? '')}</span></td>
<td>${doneOf(t, entry)}</td></tr>
`;
}

export function whenOf(t: Text, { time }: EntryView): Html {
  const { date, clock, offset } = stampParts(time);
  return html`<span class="wrapless">${dateText(t, date)}</span> <span class="wrapless"><span class="strong">${clock}</span> <span class="soft">${offset}</span></span>`;
}

export function reasonOf(t: Text, { verdict, reason }: EntryView): Piece {
  if (verdict === 'on-call') return t('report.reason.on-call');
  return t.lookUp(`report.reason.${reason ?? ''}`) ?? captured(reason ?? '');
}

/** What became of it, and where it was not plainly seen, how it is known. */
function doneOf(t: Text, { treatment, late, certainty }: EntryView): Html {
  const done = t.lookUp(`report.treatment.${treatment ?? ''}`) ?? captured(treatment ?? '');
  const sure = certainty === 'observed' || certainty === null ? null : t.lookUp(`report.certainty.${certainty}`);
  return html`${done}${late ? html`; ${t('report.entries.late')}` : null}${sure === null ? null : html`; ${sure}`}`;
}

/** Captured text in the reading order of a notification. */
export function contentOf(
  t: Text,
  { content: shown }: EntryView,
  checkable: boolean,
  attached: Collected['attached'],
): Html | null {
  if (shown === null) return null;
  const { sender, alias, title, text, files = [], cut } = shown;
  const mark = checkable ? '' : ' †';
  const who =
    sender !== undefined ? captured(sender) : alias === undefined ? null : t('report.entries.alias', { alias });
  return html`<span class="content">${who === null ? null : html`<span>${t('report.entries.from')} ${who}${mark}</span>`}
${title === undefined ? null : html`<span>“${captured(title, TITLE_SHOWN)}”${mark}</span>`}
${text === undefined ? null : html`<span>${captured(text, TEXT_SHOWN)}${mark}</span>`}
${filePieces(t, files, attached)}
${cut === true ? html`<span class="soft">${t('report.entries.cut')}</span>` : null}</span>`;
}
