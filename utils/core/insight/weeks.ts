import type { Employment, Verdict } from '../hours/types.ts';
import { type Calendar, calendarOf } from '../rest/calendar.ts';
import { dailyRests } from '../rest/daily-rest.ts';
import { disconnectionByDay } from '../rest/disconnection.ts';
import { lengthOf } from '../rest/stretches.ts';
import { type RestTimeline, restTimeline } from '../rest/timeline.ts';
import type { ContactMark, DailyRestRule, WeeklyRestRule } from '../rest/types.ts';
import { weeklyRests } from '../rest/weekly-rest.ts';
import { dateOfDay, dayNumber, weekdayOfDay } from '../time/dates.ts';
import { HOUR_MS, type Instant, type LocalDate } from '../time/instant.ts';
import { type LogIndex, VERDICTS } from './log-index.ts';

/** Rests of one week, measured. Only what is over counts: a rest that still runs may yet be kept. */
export type WeekRest =
  /** By the rules that the person entered for a job: rests that the contract grants and contacts left too short. */
  | { readonly by: 'rules'; readonly dailyBroken: number; readonly weeklyBroken: number }
  /** Without a rule: the longest time without contact or work in the 24 h from each start of work, the least of the week. */
  | { readonly by: 'undisturbed'; readonly leastMs: number };

export interface WeekOfContacts {
  readonly monday: LocalDate;
  /** Contacts after hours, by the day on the clock that the entries name. */
  readonly afterHours: number;
  /** Contacts in hours; null where none were counted. */
  readonly inHours: number | null;
  /** Null where no rest of the week is over yet, or no job is set up. */
  readonly rest: WeekRest | null;
}

export interface WeeksInput {
  readonly index: LogIndex;
  readonly today: LocalDate;
  readonly now: Instant;
  /** How many weeks back, this one included. */
  readonly weeks: number;
  readonly employments: readonly Employment[];
  /** Contacts in hours, one row for a day and app. */
  readonly inHours: readonly { readonly date: LocalDate; readonly inHours: number }[];
  /** What the rests of the week that this Monday opens are measured by; null where nothing is set. */
  readonly rulesAt: (
    employment: Employment,
    monday: LocalDate,
  ) => { readonly daily?: DailyRestRule; readonly weekly?: WeeklyRestRule } | null;
}

const MARGIN_MS = 9 * 24 * HOUR_MS;

export const mondayOf = (day: number): number => day - weekdayOfDay(day) + 1;

/**
 * The last weeks, newest first, from the first one that the log knows of on. One at a time, since the rests of one take a
 * millisecond or two, and a page has to answer in between.
 */
export function* weeksOfContacts(input: WeeksInput): Generator<WeekOfContacts> {
  const { index, today, weeks, inHours } = input;
  const last = mondayOf(dayNumber(today));
  const first = Math.max(last - 7 * (weeks - 1), mondayOf(firstDay(index) ?? dayNumber(today)));
  const after = new Map<number, number>();
  for (let seq = 1; seq <= index.last; seq += 1) {
    if (index.isAfterHours(seq)) addTo(after, mondayOf(index.day[seq] ?? 0), index.count[seq] ?? 0);
  }
  const during = new Map<number, number>();
  for (const one of inHours) addTo(during, mondayOf(dayNumber(one.date)), one.inHours);
  for (let monday = last; monday >= first; monday -= 7) {
    yield {
      monday: dateOfDay(monday),
      afterHours: after.get(monday) ?? 0,
      inHours: during.get(monday) ?? null,
      rest: restOf(input, dateOfDay(monday)),
    };
  }
}

/** The first day that the log tells of; null for an empty one. */
export function firstDay(index: LogIndex): number | null {
  let first: number | null = null;
  for (let seq = 1; seq <= index.last; seq += 1) {
    const day = index.day[seq] ?? 0;
    if (day > 0 && (first === null || day < first)) first = day;
  }
  return first;
}

function restOf(input: WeeksInput, monday: LocalDate): WeekRest | null {
  const { employments, now, rulesAt } = input;
  const [job] = employments;
  if (job === undefined) return null;
  const ruled = employments.flatMap((employment) => {
    const rules = rulesAt(employment, monday);
    return rules === null || (rules.daily === undefined && rules.weekly === undefined) ? [] : [{ employment, rules }];
  });
  if (ruled.length === 0) {
    const timeline = timelineOf(input, employments, monday);
    const over = disconnectionByDay(timeline, 'from-start-of-work').filter(({ window }) => window.until <= now);
    const lengths = over.map(({ longest }) => lengthOf(longest));
    return lengths.length === 0 ? null : { by: 'undisturbed', leastMs: Math.min(...lengths) };
  }
  let dailyBroken = 0;
  let weeklyBroken = 0;
  // Each employer owes the rest by itself.
  for (const { employment, rules } of ruled) {
    const timeline = timelineOf(input, [employment], monday);
    const daily = rules.daily === undefined ? [] : dailyRests(timeline, rules.daily);
    const weekly = rules.weekly === undefined ? [] : weeklyRests(timeline, rules.weekly);
    dailyBroken += daily.filter(({ outcome, window }) => outcome === 'broken' && window.until <= now).length;
    weeklyBroken += weekly.filter(({ outcome, window }) => outcome === 'broken' && window.until <= now).length;
  }
  return { by: 'rules', dailyBroken, weeklyBroken };
}

function timelineOf(
  { index }: WeeksInput,
  employments: readonly Employment[],
  monday: LocalDate,
): RestTimeline<ContactMark> {
  const zones = employments[0] ?? { zone: 'UTC' };
  const calendar: Calendar = calendarOf(zones, monday, dateOfDay(dayNumber(monday) + 7));
  return restTimeline({ calendar, employments, contacts: marksAround(index, calendar) });
}

function* marksAround(index: LogIndex, { from, until }: Calendar): Generator<ContactMark> {
  for (const seq of index.contactsBetween(from - MARGIN_MS, until + MARGIN_MS)) {
    const verdict = VERDICTS[index.verdict[seq] ?? 0] ?? 'none';
    yield {
      at: index.at[seq] ?? 0,
      employment: index.employments.names[index.employment[seq] ?? 0] ?? '',
      verdict: verdict === 'none' ? 'off' : (verdict satisfies Verdict['kind']),
    };
  }
}

function addTo(sums: Map<number, number>, key: number, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count);
}
