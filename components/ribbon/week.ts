import type { Span, Weekday } from '../../utils/core/hours/types.ts';
import type { WeekOfHours } from '../../utils/core/hours/week.ts';
import { addDays, daysBetween } from '../../utils/core/time/calendar.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { localParts } from '../../utils/core/time/zones.ts';

export interface RibbonDay {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  /** Working time of this calendar day. */
  readonly spans: readonly Span[];
}

/** A place on the ribbon. */
export interface RibbonPoint {
  /** 0 is the first day shown. */
  readonly day: number;
  readonly minute: number;
}

export interface RibbonWeek {
  readonly days: readonly RibbonDay[];
  readonly marks: readonly RibbonPoint[];
  readonly now: RibbonPoint | null;
}

/** A week of hours with now and the contacts on it. */
export function ribbonWeek(
  { monday, zone, days }: WeekOfHours,
  now: Instant,
  contacts: readonly Instant[],
): RibbonWeek {
  const pointAt = (at: Instant): RibbonPoint => {
    const wall = localParts(at, zone);
    return { day: daysBetween(monday, wall.date), minute: wall.minute };
  };
  return {
    days: days.map((spans, day) => ({ date: addDays(monday, day), weekday: (day + 1) as Weekday, spans })),
    marks: contacts.map(pointAt).filter((point) => point.day >= 0 && point.day < days.length),
    now: pointAt(now),
  };
}
