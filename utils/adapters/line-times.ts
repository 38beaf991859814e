import type { LineTimes } from '../app/ports.ts';
import type { Database } from './database.ts';

export const createLineTimes = (db: Database): LineTimes => ({
  of: async (seq) => (await db.get('lines', seq))?.at ?? null,
});
