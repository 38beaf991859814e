import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';

/** So many minutes, as a share of the width of a day. */
export const percentOfDay = (minutes: number): string => `${((minutes / MINUTES_PER_DAY) * 100).toFixed(3)}%`;
