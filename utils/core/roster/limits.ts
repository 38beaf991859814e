/** Caps on a calendar file. In UTF-16 code units, of which a file has at most as many as bytes. */
export const MAX_ROSTER_LENGTH = 10_000_000;
export const MAX_EVENTS = 20_000;

/** Shifts and days that one import may bring; recurrences multiply events. */
export const MAX_OCCURRENCES = 20_000;

/** Ten years: no roster is planned further. */
export const MAX_RANGE_DAYS = 3_660;

/** A list of excluded dates is the longest that a true file has. */
export const MAX_LINE_LENGTH = 200_000;

/** Dates that all series of a file together may exclude or add one by one. */
export const MAX_LISTED_DATES = 50_000;

/** Components lie three deep: calendar, event, alarm. */
export const MAX_NESTING = 8;

export const MAX_SUMMARY_LENGTH = 200;

/** Different names of zones in one file; each costs a millisecond. */
export const MAX_ZONE_NAMES = 100;

/** Days that all recurrences of a file together may look at, of about a third of a microsecond each. */
export const MAX_STEPS = 3_000_000;
export const MAX_INTERVAL = 1_000;
