import { type LogFilter, NO_FILTER } from './filter.ts';
import type { LogIndex } from './log-index.ts';

export interface HeatMap {
  /** Contacts after hours: seven rows, Monday first, of 24 hours on the wall clock that each entry names. */
  readonly counts: readonly (readonly number[])[];
  readonly most: number;
  readonly total: number;
}

export function heatMap(index: LogIndex): HeatMap {
  const counts = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  let total = 0;
  for (let seq = 1; seq <= index.last; seq += 1) {
    if (!index.isAfterHours(seq)) continue;
    const row = counts[index.weekdayIndex(seq)];
    const hour = Math.floor((index.minute[seq] ?? 0) / 60);
    const contacts = index.count[seq] ?? 0;
    if (row !== undefined) row[hour] = (row[hour] ?? 0) + contacts;
    total += contacts;
  }
  return { counts, most: Math.max(...counts.flat()), total };
}

const LEVELS = 4;

/** How strongly a cell is filled, 0 (nothing came) to 4. By the square root: one very busy hour leaves the others visible. */
export const heatLevel = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * LEVELS));

/** Exactly what a cell counted. `weekday` 0 is Monday. */
export const cellFilter = (weekday: number, hour: number): LogFilter => ({
  ...NO_FILTER,
  afterHours: true,
  weekdays: 1 << weekday,
  fromMinute: hour * 60,
  untilMinute: (hour + 1) * 60,
});
