import { DEFAULT_SETTINGS } from '../core/settings/types.ts';
import type { ErasableLog, SettingsStore } from './ports.ts';

export interface EraseAllPorts {
  readonly log: Pick<ErasableLog, 'wipe'>;
  /** The key of the aliases is gone from the store, and must be from memory. */
  readonly pseudonyms: { forget(): void };
  readonly settings: Pick<SettingsStore, 'write'>;
  /** Everything derived from settings and log is to be settled anew. */
  readonly changed: () => Promise<void>;
}

/**
 * Lets go of the whole record: log, private lines, held items, counters, checkpoints, and the keys of log and pseudonyms.
 * @param settingsToo the settings become those of a fresh installation.
 * @throws when it could not be erased; then the record is as it was.
 */
export async function eraseAll(
  { log, pseudonyms, settings, changed }: EraseAllPorts,
  settingsToo: boolean,
): Promise<void> {
  await log.wipe();
  pseudonyms.forget();
  if (settingsToo) await settings.write(DEFAULT_SETTINGS);
  await changed();
}
