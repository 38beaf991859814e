import type { DayCountStore } from '../app/ports.ts';
import type { LocalDate } from '../core/time/instant.ts';
import type { Database, StoredDay } from './database.ts';

export function createDayCountStore(db: Database): DayCountStore {
  return {
    async addInHours(date, app, count) {
      const tx = db.transaction('days', 'readwrite');
      const day = (await tx.store.get([date, app])) ?? { date, app, inHours: 0, afterHours: 0 };
      await Promise.all([tx.store.put({ ...day, inHours: day.inHours + count }), tx.done]);
    },
    async of(date) {
      const days = await db.getAll('days', IDBKeyRange.bound([date], [date, []]));
      return {
        afterHours: Object.fromEntries(days.map(({ app, afterHours }) => [app, afterHours])),
        inHours: Object.fromEntries(days.map(({ app, inHours }) => [app, inHours])),
      };
    },
  };
}

/** The counters of every day and app from `first` to `last`, both included, by day and then by app. */
export function dayCountsBetween(db: Database, first: LocalDate, last: LocalDate): Promise<readonly StoredDay[]> {
  return db.getAll('days', IDBKeyRange.bound([first], [last, []]));
}
