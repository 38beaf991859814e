import type { SettingsStore } from '../app/ports.ts';
import { settingsFromStore } from '../core/settings/store.ts';
import type { Settings } from '../core/settings/types.ts';
import type { Database } from './database.ts';

/** Settings live in IndexedDB, out of reach of content scripts. Read once for each run of the background; one writer. */
export function createSettingsStore(db: Database): SettingsStore {
  let cached: Promise<Settings> | null = null;
  return {
    read() {
      cached ??= db.get('state', 'settings').then(settingsFromStore);
      return cached;
    },
    async write(settings) {
      await db.put('state', settings, 'settings');
      cached = Promise.resolve(settings);
    },
  };
}
