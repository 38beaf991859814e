import type { Text } from '../../text/text.ts';
import type { LineTotals } from '../log-files.ts';
import { FILES } from '../names.ts';
import { DISCLOSED_PARTS, type Disclosure } from '../selection.ts';
import type { Collected } from './collect.ts';
import type { ReportFacts } from './facts.ts';
import { captured, type Html, html } from './html.ts';
import { tableOf } from './table.ts';

export interface Recording {
  readonly facts: ReportFacts;
  readonly collected: Collected;
  readonly totals: LineTotals;
  readonly disclose: Disclosure;
}

/** How the contacts were seen, through which apps, what is missing and what was held back. */
export function recordingSection(t: Text, recording: Recording): Html {
  const { collected, facts, totals } = recording;
  const notes = [
    t('report.recording.zones', { zones: [...collected.zones].join(', ') || facts.zone }),
    ...(collected.gaps > 0 ? [t('report.recording.gaps', { count: collected.gaps })] : [t('report.recording.no-gaps')]),
    ...(collected.clockChanges > 0 ? [t('report.recording.clock', { count: collected.clockChanges })] : []),
    ...(collected.outside > 0 ? [t('report.recording.outside', { count: collected.outside })] : []),
    ...(totals.unreadable > 0 ? [t('report.recording.unreadable', { count: totals.unreadable })] : []),
    ...(totals.withheld > 0 ? [t('report.recording.withheld', { count: totals.withheld })] : []),
    disclosedText(t, recording.disclose),
  ];
  return html`<section><h2>${t('report.recording.title')}</h2>
<p>${t('report.recording.intro')}</p>
${seenTable(t, collected)}
${appTable(t, recording)}
<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>
</section>`;
}

function disclosedText(t: Text, disclose: Disclosure): string {
  const parts = DISCLOSED_PARTS.filter((part) => disclose[part]);
  if (parts.length === 0) return t('report.disclosed.nothing');
  const list = new Intl.ListFormat(t.language, { type: 'conjunction' });
  return t('report.disclosed.parts', {
    parts: list.format(parts.map((part) => t(`report.disclosed.${part}`))),
    file: FILES.private,
  });
}

function seenTable(t: Text, { bySeen }: Collected): Html | null {
  if (bySeen.size === 0) return null;
  const rows = [...bySeen].map(([key, count]) => {
    const [route = '', certainty = ''] = key.split(' ');
    return { route, certainty, count };
  });
  return tableOf(rows, [
    { head: t('report.seen.how'), cell: ({ route }) => t.lookUp(`report.route.${route}`) ?? captured(route) },
    {
      head: t('report.seen.sure'),
      cell: ({ certainty }) => t.lookUp(`report.certainty.${certainty}`) ?? captured(certainty),
    },
    { head: t('report.seen.contacts'), cell: ({ count }) => count, figure: true },
  ]);
}

function appTable(t: Text, { facts, collected: { byApp, inBursts } }: Recording): Html | null {
  const inHours = new Map<string, number>();
  for (const { app, count } of facts.inHours ?? []) inHours.set(app, (inHours.get(app) ?? 0) + count);
  const rows = [...new Set([...byApp.keys(), ...inHours.keys()])].map((app) => ({
    name: facts.appNames.get(app) ?? app,
    inHours: inHours.get(app) ?? 0,
    ...(byApp.get(app) ?? { off: 0, onCall: 0, bursts: 0 }),
  }));
  if (rows.length === 0) return null;
  const anyOnCall = rows.some(({ onCall }) => onCall > 0);
  return tableOf(rows, [
    { head: t('report.entries.app'), cell: ({ name }) => captured(name) },
    { head: t('report.number.after-hours'), cell: ({ off }) => off, figure: true },
    anyOnCall ? { head: t('report.number.on-call'), cell: ({ onCall }) => onCall, figure: true } : null,
    inBursts > 0 ? { head: t('report.number.bursts'), cell: ({ bursts }) => bursts, figure: true } : null,
    facts.inHours === null ? null : { head: t('report.number.in-hours'), cell: (row) => row.inHours, figure: true },
  ]);
}
