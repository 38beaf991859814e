import type { Weekday } from '../hours/types.ts';
import { ok, type Result } from '../result.ts';
import { MAX_INTERVAL } from './limits.ts';
import { unreadable } from './lines.ts';
import { type Moment, momentOf } from './moment.ts';
import type { Property } from './property.ts';

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const BY_THE_CLOCK = ['HOURLY', 'MINUTELY', 'SECONDLY'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const CLOCK_PARTS = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
const KNOWN_PARTS = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS'];
const CODED_DAY = /^([+-]?(?:5[0-3]|[1-4]\d|[1-9]))?(MO|TU|WE|TH|FR|SA|SU)$/;

/** Least and greatest number of each part that lists numbers. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  BYSECOND: [0, 60],
  BYMINUTE: [0, 59],
  BYHOUR: [0, 23],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYMONTH: [1, 12],
  BYSETPOS: [-366, 366],
};

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
  const parts = partsOf(property.values[0]);
  const none = unreadable(line, name);
  if (parts === null) return none;
  const one = (part: string): string | undefined => parts.get(part)?.[0];
  const numbers = (part: string): number[] => (parts.get(part) ?? []).map(wholeOf);
  const [count] = numbers('COUNT');
  // Some programs write an interval of 0; there is no other way to read it than as every time.
  const interval = Math.max(1, numbers('INTERVAL')[0] ?? 1);
  const days = parts.get('BYDAY') ?? [];
  const byDay = days.flatMap(dayOf);
  const weekStart = WEEKDAYS.indexOf(one('WKST') ?? 'MO') + 1;
  const said = one('FREQ') ?? '';
  const freq = FREQUENCIES.find((known) => known === said);
  const isRule =
    (freq !== undefined || BY_THE_CLOCK.includes(said)) &&
    !Number.isNaN(interval) &&
    (count === undefined || count >= 1) &&
    weekStart > 0 &&
    byDay.length === days.length &&
    Object.entries(RANGES).every(([part, [least, most]]) =>
      numbers(part).every((number) => number >= least && number <= most),
    );
  if (!isRule) return none;
  const until = parts.has('UNTIL') ? momentOf(property, one('UNTIL')) : ok(null);
  if (!until.ok) return until;
  const unusual = [...parts].some(([part, list]) => !KNOWN_PARTS.includes(part) && !isStart(part, list, startMinute));
  if (freq === undefined || unusual || interval > MAX_INTERVAL) return ok(null);
  if (byDay.some(({ position }) => position !== 0) && (freq === 'DAILY' || freq === 'WEEKLY')) return ok(null);
  const byMonthDay = numbers('BYMONTHDAY');
  if (byMonthDay.length > 0 && freq === 'WEEKLY') return ok(null);
  return ok({
    freq,
    interval,
    count: count ?? null,
    until: until.value,
    weekStart: weekStart as Weekday,
    byDay,
    byMonthDay,
    byMonth: numbers('BYMONTH'),
    bySetPos: numbers('BYSETPOS'),
  });
}

/** `NAME=a,b;…` by name, in capitals; null where a part has no name or no value. */
function partsOf(value: unknown): Map<string, readonly string[]> | null {
  if (typeof value !== 'string') return null;
  const pairs = value
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
    .map((part) => part.split('='));
  if (pairs.some(([name, said]) => !name || !said)) return null;
  return new Map(pairs.map(([name = '', said = '']) => [name, [...new Set(said.split(','))]]));
}

/** NaN for what is no whole number, which fits no range. */
const wholeOf = (text: string): number => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

function isStart(part: string, said: readonly string[], startMinute: number): boolean {
  const minute = Math.floor(startMinute);
  const start = [Math.floor(minute / 60), minute % 60, Math.round((startMinute - minute) * 60)];
  const index = CLOCK_PARTS.indexOf(part);
  return index !== -1 && said.length === 1 && Number(said[0]) === start[index];
}

/** None for what is no day. */
function dayOf(coded: string): Rule['byDay'] {
  const [, position = '0', name] = CODED_DAY.exec(coded) ?? [];
  if (name === undefined) return [];
  return [{ weekday: (WEEKDAYS.indexOf(name) + 1) as Weekday, position: Number(position) }];
}
