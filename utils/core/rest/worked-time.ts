import type { Certainty } from '../contact/types.ts';
import { HOUR_MS, type LocalDate } from '../time/instant.ts';
import { capOfWeek } from './caps.ts';
import { lengthIn, unionOf, without } from './stretches.ts';
import type { RestTimeline } from './timeline.ts';
import type { DatedCap, Stretch } from './types.ts';

/** Milliseconds of recorded work outside the contracted hours, by certainty; no instant is counted twice. */
export type AfterHoursMs = Readonly<Record<Certainty, number>>;

export interface DayWork {
  readonly date: LocalDate;
  readonly afterHoursMs: AfterHoursMs;
}

/**
 * Work after hours in each day, at midnight cut in two. Only what was recorded: a contact by itself is no work. France
 * (Code du travail art. L3171-4) asks the worker for a table such as this one.
 */
export function afterHoursByDay(timeline: RestTimeline): readonly DayWork[] {
  const after = afterHours(timeline);
  return timeline.calendar.days.map((day) => ({ date: day.date, afterHoursMs: sumIn(after, day) }));
}

export interface WeekWork {
  /** `2026-W53`. */
  readonly week: string;
  /** Working hours by the contract; standing by is none. */
  readonly contractedMs: number;
  readonly afterHoursMs: AfterHoursMs;
  readonly totalMs: number;
  /** See `capOfWeek`. */
  readonly capHours: number | null;
  /** How much `totalMs` lies above the cap; 0 without a cap. */
  readonly aboveCapMs: number;
}

/** Contracted and recorded work of each week against a legal maximum that changes over the years. */
export function workByWeek(timeline: RestTimeline, caps: readonly DatedCap[]): readonly WeekWork[] {
  const after = afterHours(timeline);
  return timeline.calendar.weeks.map((week) => {
    const contractedMs = lengthIn(timeline.working, week);
    const afterHoursMs = sumIn(after, week);
    const totalMs = contractedMs + afterHoursMs.observed + afterHoursMs.inferred + afterHoursMs.reported;
    const capHours = capOfWeek(caps, week);
    const aboveCapMs = capHours === null ? 0 : Math.max(0, totalMs - capHours * HOUR_MS);
    return { week: week.week, contractedMs, afterHoursMs, totalMs, capHours, aboveCapMs };
  });
}

type AfterHours = Readonly<Record<Certainty, readonly Stretch[]>>;

/** Where stretches overlap, the surer one counts. */
function afterHours({ working, recorded }: RestTimeline): AfterHours {
  const by = (certainty: Certainty) => unionOf(recorded.filter((work) => work.certainty === certainty));
  const observed = without(by('observed'), working);
  const inferred = without(by('inferred'), unionOf([...working, ...observed]));
  const reported = without(by('reported'), unionOf([...working, ...observed, ...inferred]));
  return { observed, inferred, reported };
}

const sumIn = ({ observed, inferred, reported }: AfterHours, window: Stretch): AfterHoursMs => ({
  observed: lengthIn(observed, window),
  inferred: lengthIn(inferred, window),
  reported: lengthIn(reported, window),
});
