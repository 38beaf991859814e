import type { Employment, Weekday, WindowsVersion } from '../../hours/types.ts';
import { weekdayName } from '../../text/dates.ts';
import type { Text } from '../../text/text.ts';
import { addDays } from '../../time/calendar.ts';
import type { Period } from '../period.ts';
import { exceptionList } from './exception-list.ts';
import type { ReportFacts } from './facts.ts';
import { captured, type Html, html } from './html.ts';
import { patternTable } from './pattern-table.ts';
import { dateText, spansText } from './words.ts';

/** The hours as entered, for the period. Care is left out: it reads as time off, like any other. */
export function hoursSection(t: Text, { employments, period }: ReportFacts): Html {
  return html`<section><h2>${t('report.hours.title')}</h2>
<p>${t('report.hours.intro')}</p>
${employments.length === 0 ? html`<p>${t('report.hours.none')}</p>` : null}
${employments.map((employment) => hoursOf(t, employment, period))}
</section>`;
}

function hoursOf(t: Text, employment: Employment, period: Period): Html {
  const versions = employment.hours.filter((version) => touches(version, period));
  const windows = (employment.windows ?? []).filter((version) => version.kind !== 'care' && touches(version, period));
  const zones = [employment.zone, ...(employment.moves ?? []).map(({ zone }) => zone)];
  return html`<h3>${captured(employment.label)} <span class="soft">(${[...new Set(zones)].join(', ')})</span></h3>
${versions.length === 0 ? html`<p>${t('report.hours.none')}</p>` : null}
${versions.map(
  (
    version,
  ) => html`<div class="keep"><p class="strong">${validity(t, version)}</p>${patternTable(t, version.pattern)}</div>
${(version.seasons ?? []).map(
  (season) =>
    html`<div class="keep"><p class="strong">${t('report.hours.season', { from: season.from, to: season.until })}</p>${patternTable(t, season.pattern)}</div>`,
)}`,
)}
${windows.length === 0 ? null : html`<ul>${windows.map((window) => html`<li>${windowText(t, window)}</li>`)}</ul>`}
${exceptionList(t, employment, period)}`;
}

const touches = (
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil?: string },
  { first, last }: Period,
): boolean => validFrom <= last && (validUntil === undefined || validUntil > first);

export function validity(
  t: Text,
  { validFrom, validUntil }: { readonly validFrom: string; readonly validUntil?: string },
): string {
  if (validUntil === undefined) return t('report.hours.since', { from: dateText(t, validFrom) });
  return t('report.from-to', { from: dateText(t, validFrom), to: dateText(t, addDays(validUntil, -1)) });
}

function windowText(t: Text, window: WindowsVersion): string {
  const days = window.pattern.days
    .map((spans, index) =>
      spans.length === 0 ? null : `${weekdayName(t.language, (index + 1) as Weekday, 'short')} ${spansText(spans)}`,
    )
    .filter((day) => day !== null)
    .join('; ');
  const when = validity(t, window);
  return t(window.kind === 'break' ? 'report.hours.breaks' : 'report.hours.on-call', { days, when });
}
