import { addDays } from '../time/calendar.ts';
import { type Instant, type LocalDate, MINUTES_PER_DAY, type ZoneName } from '../time/instant.ts';
import { instantOf, localParts } from '../time/zones.ts';
import { timelineBetween } from './timeline.ts';
import type { Employment, Span } from './types.ts';
import { zoneAt } from './zone-moves.ts';

/** One calendar week of one job as it really is, exceptions and all. */
export interface WeekOfHours {
  readonly monday: LocalDate;
  readonly zone: ZoneName;
  /** Seven days from Monday; working time within each calendar day, so that a night is in two of them. */
  readonly days: readonly (readonly Span[])[];
}

const DAYS_PER_WEEK = 7;

/** The calendar week around `now`, on the clock that the hours follow now. */
export function weekOfHours(employment: Employment, now: Instant): WeekOfHours {
  const zone = zoneAt(employment, now);
  const monday = mondayBefore(now, employment);
  const days = Array.from({ length: DAYS_PER_WEEK }, (_, day) => spansOfDay(employment, addDays(monday, day), zone));
  return { monday, zone, days };
}

/** The Monday on or before `at`, where the employment is. */
export function mondayBefore(at: Instant, employment: Pick<Employment, 'zone' | 'moves'>): LocalDate {
  const { date, weekday } = localParts(at, zoneAt(employment, at));
  return addDays(date, 1 - weekday);
}

function spansOfDay(employment: Employment, date: LocalDate, zone: ZoneName): readonly Span[] {
  const from = instantOf(date, 0, zone);
  const until = instantOf(addDays(date, 1), 0, zone);
  const spans: Span[] = [];
  for (const stretch of timelineBetween(employment, from, until)) {
    if (stretch.kind !== 'working') continue;
    const startMinute = Math.floor(localParts(stretch.from, zone).minute);
    const endMinute = stretch.until === until ? MINUTES_PER_DAY : Math.ceil(localParts(stretch.until, zone).minute);
    if (endMinute > startMinute) spans.push({ startMinute, endMinute });
  }
  return spans;
}
