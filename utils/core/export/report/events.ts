import type { EntryView } from '../../log/read.ts';
import type { Text } from '../../text/text.ts';
import { readIso } from '../../time/iso-text.ts';
import { FILES } from '../names.ts';
import type { Collected } from './collect.ts';
import { whenOf } from './entries.ts';
import type { ReportFacts } from './facts.ts';
import { captured, type Html, html, type Piece } from './html.ts';
import { dateText, stampParts } from './words.ts';

/** Everything in the log that is no contact: gaps, clock changes, corrections, notes, changes of hours. */
export function eventsSection(t: Text, { appNames }: ReportFacts, { events, eventCount }: Collected): Html {
  const limited =
    eventCount > events.length
      ? html`<p>${t('report.entries.limited', { shown: events.length, total: eventCount, file: FILES.csv })}</p>`
      : null;
  return html`<section><h2>${t('report.events.title')}</h2>
<p>${t('report.events.intro')}</p>${limited}
${events.length === 0 ? html`<p>${t('report.events.none')}</p>` : null}
${
  events.length === 0
    ? null
    : html`<table class="fixed"><colgroup><col class="line"><col class="time"><col></colgroup><thead><tr><th scope="col" class="n">${t('report.entries.line')}</th><th scope="col">${t('report.entries.time')}</th><th scope="col">${t('report.events.what')}</th></tr></thead>
<tbody>${events.map(
        (
          entry,
        ) => html`<tr><td class="n">${entry.seq}</td><td>${whenOf(t, entry)}</td><td>${whatOf(t, entry, appNames)}</td></tr>
`,
      )}</tbody></table>`
}
</section>`;
}

function whatOf(t: Text, entry: EntryView, appNames: ReadonlyMap<string, string>): Piece {
  const { kind, what, ref, count, app, first, last } = entry;
  const name = captured(appNames.get(app ?? '') ?? app ?? '');
  if (kind === 'collapse') return html`${t('report.event.collapse', { count: count ?? 0 })} (${name})`;
  if (kind === 'watch') return html`${name}: ${t.lookUp(`report.watch.${what ?? ''}`) ?? captured(what ?? '')}`;
  const between = {
    ...{ from: momentText(t, entry.from), until: momentText(t, entry.until), when: momentText(t, entry.when) },
    ...{ first: `${first ?? '–'}`, last: `${last ?? '–'}` },
    ...(count !== null && { count }),
  };
  const said = kind === 'note' ? t.lookUp(`report.note.${what ?? ''}`) : t.lookUp(`report.event.${kind}`, between);
  const text = said ?? html`${captured(kind)}${what === null ? null : html`: ${captured(what)}`}`;
  return ref === null ? text : html`${text} ${t('report.events.ref', { line: `${ref}` })}`;
}

/** `Mon 2026-03-02 22:14:05 −05:00` */
function momentText(t: Text, stamp: string | null): string {
  if (stamp === null || readIso(stamp) === null) return '–';
  const { date, clock, offset } = stampParts(stamp);
  return `${dateText(t, date)} ${clock} ${offset}`;
}
