/** Caps on an employment, for those who check it and those who let a person edit it. Lengths in UTF-16 code units. */
export const MAX_LABEL_LENGTH = 120;
export const MAX_REASON_LENGTH = 200;

/** An override is a word for today; longer absences will have kinds of their own (leave, holiday). */
export const MAX_OVERRIDE_HOURS = 24;

/** Rosters come round within a year. */
export const MAX_CYCLE_DAYS = 366;
export const MAX_SPANS_PER_DAY = 24;
