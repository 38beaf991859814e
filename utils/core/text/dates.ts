import type { Weekday } from '../hours/types.ts';
import { daysBetween } from '../time/calendar.ts';
import type { Instant, LocalDate, ZoneName } from '../time/instant.ts';
import { localParts } from '../time/zones.ts';
import type { Text } from './text.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes as long as using it a hundred times, and a table asks for the same one in each of its cells. */
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format;
}

/** A Monday; weekday names are read off the days that follow it. */
const SOME_MONDAY = Date.UTC(2024, 0, 1);

export function weekdayName(language: string, weekday: Weekday, style: 'long' | 'short' = 'long'): string {
  const day = SOME_MONDAY + (weekday - 1) * 86_400_000;
  return formatOf(language, { weekday: style, timeZone: 'UTC' }).format(day).replace(/\.$/, '');
}

/** `09:00`: contracts and ribbons speak in 24 hours in all our languages. */
export function clockTime(language: string, at: Instant, zone: ZoneName): string {
  return formatOf(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

export function dateAndTime(language: string, at: Instant, zone: ZoneName): string {
  const date = formatOf(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone });
  return `${date.format(at)} ${clockTime(language, at, zone)}`;
}

export function longDate(language: string, date: LocalDate): string {
  const format = formatOf(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** A moment ahead, as short as it is unmistakable: `18:00`, `Monday 09:00`, `Monday, August 3 at 09:00`. */
export function momentAhead(t: Text, at: Instant, now: Instant, zone: ZoneName): string {
  const then = localParts(at, zone);
  const days = daysBetween(localParts(now, zone).date, then.date);
  const time = clockTime(t.language, at, zone);
  if (days === 0) return t('moment.today', { time });
  if (days === 1) return t('moment.tomorrow', { time });
  if (days > 1 && days < 7) return t('moment.weekday', { weekday: weekdayName(t.language, then.weekday), time });
  return t('moment.date', { date: longDate(t.language, then.date), time });
}

/** A moment as seen from another, for sentences that are read at any time: `Monday 09:00`, from a week on with its date. */
export function momentOfWeek(t: Text, at: Instant, from: Instant, zone: ZoneName): string {
  const then = localParts(at, zone);
  const time = clockTime(t.language, at, zone);
  const days = daysBetween(localParts(from, zone).date, then.date);
  if (days >= 0 && days < 7) return t('moment.weekday', { weekday: weekdayName(t.language, then.weekday), time });
  return t('moment.date', { date: longDate(t.language, then.date), time });
}

const MINUTES_PER_HOUR = 60;

/** `12 hours`, in digits and the words of the language. */
export const lengthText = (language: string, minutes: number): string =>
  new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(minutes / MINUTES_PER_HOUR);
