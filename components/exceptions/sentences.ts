import { clockOfSpan, formatMinute } from '../../utils/core/hours/clock-text.ts';
import type { Employment, Span } from '../../utils/core/hours/types.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { daysOf, type PlannedException, wallOf } from './days-of.ts';

const MAX_SHOWN = 120;

/** Speaks of exceptions where `year` is known already: other years are named. */
export function sentencesOf(
  t: Text,
  employment: Pick<Employment, 'zone' | 'moves'>,
  year: number,
): (exception: PlannedException) => string {
  const dayText = dayTexts(t.language, year);

  const daysText = (exception: PlannedException): string => {
    const { first, last } = daysOf(exception, employment);
    if (first === last) return dayText(first);
    return t('exceptions.days', { first: dayText(first), last: dayText(last) });
  };

  const stretchText = ({ from, until }: { readonly from: Instant; readonly until: Instant }): string => {
    const [begin, end] = [wallOf(from, employment), wallOf(until, employment)];
    const clock = { start: clockText(begin.minute), end: clockText(end.minute) };
    if (begin.date === end.date) return t('exceptions.hours-of-day', { date: dayText(begin.date), ...clock });
    return t('exceptions.stretch', { first: dayText(begin.date), last: dayText(end.date), ...clock });
  };

  const what = (exception: PlannedException): string => {
    switch (exception.kind) {
      case 'leave':
        return t(`exceptions.says.leave.${exception.leave}`, { when: daysText(exception) });
      case 'holiday':
        return t('exceptions.says.holiday', {
          when: daysText(exception),
          name: makeVisible(exception.name, MAX_SHOWN),
        });
      case 'shift': {
        const mode = exception.spans.length === 0 ? 'none' : exception.mode;
        return t(`exceptions.says.shift.${mode}`, { when: daysText(exception), hours: spansText(exception.spans) });
      }
      case 'overtime': {
        const reason = makeVisible(exception.reason, MAX_SHOWN).trim();
        const when = stretchText(exception);
        return reason === ''
          ? t('exceptions.says.overtime', { when })
          : t('exceptions.says.overtime-reason', { when, reason });
      }
      case 'on-call':
        return t(`exceptions.says.on-call.${exception.pay}`, { when: stretchText(exception) });
      default:
        return t(`exceptions.says.${exception.kind}`, { when: stretchText(exception) });
    }
  };

  return (exception) => capitalised(what(exception), t.language);
}

/** `Thu, December 24`, with its year where that is another than `year`. Other languages write it their way. */
export function dayTexts(language: string, year: number): (date: LocalDate) => string {
  const parts = { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const short = new Intl.DateTimeFormat(language, parts);
  const long = new Intl.DateTimeFormat(language, { ...parts, year: 'numeric' });
  return (date) => (date.startsWith(`${year}-`) ? short : long).format(Date.parse(`${date}T00:00:00Z`));
}

export function spansText(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      const { from, to } = clockOfSpan(span);
      return `${from}–${to}`;
    })
    .join(', ');
}

export const capitalised = (text: string, language: string): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

const clockText = (minute: number): string => formatMinute(Math.floor(minute));
