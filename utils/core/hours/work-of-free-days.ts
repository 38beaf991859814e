import { indexEndingAfter } from '../rest/stretches.ts';
import { type Instant, MINUTE_MS } from '../time/instant.ts';
import type { ZoneClock } from '../time/zone-clock.ts';
import type { DayRule } from './day-rules.ts';
import type { Free } from './pattern-days.ts';
import type { Work } from './plan.ts';
import type { Said } from './said.ts';
import type { Stretch } from './stretches.ts';
import type { BlockPattern, FlexibleDay, Span } from './types.ts';

/** One day on the clock of one zone, and what was said around it. Days are numbers: days since 1970-01-01. */
interface FreeDay {
  readonly day: number;
  readonly clock: ZoneClock;
  readonly said: Said;
}

const DAY_MS = 86_400_000;

/** The work of a day without fixed hours, or with flexible ones: what the wall clock gives, moved by what was said. */
export function workOfFreeDay(rule: DayRule, free: Free, where: FreeDay): readonly Work[] {
  if (free.kind === 'flexible') return workInFrame(rule, free.day, where);
  return rule.spans.flatMap((span) => workAfterRest(rule, free, place(span, where), where.said));
}

const instantOf = (minute: number, { day, clock }: FreeDay): Instant =>
  clock.instantOfWall(day * DAY_MS + minute * MINUTE_MS);

const place = ({ startMinute, endMinute }: Span, where: FreeDay): Stretch => ({
  from: instantOf(startMinute, where),
  until: instantOf(endMinute, where),
});

const isSome = ({ from, until }: Stretch): boolean => from < until;

/** No fixed hours: the span begins when the rest since the last work of the evening before has passed. */
function workAfterRest(
  rule: DayRule,
  { blockMinutes }: BlockPattern,
  { from, until }: Stretch,
  { work }: Said,
): Work[] {
  const block = blockMinutes * MINUTE_MS;
  const night = { from: from - block, until: from };
  let start = from;
  for (let index = indexEndingAfter(work, night.from); index < work.length; index += 1) {
    const said = work[index];
    if (said === undefined || !isOfTheEvening(said, night)) break;
    start = said.until + block;
  }
  return [{ from: start, until, rule }].filter(isSome);
}

/**
 * Work that was going on when the night began, or that lies nearer to the night's beginning than to its end, is the old
 * day's. Other work begins the new day early and moves nothing; then no later work is the old day's either.
 */
const isOfTheEvening = ({ from, until }: Stretch, night: Stretch): boolean =>
  from <= night.from || from - night.from <= night.until - until;

/** Flexible hours. Where a clock change swallows the core, the day is one without a core. */
function workInFrame(rule: DayRule, today: FlexibleDay, where: FreeDay): Work[] {
  const frame = place(today.frame, where);
  const core = coreWithin(frame, today, where);
  const begin = saidBegin(frame, core?.from ?? frame.until, where) ?? instantOf(today.usualStartMinute, where);
  // A gap in the clock can turn the order of two times round, so each is held against the others.
  const from = Math.max(frame.from, Math.min(begin, core?.from ?? begin));
  const until = Math.min(frame.until, from + today.quotaMinutes * MINUTE_MS);
  if (core === null) return [{ from, until, rule }].filter(isSome);
  // The core is worked to its end, whether the quota reaches so far or not.
  return [
    { from, until: core.from, rule },
    { ...core, rule: { ...rule, inside: 'within-hours' as const } },
    { from: core.until, until, rule },
  ].filter(isSome);
}

function coreWithin(frame: Stretch, { core }: FlexibleDay, where: FreeDay): Stretch | null {
  if (core === null) return null;
  const { from, until } = place(core, where);
  const placed = { from: Math.max(from, frame.from), until: Math.min(until, frame.until) };
  return isSome(placed) ? placed : null;
}

/** Where the first word of this day begins that comes before `latest` and reaches into the frame. */
function saidBegin(frame: Stretch, latest: Instant, where: FreeDay): Instant | null {
  const midnight = instantOf(0, where);
  const { word } = where.said;
  for (let index = indexEndingAfter(word, frame.from); index < word.length; index += 1) {
    const said = word[index];
    if (said === undefined || said.from >= latest) return null;
    if (said.from >= midnight) return said.from;
  }
  return null;
}
