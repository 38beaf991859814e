import { dayNumber, isLocalDate } from './dates.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from './instant.ts';

const ISO_TEXT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * The instant that an RFC 3339 text with `Z` or an offset denotes: `2026-11-24T22:14:03.120-03:00`, also without seconds
 * or milliseconds. Null for anything else, for days that no calendar has and for years outside 1900 to 2199. (`Date.parse`
 * takes 30 February for 2 March in one browser and for a mistake in another.)
 */
export function readIso(text: string): Instant | null {
  const parts = ISO_TEXT.exec(text);
  const date = parts?.[1] ?? '';
  if (parts === null || !isLocalDate(date)) return null;
  const [hours, minutes, seconds, millis] = parts.slice(2, 6).map((part) => Number(part ?? 0));
  const offset = Number(parts[7] ?? 0) * HOUR_MS + Number(parts[8] ?? 0) * MINUTE_MS;
  const wall =
    dayNumber(date) * 24 * HOUR_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS +
    (millis ?? 0);
  return parts[6] === '-' ? wall + offset : wall - offset;
}
