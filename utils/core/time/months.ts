import type { Instant, ZoneName } from './instant.ts';
import { dateOf, instantOf } from './zones.ts';

/** The midnight that opens the same day of the month, `months` earlier; of a shorter month, its last day. */
export function monthsBefore(at: Instant, months: number, zone: ZoneName): Instant {
  const [year = 0, month = 1, day = 1] = dateOf(at, zone).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return instantOf(first.toISOString().slice(0, 10), 0, zone);
}
