import type { Employment, HoursException } from '../../hours/types.ts';
import type { Text } from '../../text/text.ts';
import { addDays } from '../../time/calendar.ts';
import { dateOf } from '../../time/zones.ts';
import type { Period } from '../period.ts';
import { type Html, html } from './html.ts';
import { dateText, spansText, stampText } from './words.ts';

/** More days that differ are left to the settings file. */
const MOST_EXCEPTIONS = 60;

/** Care, breaks and the person's own word are not listed: the log has what they decided. */
type Listed = Exclude<HoursException, { kind: 'care' | 'break' | 'working-now' | 'off-now' }>;

const isListed = (exception: HoursException): exception is Listed =>
  !['care', 'break', 'working-now', 'off-now'].includes(exception.kind);

/** Days of the period that differed from the pattern; leave is not named by its type. */
export function exceptionList(t: Text, { exceptions: all, zone }: Employment, { first, last }: Period): Html | null {
  const listed = all
    .filter(isListed)
    .map((exception) => ({ exception, ...daysOf(exception, zone) }))
    .filter((days) => days.from <= last && days.to >= first)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (listed.length === 0) return null;
  const more = listed.length - MOST_EXCEPTIONS;
  return html`<p class="strong">${t('report.hours.exceptions')}</p><ul>${listed
    .slice(0, MOST_EXCEPTIONS)
    .map(
      ({ exception, from, to }) => html`<li>${exceptionText(t, exception, zone, from, to)}</li>`,
    )}</ul>${more > 0 ? html`<p>${t('report.hours.more', { count: more })}</p>` : null}`;
}

function daysOf(exception: Listed, zone: string): { readonly from: string; readonly to: string } {
  if (exception.kind === 'leave') return { from: exception.from, to: addDays(exception.until, -1) };
  if (exception.kind === 'holiday' || exception.kind === 'shift') return { from: exception.date, to: exception.date };
  return { from: dateOf(exception.from, zone), to: dateOf(exception.until, zone) };
}

function exceptionText(t: Text, exception: Listed, zone: string, from: string, to: string): string {
  const when = from === to ? dateText(t, from) : t('report.from-to', { from: dateText(t, from), to: dateText(t, to) });
  if (exception.kind === 'leave') return t('report.hours.leave', { when });
  if (exception.kind === 'holiday') return t('report.hours.holiday', { when });
  if (exception.kind === 'shift') {
    const hours = exception.spans.length === 0 ? t('report.hours.free') : spansText(exception.spans);
    return t(exception.mode === 'extra' ? 'report.hours.shift-extra' : 'report.hours.shift', { when, hours });
  }
  const stretch = { from: stampText(t, exception.from, zone), to: stampText(t, exception.until, zone) };
  const when2 = t('report.from-to', stretch);
  return t(exception.kind === 'overtime' ? 'report.hours.overtime' : 'report.hours.single-on-call', { when: when2 });
}
