import { HOUR_MS, type Instant } from '../time/instant.ts';
import { type Plan, spansOn, type Work } from './plan.ts';

/** What the contract alone says about an instant. */
export interface ContractState {
  readonly working: boolean;
  readonly reason: 'within-hours' | 'outside-hours' | 'day-off' | 'no-hours';
  readonly rule: string;
  /** First instant at which `working` differs; null when it never does. */
  readonly until: Instant | null;
}

/**
 * How far a search goes. From `settledDay` on the wall clock of the contract repeats with its cycle, so work that lasts
 * one whole cycle never ends. (Clock changes do not matter: spans that touch on the wall still touch as instants.) Time
 * off can outlast a cycle, for a clock change may swallow a short span whole; a cycle of about a year can meet the yearly
 * change a few times in a row, but as the two drift apart by a day or two each year, not eight times.
 */
const MARGIN_DAYS = 14;
const CYCLES_WITHOUT_WORK = 8;

const DAY_MS = 24 * HOUR_MS;

export function contractAt(plan: Plan, at: Instant): ContractState {
  const today = localDay(plan, at);
  const work = workAt(plan, today, at);
  if (work !== null) {
    return { working: true, reason: 'within-hours', rule: work.rule, until: endOfWork(plan, today, work.until) };
  }
  const until = startOfWork(plan, today, at);
  const version = plan.versionFrom(today);
  if (version === null || today < version.from) return { working: false, reason: 'no-hours', rule: 'none', until };
  const reason = spansOn(version, today).length === 0 ? 'day-off' : 'outside-hours';
  return { working: false, reason, rule: version.rule, until };
}

/**
 * Today's spans, then those that run on from the day before. Two more days are asked because of the clock: when a day is
 * left out, a night reaches two days on; when an hour comes twice around midnight, tomorrow's spans can begin today.
 */
function workAt(plan: Plan, today: number, at: Instant): Work | null {
  for (const day of [today, today - 1, today + 1, today - 2]) {
    for (const work of plan.workOf(day)) {
      if (work.from <= at && at < work.until) return work;
    }
  }
  return null;
}

/** Follows work that touches or overlaps from `end` on to the instant at which it stops. */
function endOfWork(plan: Plan, today: number, end: Instant): Instant | null {
  const lastDay = Math.max(plan.settledDay, today) + plan.cycle + MARGIN_DAYS;
  for (let reached = end; ; ) {
    const day = localDay(plan, reached);
    if (day > lastDay) return null;
    let further = reached;
    // Yesterday's spans too: one that begins in a gap before midnight begins after it.
    for (const work of [...plan.workOf(day - 1), ...plan.workOf(day)]) {
      if (work.from <= reached && work.until > further) further = work.until;
    }
    if (further === reached) return reached;
    reached = further;
  }
}

/** The first work that begins after `at`. */
function startOfWork(plan: Plan, today: number, at: Instant): Instant | null {
  // A span that begins in a gap before midnight begins after it, so yesterday's may still be to come.
  let day = today - 1;
  for (;;) {
    const version = plan.versionFrom(day);
    if (version === null) return null;
    day = Math.max(day, version.from);
    const lastDay = Math.min(
      version.until,
      Math.max(day, plan.settledDay) + CYCLES_WITHOUT_WORK * plan.cycle + MARGIN_DAYS,
    );
    for (; day < lastDay && !version.empty; day += 1) {
      const start = firstStart(plan, day, at);
      if (start !== null) return earlier(start, firstStart(plan, day + 1, at));
    }
    if (version.until === Number.POSITIVE_INFINITY) return null;
    day = version.until;
  }
}

/** The earliest start after `at` among the work of one day. */
function firstStart(plan: Plan, day: number, at: Instant): Instant | null {
  let first: Instant | null = null;
  for (const work of plan.workOf(day)) {
    if (work.from > at && (first === null || work.from < first)) first = work.from;
  }
  return first;
}

/** Days follow each other, but a gap before midnight can push a late span of one day behind an early one of the next. */
function earlier(start: Instant, other: Instant | null): Instant {
  return other !== null && other < start ? other : start;
}

function localDay(plan: Plan, at: Instant): number {
  return Math.floor((at + plan.clock.offsetAt(at)) / DAY_MS);
}
