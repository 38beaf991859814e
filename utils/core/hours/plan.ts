import { dayNumber } from '../time/dates.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '../time/instant.ts';
import { type ZoneClock, zoneClock } from '../time/zone-clock.ts';
import { type OverrideStretch, overrideStretches } from './overrides.ts';
import type { Employment, HoursVersion, Span } from './types.ts';

/**
 * An employment, prepared for questions about time: dates as day numbers (days since 1970-01-01), spans as instants.
 * Prepared once per object and kept in a WeakMap, which is invisible because employments are never changed in place.
 */
export interface Plan {
  readonly clock: ZoneClock;
  readonly overrides: readonly OverrideStretch[];
  /** The version in force on `day`, or the next one to come (`from > day`), or null when none follows. */
  versionFrom(day: number): PlanVersion | null;
  /** Working time that begins on `day`, as instants; empty on days off. Sorted as the contract lists it. */
  workOf(day: number): readonly Work[];
  /** From this day on nothing but the last version applies, and no zone leaves out a day. */
  readonly settledDay: number;
  /** Days after which the last version repeats itself. */
  readonly cycle: number;
}

/** One version of the hours, half-open `[from, until)` in day numbers; `until` may be Infinity. */
export interface PlanVersion {
  readonly from: number;
  readonly until: number;
  /** Day number of `days[0]`. */
  readonly anchor: number;
  readonly days: readonly (readonly Span[])[];
  /** No day of the pattern has hours. */
  readonly empty: boolean;
  /** Name of the rule in verdicts: `hours@2026-01-01`. */
  readonly rule: string;
}

/** A span of one certain day, half-open, in instants. */
export interface Work {
  readonly from: Instant;
  readonly until: Instant;
  readonly rule: string;
}

const DAY_MS = 24 * HOUR_MS;

/** A weekly pattern is a cycle of seven days from a Monday: 1969-12-29. */
const SOME_MONDAY = -3;

/** 2011-12-31: the day after the last one that any zone left out (Samoa and Tokelau), none is announced. */
const LAST_DAY_LEFT_OUT = 15_339;

/** Days whose work is kept; a cache, so that throwing it away costs time only. */
const MAX_DAYS_KEPT = 512;

const NO_WORK: readonly Work[] = [];
const plans = new WeakMap<Employment, Plan>();

export function planOf(employment: Employment): Plan {
  const known = plans.get(employment);
  if (known !== undefined) return known;
  const made = makePlan(employment);
  plans.set(employment, made);
  return made;
}

/** The spans of `version` that begin on `day`, which must lie within it. */
export function spansOn(version: PlanVersion, day: number): readonly Span[] {
  const length = version.days.length;
  return version.days[(((day - version.anchor) % length) + length) % length] ?? [];
}

function makePlan(employment: Employment): Plan {
  const clock = zoneClock(employment.zone);
  const versions = employment.hours.map(prepare).sort((a, b) => a.from - b.from);
  const kept = new Map<number, readonly Work[]>();

  function versionFrom(day: number): PlanVersion | null {
    return versions.find((version) => day < version.until) ?? null;
  }

  function makeWork(day: number): readonly Work[] {
    const version = versionFrom(day);
    if (version === null || day < version.from) return NO_WORK;
    const spans = spansOn(version, day);
    // A day that the zone leaves out has no hours: its spans must not slip onto the next day, which has its own.
    if (spans.length === 0 || !clock.hasDay(day)) return NO_WORK;
    const work: Work[] = [];
    for (const span of spans) {
      const from = clock.instantOfWall(day * DAY_MS + span.startMinute * MINUTE_MS);
      const until = clock.instantOfWall(day * DAY_MS + span.endMinute * MINUTE_MS);
      // A span that begins inside a gap and ends right after it comes to nothing: there is no such time that night.
      if (from < until) work.push({ from, until, rule: version.rule });
    }
    return work;
  }

  function workOf(day: number): readonly Work[] {
    let work = kept.get(day);
    if (work === undefined) {
      work = makeWork(day);
      if (kept.size >= MAX_DAYS_KEPT) kept.clear();
      kept.set(day, work);
    }
    return work;
  }

  const turns = versions.flatMap(({ from, until }) => (until === Infinity ? [from] : [from, until]));
  return {
    clock,
    overrides: overrideStretches(employment.exceptions),
    versionFrom,
    workOf,
    settledDay: Math.max(LAST_DAY_LEFT_OUT, ...turns),
    cycle: versions.at(-1)?.days.length ?? 1,
  };
}

function prepare(version: HoursVersion): PlanVersion {
  const { pattern, validFrom, validUntil } = version;
  return {
    from: dayNumber(validFrom),
    until: validUntil === undefined ? Number.POSITIVE_INFINITY : dayNumber(validUntil),
    anchor: pattern.kind === 'weekly' ? SOME_MONDAY : dayNumber(pattern.anchor),
    days: pattern.days,
    empty: pattern.days.every((spans) => spans.length === 0),
    rule: `hours@${validFrom}`,
  };
}
