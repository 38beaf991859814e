/** Caps on an employment, for those who check it and those who let a person edit it. Lengths in UTF-16 code units. */
export const MAX_LABEL_LENGTH = 120;
export const MAX_NAME_LENGTH = 120;
export const MAX_REASON_LENGTH = 200;

/** An override is a word for today; longer absences have kinds of their own (leave, holiday). So are overtime and breaks. */
export const MAX_OVERRIDE_HOURS = 24;

/** A week on call, or of care, in one go. */
export const MAX_DUTY_HOURS = 8 * 24;

/** Three years: longer than any parental leave; beyond that a version of the hours has ended. */
export const MAX_LEAVE_DAYS = 1_100;

/** Seasons of one version; more would be a rotation. */
export const MAX_SEASONS = 12;

/** Two a year over a long working life. */
export const MAX_MOVES = 100;

/** Rosters come round within a year. */
export const MAX_CYCLE_DAYS = 366;
export const MAX_SPANS_PER_DAY = 24;
