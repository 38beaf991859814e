import type { LoggedWatch, LoggedWatchStore } from '../app/ports.ts';
import type { Database } from './database.ts';

export const createLoggedWatchStore = (db: Database): LoggedWatchStore => ({
  read: async () => ((await db.get('state', 'watched')) as LoggedWatch | undefined) ?? {},
  async write(logged) {
    await db.put('state', logged, 'watched');
  },
});
