import { Temporal } from 'temporal-polyfill';
import type { Case, Job, NumberedContact } from './cases.ts';

/**
 * A second, slow answer to every question about rest: it writes down what each single minute was and counts minutes. It
 * stands on Temporal and shares no code with utils/core.
 */
const MINUTE = 60_000;
const DAY = 1_440;
const MARGIN_BEFORE = 4 * DAY;
const MARGIN_AFTER = 24 * DAY;

interface Minutes {
  readonly origin: number;
  readonly working: Uint8Array;
  readonly onCall: Uint8Array;
  /** 1 reported, 2 inferred, 3 observed: the surer overwrites. */
  readonly recorded: Uint8Array;
  readonly shift: Uint8Array;
  readonly busy: Uint8Array;
  /** Contacts that break a rest, by minute. */
  readonly contacts: ReadonlyMap<number, readonly NumberedContact[]>;
}

export type Range = readonly [from: number, until: number];

export interface Day {
  readonly date: string;
  readonly range: Range;
}

export function daysOf({ jobs, monday, weeks }: Case, origin: number): Day[] {
  const zone = jobs[0]?.zone ?? 'UTC';
  const startOf = (date: Temporal.PlainDate) => (date.toZonedDateTime(zone).epochMilliseconds - origin) / MINUTE;
  return Array.from({ length: weeks * 7 }, (_, index) => Temporal.PlainDate.from(monday).add({ days: index }))
    .map((date): Day => ({ date: date.toString(), range: [startOf(date), startOf(date.add({ days: 1 }))] }))
    .filter(({ range: [from, until] }) => from < until);
}

export const rangeOf = (days: readonly Day[]): Range => [days[0]?.range[0] ?? 0, days.at(-1)?.range[1] ?? 0];

/** The days of each ISO week, from first to last. */
export function weeksOf(days: readonly Day[]): Range[] {
  const weeks = new Map<string, Day[]>();
  for (const day of days) {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day.date);
    const name = `${yearOfWeek}-${weekOfYear}`;
    weeks.set(name, [...(weeks.get(name) ?? []), day]);
  }
  return [...weeks.values()].map(rangeOf);
}

export function minutesOf(one: Case): Minutes {
  const { jobs, monday, weeks, onCallIsRest } = one;
  const origin = Date.parse(monday) - MARGIN_BEFORE * MINUTE;
  const length = MARGIN_BEFORE + weeks * 7 * DAY + MARGIN_AFTER;
  const working = new Uint8Array(length);
  const onCall = new Uint8Array(length);
  const recorded = new Uint8Array(length);
  const paint = (into: Uint8Array, from: number, until: number, value: number): void => {
    for (let at = Math.max(0, (from - origin) / MINUTE); at < Math.min(length, (until - origin) / MINUTE); at += 1) {
      into[at] = Math.max(into[at] ?? 0, value);
    }
  };
  for (const job of jobs) {
    paintWeek(job, job.week, monday, weeks, (from, until) => paint(working, from, until, 1));
    paintWeek(job, job.onCall, monday, weeks, (from, until) => paint(onCall, from, until, 1));
  }
  const mine = ({ employment }: { employment: string }) => jobs.some((_, index) => employment === `job-${index}`);
  for (const { from, until, certainty, ...rest } of one.recorded) {
    if (mine(rest)) paint(recorded, from, until, { reported: 1, inferred: 2, observed: 3 }[certainty]);
  }
  const contract = working.map((works, at) => (works === 1 || (!onCallIsRest && onCall[at] === 1) ? 1 : 0));
  const busy = contract.map((works, at) => (works === 1 || (recorded[at] ?? 0) > 0 ? 1 : 0));
  const contacts = new Map<number, NumberedContact[]>();
  for (const contact of one.contacts) {
    if (!mine(contact) || contact.verdict === 'working') continue;
    if (contact.verdict === 'on-call' && !onCallIsRest) continue;
    const at = (contact.at - origin) / MINUTE;
    contacts.set(at, [...(contacts.get(at) ?? []), contact]);
  }
  return { origin, working, onCall, recorded, shift: one.shifts === 'actual' ? busy : contract, busy, contacts };
}

function paintWeek(
  { zone }: Job,
  week: number[][][],
  monday: string,
  weeks: number,
  draw: (from: number, until: number) => void,
): void {
  for (let day = -7; day < weeks * 7 + 30; day += 1) {
    const date = Temporal.PlainDate.from(monday).add({ days: day });
    if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) continue;
    const at = (minutes: number) => date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone).epochMilliseconds;
    for (const [start = 0, end = 0] of week[date.dayOfWeek - 1] ?? []) draw(at(start), at(end));
  }
}

/** Longest run of free minutes in `[from, until)` that begins before `beginsBefore`; a contact ends one, starts another. */
export function longestRun(
  busy: Uint8Array,
  contacts: Minutes['contacts'] | null,
  [from, until]: Range,
  beginsBefore = until,
): Range | null {
  let best: Range | null = null;
  let start = -1;
  for (let at = from; at <= until; at += 1) {
    const free = at < until && busy[at] === 0;
    const struck = contacts?.has(at) ?? false;
    if (start >= 0 && (!free || struck)) {
      if (start < beginsBefore && (best === null || at - start > best[1] - best[0])) best = [start, at];
      start = -1;
    }
    if (free && start < 0) start = at;
  }
  return best;
}

export function numbersIn({ contacts }: Minutes, range: Range | null): number[] {
  const numbers: number[] = [];
  for (let at = range?.[0] ?? 0; at < (range?.[1] ?? 0); at += 1) {
    numbers.push(...(contacts.get(at) ?? []).map(({ number }) => number));
  }
  return numbers;
}

export function countIn(minutes: Uint8Array, value: number, without: Uint8Array, [from, until]: Range): number {
  let count = 0;
  for (let at = from; at < until; at += 1) if (minutes[at] === value && without[at] === 0) count += 1;
  return count;
}

/** First minute of `[from, until)` at which a shift begins. */
export function startIn({ shift }: Minutes, [from, until]: Range): number | null {
  for (let at = from; at < Math.min(until, shift.length); at += 1)
    if (shift[at] === 1 && shift[at - 1] === 0) return at;
  return null;
}

/** How far a week's last rest counts: to the next shift, a week after its begin at most. */
export function endOfRest({ shift }: Minutes, [from, until]: Range): number {
  let begin = until;
  while (begin > from && shift[begin - 1] === 0) begin -= 1;
  let end = until;
  while (shift[end] === 0 && end < begin + 7 * DAY) end += 1;
  return end;
}

/** Every gap between two shifts that begins in `[from, until)`. */
export function gaps({ shift }: Minutes, [from, until]: Range): Range[] {
  const found: Range[] = [];
  for (let at = from; at < until; at += 1) {
    if (shift[at] !== 0 || shift[at - 1] !== 1) continue;
    let end = at;
    while (end < shift.length && shift[end] === 0) end += 1;
    if (end < shift.length) found.push([at, end]);
  }
  return found;
}
