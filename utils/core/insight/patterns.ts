import type { Weekday } from '../hours/types.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../time/dates.ts';
import { type Instant, type LocalDate, MINUTE_MS, MINUTES_PER_DAY, type ZoneName } from '../time/instant.ts';
import { localParts } from '../time/zones.ts';
import { type LogFilter, NO_FILTER } from './filter.ts';
import type { LogIndex } from './log-index.ts';
import { firstDay } from './weeks.ts';

/**
 * Something that came back: on `count` of the last `of` such days. Days are those that are over; each counts once,
 * however much came on it.
 */
export interface Pattern {
  readonly kind: /** One sender on one day of the week. */
    | 'sender-weekday'
    /** One sender from Monday to Friday. */
    | 'sender-weekdays'
    /** Anybody on a Saturday or Sunday. */
    | 'weekend'
    /** Anybody from 18:00 to midnight, from Monday to Friday. */
    | 'evenings'
    /** Anybody within a quarter of an hour after the hours ended, of days on which they end at `minute`. */
    | 'after-end';
  readonly count: number;
  readonly of: number;
  /** Name or alias; empty where it is anybody. */
  readonly sender: string;
  readonly weekday: Weekday | null;
  /** On more than half of these days something came in the hour from here on; null where no hour stands out. */
  readonly hour: number | null;
  /** When the hours end, in minutes after midnight. */
  readonly minute: number | null;
  /** Each of these days, oldest first: did something come? */
  readonly hits: readonly boolean[];
  /** Shows the entries it was read from. */
  readonly filter: LogFilter;
}

export interface PatternsInput {
  readonly index: LogIndex;
  readonly today: LocalDate;
  /** Zone in which `ends` are said. */
  readonly zone: ZoneName;
  /** Ends of hours, sorted. */
  readonly ends: readonly Instant[];
}

export const PATTERN_WEEKS = 12;
/** Fewer occurrences are chance, and what happened on less than half of the days is no habit. */
const LEAST = 4;
const LEAST_SHARE = 0.5;
const MOST_SHOWN = 5;
const EVENING_MINUTE = 18 * 60;
const AFTER_END_MINUTES = 15;
const WORKDAYS = 0b0011111;

/** Hours of a day on which something came: one bit each. */
type Days = Map<number, number>;

/** At most five, the most telling first: those of one sender, then those that came back most surely. */
export function patternsIn(input: PatternsInput): readonly Pattern[] {
  const { index } = input;
  const until = dayNumber(input.today);
  const from = windowStart(index, input.today);
  const anybody: Days = new Map();
  const bySender = new Map<number, Days>();
  for (let seq = 1; seq <= index.last; seq += 1) {
    const day = index.day[seq] ?? 0;
    if (day < from || day >= until || !index.isAfterHours(seq)) continue;
    const hour = Math.floor((index.minute[seq] ?? 0) / 60);
    mark(anybody, day, hour);
    const sender = index.sender[seq] ?? 0;
    if (sender === 0) continue;
    const days = bySender.get(sender) ?? new Map<number, number>();
    bySender.set(sender, days);
    mark(days, day, hour);
  }

  const found: Pattern[] = [];
  const look = (
    days: Days,
    mask: number,
    said: Pick<Pattern, 'kind'> & Partial<Pattern>,
    filter: Partial<LogFilter>,
  ): boolean => {
    const here = [...days].filter(([day]) => onWeekdays(day, mask));
    const hits: boolean[] = [];
    for (let day = from; day < until; day += 1) if (onWeekdays(day, mask)) hits.push(days.has(day));
    const of = hits.length;
    if (!isHabit(here.length, of)) return false;
    const hour = said.kind === 'evenings' ? null : usualHour(here);
    const whole = { ...NO_FILTER, afterHours: true, from: dateOfDay(from), to: dateOfDay(until - 1), weekdays: mask };
    const nothing = { sender: '', weekday: null, minute: null };
    found.push({ ...nothing, ...said, count: here.length, of, hits, hour, filter: { ...whole, ...filter } });
    return true;
  };

  const covered = new Set<number>();
  for (const [number, days] of bySender) {
    const sender = index.senders.names[number] ?? '';
    const daily = look(days, WORKDAYS, { kind: 'sender-weekdays', sender }, { sender });
    for (let weekday = daily ? 5 : 0; weekday < 7; weekday += 1) {
      const said = { kind: 'sender-weekday', sender, weekday: (weekday + 1) as Weekday } as const;
      if (look(days, 1 << weekday, said, { sender })) covered.add(weekday);
    }
  }
  for (const weekday of [5, 6]) {
    if (!covered.has(weekday)) look(anybody, 1 << weekday, { kind: 'weekend', weekday: (weekday + 1) as Weekday }, {});
  }
  const evenings = new Map([...anybody].filter(([, hours]) => hours >> (EVENING_MINUTE / 60) !== 0));
  look(evenings, WORKDAYS, { kind: 'evenings' }, { fromMinute: EVENING_MINUTE });
  const afterEnd = afterEndOfHours(input, from, until);
  if (afterEnd !== null) found.push(afterEnd);
  return found.toSorted((a, b) => telling(b) - telling(a)).slice(0, MOST_SHOWN);
}

