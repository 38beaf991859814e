import { dateOfDay, dayNumber, weekdayOfDay } from '../time/dates.ts';
import type { LocalDate } from '../time/instant.ts';
import { MAX_STEPS } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Rule } from './rule.ts';

/**
 * Days of a rule, found by asking of each day in question whether it belongs. Unlike a walk from one occurrence to the next
 * (ical.js has one) this can neither hang nor lose its way, whatever a hostile or careless file writes, and it begins where
 * the roster begins instead of years ago.
 */

/** Counts the days that all recurrences of one file look at; throws a {@link Refusal} beyond {@link MAX_STEPS}. */
export type Spend = (steps: number) => void;

export function stepCounter(): Spend {
  let left = MAX_STEPS;
  return (steps) => {
    left -= steps;
    if (left < 0) throw new Refusal({ code: 'roster.too-many-recurrences', field: '' });
  };
}

/** What is found costs more than what is looked at: it must be kept. */
const FOUND = 100;

/** A day with its place in the calendar. */
interface Day {
  readonly day: number;
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/**
 * The days of a rule that begins on `start`, in `[first, last]` and in order; `until` is for the caller, who knows the zone.
 * `start` is among them only where the rule has it.
 */
export function daysOfRule(rule: Rule, start: LocalDate, first: LocalDate, last: LocalDate, spend: Spend): LocalDate[] {
  const begin = dayOf(dayNumber(start));
  const isOfRule = membership(rule, begin, spend);
  const days: LocalDate[] = [];
  const from = dayNumber(first);
  const until = dayNumber(last);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  // A count is counted from the start.
  for (let day = rule.count === null ? Math.max(begin.day, from) : begin.day; day <= until && left > 0; day += 1) {
    spend(1);
    if (!isOfRule(day)) continue;
    left -= 1;
    if (day < from) continue;
    spend(FOUND);
    days.push(dateOfDay(day));
  }
  return days;
}

function membership(rule: Rule, begin: Day, spend: Spend): (day: number) => boolean {
  const inPeriod = periodTest(rule, begin);
  const isCandidate = candidateTest(rule, begin);
  if (rule.bySetPos.length === 0) return (day) => inPeriod(day) && isCandidate(day);
  let chosen: { readonly from: number; readonly until: number; readonly days: ReadonlySet<number> } | undefined;
  return (day) => {
    if (!inPeriod(day) || !isCandidate(day)) return false;
    if (chosen === undefined || day < chosen.from || day >= chosen.until) {
      const [from, until] = periodAround(rule, day);
      spend(until - from);
      const candidates = Array.from({ length: until - from }, (_, index) => from + index).filter(isCandidate);
      const days = rule.bySetPos.map((at) => candidates[at > 0 ? at - 1 : candidates.length + at]);
      chosen = { from, until, days: new Set(days.filter((chosenDay) => chosenDay !== undefined)) };
    }
    return chosen.days.has(day);
  };
}

/** Does the day lie in one of every n-th days, weeks, months or years? */
function periodTest({ freq, interval, weekStart }: Rule, begin: Day): (day: number) => boolean {
  switch (freq) {
    case 'DAILY':
      return (day) => (day - begin.day) % interval === 0;
    case 'WEEKLY': {
      const week = weekOf(begin.day, weekStart);
      return (day) => ((weekOf(day, weekStart) - week) / 7) % interval === 0;
    }
    case 'MONTHLY':
      return (day) => {
        const { year, month } = dayOf(day);
        return ((year - begin.year) * 12 + month - begin.month) % interval === 0;
      };
    case 'YEARLY':
      return (day) => (dayOf(day).year - begin.year) % interval === 0;
  }
}

/** Does the day fit the BY parts, or, where they leave it open, the start? */
function candidateTest(rule: Rule, begin: Day): (day: number) => boolean {
  const { freq, byDay, byMonth, byMonthDay } = rule;
  const weekday = weekdayOfDay(begin.day);
  const byDate = freq === 'MONTHLY' || freq === 'YEARLY';
  return (day) => {
    if (byDay.length > 0 && !byDay.some((wanted) => wanted.weekday === weekdayOfDay(day))) return false;
    if (byDay.length === 0 && freq === 'WEEKLY' && weekdayOfDay(day) !== weekday) return false;
    if (!byDate && byMonth.length === 0 && byMonthDay.length === 0) return true;
    const place = dayOf(day);
    if (byMonth.length > 0 && !byMonth.includes(place.month)) return false;
    if (byMonthDay.length > 0) {
      const fromEnd = place.dayOfMonth - 1 - monthLength(place);
      if (!byMonthDay.includes(place.dayOfMonth) && !byMonthDay.includes(fromEnd)) return false;
    }
    if (byDay.length > 0) return byDay.some((wanted) => isAt(wanted, place, freq === 'YEARLY' && byMonth.length === 0));
    if (byMonthDay.length > 0 || !byDate) return true;
    if (place.dayOfMonth !== begin.dayOfMonth) return false;
    return freq === 'MONTHLY' || byMonth.length > 0 || place.month === begin.month;
  };
}

/** Is it the n-th such weekday of its month (or year)? */
function isAt({ weekday, position }: Rule['byDay'][number], { day, year, month }: Day, inYear: boolean): boolean {
  if (weekdayOfDay(day) !== weekday) return false;
  if (position === 0) return true;
  const from = inYear ? firstDay(year, 1) : firstDay(year, month);
  const until = inYear ? firstDay(year + 1, 1) : firstDay(year, month + 1);
  return position > 0 ? Math.floor((day - from) / 7) + 1 === position : Math.ceil((until - day) / 7) === -position;
}

/** The whole day, week, month or year of the rule in which `day` lies, half-open. */
function periodAround({ freq, weekStart }: Rule, day: number): [number, number] {
  const { year, month } = dayOf(day);
  switch (freq) {
    case 'DAILY':
      return [day, day + 1];
    case 'WEEKLY':
      return [weekOf(day, weekStart), weekOf(day, weekStart) + 7];
    case 'MONTHLY':
      return [firstDay(year, month), firstDay(year, month + 1)];
    case 'YEARLY':
      return [firstDay(year, 1), firstDay(year + 1, 1)];
  }
}

const weekOf = (day: number, weekStart: number): number => day - ((weekdayOfDay(day) - weekStart + 7) % 7);

const DAY_MS = 86_400_000;

/** Its place in the calendar is asked of one day several times over. */
let latest: Day = { day: 0, year: 1970, month: 1, dayOfMonth: 1 };

function dayOf(day: number): Day {
  if (latest.day !== day) {
    const date = new Date(day * DAY_MS);
    latest = { day, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
  }
  return latest;
}

/** The first day of a month; 13 is January of the next year. */
const firstDay = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / DAY_MS;

const monthLength = ({ year, month }: Day): number => firstDay(year, month + 1) - firstDay(year, month);
