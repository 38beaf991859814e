import { channelOf } from '../../contact/manual.ts';
import type { EntryView } from '../../log/read.ts';
import type { Text } from '../../text/text.ts';
import { readIso } from '../../time/iso-text.ts';
import { FILES } from '../names.ts';
import type { Collected, ShownContact } from './collect.ts';
import { contentOf, reasonOf } from './entries.ts';
import { captured, type Html, html, type Piece } from './html.ts';
import { saidPiece } from './said.ts';
import { tableOf } from './table.ts';
import { dateText, durationText, stampParts } from './words.ts';

/**
 * Contacts that the person typed in: in a section of their own, with totals of their own, since nothing but their word
 * stands behind them. Null where there are none.
 */
export function reportedSection(t: Text, collected: Collected): Html | null {
  const { reported, reportedCount } = collected;
  if (reportedCount === 0) return null;
  const limited = { shown: reported.length, total: reportedCount, file: FILES.csv };
  return html`<section><h2>${t('report.reported.title')}</h2>
<p>${t('report.reported.intro')}</p>
${totals(t, collected)}
${reportedCount > reported.length ? html`<p>${t('report.entries.limited', limited)}</p>` : null}
${tableOf(reported, [
  { head: t('report.entries.line'), cell: ({ entry }) => entry.seq, figure: true },
  { head: t('report.reported.when'), cell: ({ entry }) => whenSaid(t, entry) },
  { head: t('report.reported.written'), cell: ({ entry }) => writtenAfter(t, entry) },
  { head: t('report.reported.channel'), cell: (row) => channelCell(t, row, collected) },
  { head: t('report.reported.hours'), cell: ({ entry }) => reasonOf(t, entry) },
])}
</section>`;
}

function totals(t: Text, { byChannel }: Collected): Html | null {
  if (byChannel.size === 0) return null;
  return tableOf(
    [...byChannel],
    [
      { head: t('report.reported.channel'), cell: ([app]) => channelName(t, app) },
      { head: t('report.reported.outside'), cell: ([, { off }]) => off, figure: true },
      { head: t('report.reported.on-call'), cell: ([, { onCall }]) => onCall, figure: true },
      { head: t('report.reported.within'), cell: ([, { working }]) => working, figure: true },
    ],
  );
}

function channelName(t: Text, app: string): Piece {
  const channel = channelOf(app);
  return channel === null ? captured(app) : t(`manual.channel.${channel}`);
}

const channelCell = (t: Text, { entry, checkable }: ShownContact, { said, attached }: Collected): Html =>
  html`<span class="strong">${channelName(t, entry.app ?? '')}</span>${contentOf(t, entry, checkable, attached)}${saidPiece(t, said.get(entry.seq), attached)}`;

/** As the person says: a minute, or from one to another. */
function whenSaid(t: Text, { when, end }: EntryView): Piece {
  if (when === null) return '–';
  const until = end === null ? null : html`–${minuteOf(end).clock}`;
  const { date, clock, offset } = minuteOf(when);
  return html`${dateText(t, date)} <span class="wrapless"><span class="strong">${clock}${until}</span> <span class="soft">${offset}</span></span>`;
}

/** `2026-11-23T21:40-05:00`, without the seconds that nobody said. */
function minuteOf(stamp: string): ReturnType<typeof stampParts> {
  const { date, clock, offset } = stampParts(stamp.replace(/T(\d\d:\d\d)(?=[+-]|Z)/, 'T$1:00'));
  return { date, clock: clock.slice(0, 5), offset };
}

/** Hours and minutes from the contact's end to its line. */
function writtenAfter(t: Text, { at, when, end }: EntryView): Piece {
  const from = readIso(end ?? when ?? '');
  if (from === null) return '–';
  return t('report.reported.later', { time: durationText(Math.max(0, at - from)) });
}
