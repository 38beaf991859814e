import { formatMinute, parseMinute } from '../../utils/core/hours/clock-text.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { HOUR_MS, type Instant, MINUTES_PER_DAY, type ZoneName } from '../../utils/core/time/instant.ts';
import { instantOf, localParts } from '../../utils/core/time/zones.ts';

export type OverrideLength = 'half-hour' | 'hour' | 'until';

/** When an override ends; a clock time that is past today means tomorrow. Null when the clock time is not one. */
export function overrideUntil(length: OverrideLength, clock: string, now: Instant, zone: ZoneName): Instant | null {
  if (length === 'half-hour') return now + HOUR_MS / 2;
  if (length === 'hour') return now + HOUR_MS;
  const minute = parseMinute(clock.trim());
  if (minute === null) return null;
  const today = localParts(now, zone);
  const date = minute > today.minute ? today.date : addDays(today.date, 1);
  return instantOf(date, minute, zone);
}

/** A likely end to begin with: the next full hour that is at least an hour away, as `HH:MM`. */
export function suggestedClock(now: Instant, zone: ZoneName): string {
  const minute = Math.ceil((localParts(now, zone).minute + 60) / 60) * 60;
  return formatMinute(minute % MINUTES_PER_DAY);
}
