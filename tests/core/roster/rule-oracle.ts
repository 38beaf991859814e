import { Temporal } from 'temporal-polyfill';

/** The parts of a rule that rosters use, spelt as in a file. */
export interface PlainRule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval?: number;
  readonly count?: number;
  readonly wkst?: string;
  readonly byday?: readonly string[];
  readonly bymonthday?: readonly number[];
  readonly bymonth?: readonly number[];
  readonly bysetpos?: readonly number[];
}

/** What Temporal knows of a day. */
interface CalendarDay {
  readonly text: string;
  /** Days since the first of the list. */
  readonly index: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfWeek: number;
  readonly dayOfYear: number;
  readonly daysInMonth: number;
  readonly daysInYear: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FIRST = Temporal.PlainDate.from('2023-01-01');

const CALENDAR: readonly CalendarDay[] = Array.from({ length: 8 * 366 }, (_, index) => {
  const date = FIRST.add({ days: index });
  const { year, month, day, dayOfWeek, dayOfYear, daysInMonth, daysInYear } = date;
  return { text: date.toString(), index, year, month, day, dayOfWeek, dayOfYear, daysInMonth, daysInYear };
});

/**
 * Days of a rule, worked out from the words of RFC 5545 §3.3.10 and Temporal's calendar, from 2023 to 2030. It is asked of
 * every single day whether it belongs.
 */
export function oracleDays(rule: PlainRule, start: string, first: string, last: string): string[] {
  const begin = CALENDAR.find(({ text }) => text === start);
  if (begin === undefined) throw new RangeError(start);
  const found = CALENDAR.filter((day) => day.index >= begin.index && day.text <= last && belongs(rule, begin, day));
  return found.slice(0, rule.count ?? found.length).flatMap(({ text }) => (text >= first ? [text] : []));
}

function belongs(rule: PlainRule, begin: CalendarDay, day: CalendarDay): boolean {
  if (!inPeriod(rule, begin, day) || !isCandidate(rule, begin, day)) return false;
  if (rule.bysetpos === undefined) return true;
  const firstOfMonth = day.index - day.day + 1;
  const month = CALENDAR.slice(firstOfMonth, firstOfMonth + day.daysInMonth);
  const candidates = month.filter((other) => isCandidate(rule, begin, other));
  return rule.bysetpos.some((position) => candidates.at(position > 0 ? position - 1 : position) === day);
}

/** Is this day's day, week, month or year one of every n-th? */
function inPeriod({ freq, interval = 1, wkst = 'MO' }: PlainRule, begin: CalendarDay, day: CalendarDay): boolean {
  const weekOf = ({ index, dayOfWeek }: CalendarDay) => index - ((dayOfWeek - 1 - WEEKDAYS.indexOf(wkst) + 7) % 7);
  const passed = {
    DAILY: day.index - begin.index,
    WEEKLY: (weekOf(day) - weekOf(begin)) / 7,
    MONTHLY: (day.year - begin.year) * 12 + day.month - begin.month,
    YEARLY: day.year - begin.year,
  };
  return passed[freq] % interval === 0;
}

/** Does the day fit the BY parts, or else the start? */
function isCandidate(rule: PlainRule, begin: CalendarDay, day: CalendarDay): boolean {
  const { freq, byday, bymonthday, bymonth } = rule;
  if (bymonth !== undefined && !bymonth.includes(day.month)) return false;
  const onDate = (wanted: number) => (wanted > 0 ? wanted : day.daysInMonth + 1 + wanted) === day.day;
  if (bymonthday !== undefined && !bymonthday.some(onDate)) return false;
  if (byday !== undefined) return byday.some((coded) => fitsDay(coded, freq, bymonth !== undefined, day));
  if (bymonthday !== undefined || freq === 'DAILY') return true;
  if (freq === 'WEEKLY') return day.dayOfWeek === begin.dayOfWeek;
  const sameMonth = freq === 'MONTHLY' || bymonth !== undefined || day.month === begin.month;
  return sameMonth && day.day === begin.day;
}

/** `MO`, or `2MO` and `-1MO` within the month (or the year, where a yearly rule names no month). */
function fitsDay(coded: string, freq: string, inMonth: boolean, day: CalendarDay): boolean {
  if (WEEKDAYS.indexOf(coded.slice(-2)) !== day.dayOfWeek - 1) return false;
  const position = Number(coded.slice(0, -2));
  if (position === 0) return true;
  const wholeYear = freq === 'YEARLY' && !inMonth;
  const [at, length] = wholeYear ? [day.dayOfYear, day.daysInYear] : [day.day, day.daysInMonth];
  return position > 0 ? Math.ceil(at / 7) === position : Math.ceil((length - at + 1) / 7) === -position;
}
