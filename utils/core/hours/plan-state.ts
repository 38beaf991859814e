import { HOUR_MS, type Instant } from '../time/instant.ts';
import type { DayRule } from './day-rules.ts';
import type { Plan, Work } from './plan.ts';

/** What a plan alone says about an instant. */
export interface PlanState {
  readonly inside: boolean;
  /** Of the span that we are in, or of the day that this is. */
  readonly rule: DayRule;
  /** First instant at which `inside` differs; null when it never does. */
  readonly until: Instant | null;
}

/**
 * How far a search goes. From `settledDay` on the wall clock of the plan repeats with its cycle, so work that lasts one
 * whole cycle never ends. (Clock changes do not matter: spans that touch on the wall still touch as instants.) Time off
 * can outlast a cycle, for a clock change may swallow a short span whole; a cycle of about a year can meet the yearly
 * change a few times in a row, but as the two drift apart by a day or two each year, not eight times.
 */
const MARGIN_DAYS = 14;
const CYCLES_WITHOUT_WORK = 8;
const MOST_DAYS_WITHOUT_WORK = 12 * 366;

/** Days of a search for something that comes round every `cycle` days, now and then swallowed by a clock change. */
export const searchDays = (cycle: number): number =>
  Math.min(CYCLES_WITHOUT_WORK * cycle, MOST_DAYS_WITHOUT_WORK) + MARGIN_DAYS;

const DAY_MS = 24 * HOUR_MS;

/**
 * Answers for one plan. The stretch that was found last is kept: whoever looks for the next change asks at every edge of
 * every other rule within it, and following work that never ends takes long.
 */
export function planStates(plan: Plan): (at: Instant) => PlanState {
  let last = { from: Infinity, until: null as Instant | null };
  return (at) => {
    const today = localDay(plan, at);
    const work = workAt(plan, today, at);
    if (at < last.from || (last.until !== null && last.until <= at)) {
      const until = work === null ? startOfWork(plan, today, at) : endOfWork(plan, today, work.until);
      last = { from: at, until };
    }
    return { inside: work !== null, rule: work?.rule ?? plan.dayOf(today).rule, until: last.until };
  };
}

/**
 * Days whose work can touch an instant on day 0: that day and the night before it. Where the clock changes nearby, two
 * more: a day left out lets a night reach two days on, an hour that comes twice around midnight lets tomorrow's work
 * begin today.
 */
const NEAR_DAYS = [0, -1];
const NEAR_DAYS_OF_A_CHANGE = [0, -1, 1, -2];

function nearDays({ clock }: Plan, at: Instant): readonly number[] {
  return clock.offsetAt(at - DAY_MS) === clock.offsetAt(at + DAY_MS) ? NEAR_DAYS : NEAR_DAYS_OF_A_CHANGE;
}

function workAt(plan: Plan, today: number, at: Instant): Work | null {
  for (const offset of nearDays(plan, at)) {
    for (const work of plan.dayOf(today + offset).work) {
      if (work.from <= at && at < work.until) return work;
    }
  }
  return null;
}

/** Follows work that touches or overlaps from `end` on to the instant at which it stops. */
function endOfWork(plan: Plan, today: number, end: Instant): Instant | null {
  const lastDay = Math.max(plan.rules.settledDay, today) + plan.rules.cycle + MARGIN_DAYS;
  for (let reached = end; ; ) {
    const day = localDay(plan, reached);
    if (day > lastDay) return null;
    let further = reached;
    for (const offset of nearDays(plan, reached)) {
      for (const work of plan.dayOf(day + offset).work) {
        if (work.from <= reached && work.until > further) further = work.until;
      }
    }
    if (further === reached) return reached;
    reached = further;
  }
}

/** The first work that begins after `at`. */
function startOfWork(plan: Plan, today: number, at: Instant): Instant | null {
  const { rules } = plan;
  const lastDay = Math.max(today, rules.settledDay) + searchDays(rules.cycle);
  // Earlier days may still have work to come: a span that begins in a gap before midnight begins after it, and what the
  // person said moves it up to its end, which lies two days on where a day is left out.
  const first = today + Math.min(...nearDays(plan, at));
  for (let day = rules.next(first); day !== null && day <= lastDay; day = rules.next(day + 1)) {
    const start = firstStart(plan, day, at);
    if (start !== null) return firstOfLaterDays(plan, day, at, start);
  }
  return null;
}

/** The earliest start after `at` among the work of one day. */
function firstStart(plan: Plan, day: number, at: Instant): Instant | null {
  let first: Instant | null = null;
  for (const work of plan.dayOf(day).work) {
    if (work.from > at && (first === null || work.from < first)) first = work.from;
  }
  return first;
}

/**
 * Days follow each other, but a late span of one day can begin behind an early one of a later day: a gap before midnight
 * pushes it there, or the person's word (free days). Only days that have come by then can be earlier.
 */
function firstOfLaterDays(plan: Plan, day: number, at: Instant, start: Instant): Instant {
  let first = start;
  for (let later = day + 1; later <= localDay(plan, first); later += 1) {
    first = Math.min(first, firstStart(plan, later, at) ?? first);
  }
  return first;
}

function localDay(plan: Plan, at: Instant): number {
  return Math.floor((at + plan.clock.offsetAt(at)) / DAY_MS);
}
