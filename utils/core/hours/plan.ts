import { type Instant, MINUTE_MS } from '../time/instant.ts';
import type { ZoneClock } from '../time/zone-clock.ts';
import type { DayRule, DayRules } from './day-rules.ts';
import { workOfFreeDay } from './work-of-free-days.ts';

/** Spans that come round, placed on the clock of one zone. Days are numbers: days since 1970-01-01. */
export interface Plan {
  readonly clock: ZoneClock;
  readonly rules: DayRules;
  dayOf(day: number): PlannedDay;
}

export interface PlannedDay {
  /** Describes the day outside its work. */
  readonly rule: DayRule;
  /** What begins on this day, as the rules list it; empty on days off. */
  readonly work: readonly Work[];
}

/** A span of one certain day, half-open, in instants. */
export interface Work {
  readonly from: Instant;
  readonly until: Instant;
  readonly rule: DayRule;
}

const DAY_MS = 86_400_000;

/** Days that are kept; a cache, so that throwing it away costs time only. */
const MAX_DAYS_KEPT = 1_024;

export function planOf(rules: DayRules, clock: ZoneClock): Plan {
  const kept = new Map<number, PlannedDay>();

  function workOf(day: number, today: readonly DayRule[]): readonly Work[] {
    // A day that the zone leaves out has no hours: its spans must not slip onto the next day, which has its own.
    if (today.every(({ spans }) => spans.length === 0) || !clock.hasDay(day)) return [];
    const work: Work[] = [];
    for (const rule of today) {
      if (rule.free !== null) {
        work.push(...workOfFreeDay(rule, rule.free, { day, clock, said: rules.said }));
        continue;
      }
      for (const span of rule.spans) {
        const from = clock.instantOfWall(day * DAY_MS + span.startMinute * MINUTE_MS);
        const until = clock.instantOfWall(day * DAY_MS + span.endMinute * MINUTE_MS);
        // A span that begins inside a gap and ends right after it comes to nothing: there is no such time that night.
        if (from < until) work.push({ from, until, rule });
      }
    }
    return work;
  }

  function dayOf(day: number): PlannedDay {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const today = rules.of(day);
    const planned = { rule: today[0], work: workOf(day, today) };
    if (kept.size >= MAX_DAYS_KEPT) kept.clear();
    kept.set(day, planned);
    return planned;
  }

  return { clock, rules, dayOf };
}