/** The first day that patterns look at, as a day number: twelve weeks back, or where the log begins. */
export function windowStart(index: LogIndex, today: LocalDate): number {
  const earliest = dayNumber(today) - 7 * PATTERN_WEEKS;
  return Math.max(earliest, firstDay(index) ?? earliest);
}

const telling = ({ count, of, sender }: Pattern): number => count / of + (sender === '' ? 0 : 1);

const isHabit = (count: number, of: number): boolean => count >= LEAST && count >= of * LEAST_SHARE;

const onWeekdays = (day: number, mask: number): boolean => (mask & (1 << (weekdayOfDay(day) - 1))) !== 0;

const mark = (days: Days, day: number, hour: number): void => void days.set(day, (days.get(day) ?? 0) | (1 << hour));

function usualHour(days: readonly (readonly [day: number, hours: number])[]): number | null {
  const counts = Array.from({ length: 24 }, (_, hour) => days.filter(([, hours]) => (hours >> hour) & 1).length);
  const most = Math.max(...counts);
  return most * 2 > days.length ? counts.indexOf(most) : null;
}

/** Of the days whose hours end at the minute at which they end most often: the others would need a filter each. */
function afterEndOfHours({ index, ends, zone }: PatternsInput, from: number, until: number): Pattern | null {
  const byMinute = new Map<number, Instant[]>();
  for (const end of ends) {
    const { date, minute } = localParts(end, zone);
    const day = dayNumber(date);
    if (day >= from && day < until) byMinute.set(minute, [...(byMinute.get(minute) ?? []), end]);
  }
  const [usual] = [...byMinute].toSorted(([, a], [, b]) => b.length - a.length);
  if (usual === undefined) return null;
  const [minute, moments] = usual;
  const reached = new Set<Instant>();
  for (let seq = 1; seq <= index.last; seq += 1) {
    if (!index.isAfterHours(seq)) continue;
    const at = index.at[seq] ?? 0;
    const end = lastUpTo(moments, at);
    if (end !== undefined && at - end < AFTER_END_MINUTES * MINUTE_MS) reached.add(end);
  }
  if (!isHabit(reached.size, moments.length)) return null;
  return {
    kind: 'after-end',
    count: reached.size,
    of: moments.length,
    hits: moments.map((end) => reached.has(end)),
    sender: '',
    weekday: null,
    hour: null,
    minute,
    filter: {
      ...NO_FILTER,
      afterHours: true,
      from: dateOfDay(from),
      to: dateOfDay(until - 1),
      fromMinute: minute,
      untilMinute: Math.min(minute + AFTER_END_MINUTES, MINUTES_PER_DAY),
    },
  };
}

/** The last of the sorted moments that is not after `at`. */
function lastUpTo(moments: readonly Instant[], at: Instant): Instant | undefined {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1];
}
