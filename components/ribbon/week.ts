import { spansOn } from '../../utils/core/hours/pattern-days.ts';
import type { Employment, Span, Weekday } from '../../utils/core/hours/types.ts';
import { zoneAt } from '../../utils/core/hours/zone-moves.ts';
import { addDays, daysBetween } from '../../utils/core/time/calendar.ts';
import { dayNumber, weekdayOfDay } from '../../utils/core/time/dates.ts';
import { type Instant, type LocalDate, MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { localParts } from '../../utils/core/time/zones.ts';

export interface RibbonDay {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  /** Contracted time of this calendar day: what reaches in from the night before is here, what reaches out is not. */
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

/** The calendar week around `now`, by the clock that the hours follow, with contacts as marks. */
export function ribbonWeek(employment: Employment, now: Instant, contacts: readonly Instant[]): RibbonWeek {
  const monday = mondayBefore(now, employment);
  const pointAt = (at: Instant): RibbonPoint => {
    const wall = localParts(at, zoneAt(employment, at));
    return { day: daysBetween(monday, wall.date), minute: wall.minute };
  };
  return {
    days: Array.from({ length: 7 }, (_, day) =>
      ribbonDay(addDays(monday, day), (date) => contractedOn(employment, date)),
    ),
    marks: contacts.map(pointAt).filter((point) => point.day >= 0 && point.day < 7),
    now: pointAt(now),
  };
}

function ribbonDay(date: LocalDate, spansOf: (date: LocalDate) => readonly Span[]): RibbonDay {
  const fromNightBefore = spansOf(addDays(date, -1))
    .filter((span) => span.endMinute > MINUTES_PER_DAY)
    .map((span) => ({ startMinute: 0, endMinute: span.endMinute - MINUTES_PER_DAY }));
  const ownSpans = spansOf(date).map((span) => ({ ...span, endMinute: Math.min(span.endMinute, MINUTES_PER_DAY) }));
  return { date, weekday: weekdayOf(date), spans: [...fromNightBefore, ...ownSpans] };
}

/**
 * Spans that begin on this date, by the version of the hours in force then. `core/hours` prepares far more than a drawing
 * needs, which would weigh on the popup; a test holds the two against each other.
 */
function contractedOn(employment: Employment, date: LocalDate): readonly Span[] {
  const version = employment.hours.findLast(({ validFrom }) => validFrom <= date);
  if (version === undefined || (version.validUntil !== undefined && version.validUntil <= date)) return [];
  return spansOn(version, date);
}

/** The Monday on or before `at`, where the employment is. */
export function mondayBefore(at: Instant, employment: Pick<Employment, 'zone' | 'moves'>): LocalDate {
  const { date, weekday } = localParts(at, zoneAt(employment, at));
  return addDays(date, 1 - weekday);
}

const weekdayOf = (date: LocalDate): Weekday => weekdayOfDay(dayNumber(date));
