import type { Weekday } from '../hours/types.ts';
import { ok, type Result } from '../result.ts';
import { MAX_INTERVAL } from './limits.ts';
import { unreadable } from './lines.ts';
import { type Moment, momentOf } from './moment.ts';
import type { Property } from './property.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PARTS = ['freq', 'interval', 'count', 'until', 'wkst', 'byday', 'bymonthday', 'bymonth', 'bysetpos'];
const CLOCK_PARTS = ['byhour', 'byminute', 'bysecond'];
const CODED_DAY = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/;

/** A rule of RFC 5545 §3.3.10, as far as rosters use it. An empty list says that the part is not there. */
export interface Rule {
  readonly freq: (typeof FREQUENCIES)[number];
  readonly interval: number;
  readonly count: number | null;
  /** Inclusive. */
  readonly until: Moment | null;
  readonly weekStart: Weekday;
  /** `position` 0 is every such weekday, 2 the second, -1 the last of the month or year. */
  readonly byDay: readonly { readonly weekday: Weekday; readonly position: number }[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
}

/**
 * The rule of an RRULE line; fails when it is none. Null for one that rosters do not use (by the hour, by week or day of the
 * year): it is left out and told, rather than guessed. Outlook repeats the start as BYHOUR and BYMINUTE: that is allowed.
 */
export function readRule(property: Property, startMinute: number): Result<Rule | null> {
  const { name, line } = property;
  const [value] = property.values;
  if (typeof value !== 'object' || value === null) return unreadable(line, name);
  const parts = new Map(Object.entries(value));
  const count = parts.get('count');
  const said = String(parts.get('freq') ?? '');
  const interval = Number(parts.get('interval') ?? 1);
  if (said === '' || (count !== undefined && !isPositive(count)) || !isPositive(interval))
    return unreadable(line, name);
  const freq = FREQUENCIES.find((known) => known === said);
  const unusual = [...parts.keys()].some(
    (part) => !PARTS.includes(part) && !isStart(part, parts.get(part), startMinute),
  );
  const byDay = listOf(parts.get('byday')).map(dayOf);
  const until = parts.has('until') ? momentOf(property, parts.get('until')) : ok(null);
  if (!until.ok) return until;
  if (freq === undefined || unusual || interval > MAX_INTERVAL) return ok(null);
  if (byDay.some(({ position }) => position !== 0) && (freq === 'DAILY' || freq === 'WEEKLY')) return ok(null);
  const byMonthDay = numbersOf(parts.get('bymonthday'));
  if (byMonthDay.length > 0 && freq === 'WEEKLY') return ok(null);
  return ok({
    freq,
    interval,
    count: count === undefined ? null : Number(count),
    until: until.value,
    weekStart: weekStartOf(parts.get('wkst')),
    byDay,
    byMonthDay,
    byMonth: numbersOf(parts.get('bymonth')),
    bySetPos: numbersOf(parts.get('bysetpos')),
  });
}

const isPositive = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;
const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());
const numbersOf = (value: unknown): number[] => listOf(value).map(Number);

function isStart(part: string, value: unknown, startMinute: number): boolean {
  const minute = Math.floor(startMinute);
  const start = [Math.floor(minute / 60), minute % 60, Math.round((startMinute - minute) * 60)];
  const index = CLOCK_PARTS.indexOf(part);
  return index !== -1 && listOf(value).length === 1 && Number(value) === start[index];
}

/** ical.js has refused what is no day. */
function dayOf(coded: unknown): Rule['byDay'][number] {
  const [, position, name = 'MO'] = CODED_DAY.exec(String(coded)) ?? [];
  return { weekday: (WEEKDAYS.indexOf(name) + 1) as Weekday, position: Number(position ?? 0) };
}

/** ical.js counts from Sunday as 1. */
function weekStartOf(value: unknown): Weekday {
  return value === undefined ? 1 : ((((Number(value) + 5) % 7) + 1) as Weekday);
}
