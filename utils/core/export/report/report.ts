import type { Span } from '../../hours/types.ts';
import type { Text } from '../../text/text.ts';
import type { Checkable } from '../how-to-verify.ts';
import type { LineTotals } from '../log-files.ts';
import type { Disclosure } from '../selection.ts';
import { checkpointsSection } from './anchors.ts';
import { checkSection } from './check.ts';
import type { Collected } from './collect.ts';
import { coverPage } from './cover.ts';
import { coverageSection } from './coverage.ts';
import { entriesSection } from './entries.ts';
import { eventsSection } from './events.ts';
import type { ReportFacts } from './facts.ts';
import { figuresOf } from './figures.ts';
import { custodySection } from './handing-over.ts';
import { heatMap, heatTable } from './heat-map.ts';
import { hoursSection } from './hours.ts';
import { html, styleSheet } from './html.ts';
import { recordingSection } from './recording.ts';
import { reportedSection } from './reported.ts';
import { restSection } from './rest.ts';
import { pageStyle, STYLE } from './style.ts';
import { weeksSection } from './weeks.ts';

export interface ReportInput {
  readonly facts: ReportFacts;
  readonly collected: Collected;
  readonly totals: LineTotals;
  readonly disclose: Disclosure;
  readonly checkable: Checkable;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** `REPORT.html`: one page without script, links or anything from elsewhere. */
export function reportHtml(t: Text, { facts, collected, totals, disclose, checkable }: ReportInput): string {
  const figures = figuresOf(facts, collected);
  const { checkpoints } = checkable;
  const hours = figures.counts.byWeekdayAndHour;
  const picture = heatMap(t, { counts: hours, hours: steadyWeek(facts) });
  return html`<!doctype html>
<html lang="${t.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${t('report.title')}</title>
<style>${styleSheet(STYLE + pageStyle(facts.log))}</style>
</head>
<body>
${coverPage(t, { facts, figures, collected, totals, checkpoints, picture })}
${weeksSection(t, facts, figures)}
${restSection(t, figures.rests)}
<section class="keep"><h2>${t('report.heat.title')}</h2>${heatTable(t, hours)}</section>
${hoursSection(t, facts)}
${recordingSection(t, { facts, collected, totals, disclose })}
${coverageSection(t, facts, collected)}
${entriesSection(t, facts, collected)}
${reportedSection(t, collected)}
${eventsSection(t, facts, collected)}
${checkpointsSection(t, checkpoints, totals)}
${checkSection(t, checkable)}
${custodySection(t, facts.custody)}
</body>
</html>
`.source;
}

/** Hours of a week that held for the whole period; null where there were several patterns, jobs or zones. */
function steadyWeek({ employments, period }: ReportFacts): readonly (readonly Span[])[] | null {
  const [employment, ...others] = employments;
  if (employment === undefined || others.length > 0 || employment.moves !== undefined) return null;
  const version = employment.hours.find(
    ({ validFrom, validUntil }) => validFrom <= period.first && (validUntil === undefined || validUntil > period.last),
  );
  if (version?.pattern.kind !== 'weekly' || (version.seasons ?? []).length > 0) return null;
  return version.pattern.days;
}
