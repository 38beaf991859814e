/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A calendar date in some zone, `YYYY-MM-DD` (ISO 8601). */
export type LocalDate = string;

/** An IANA time-zone name, such as `America/Bogota`. */
export type ZoneName = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const MINUTES_PER_DAY = 1_440;
