import { DEFAULT_SETTINGS } from '../core/settings/types.ts';
import type { ErasableLog, SettingsStore } from './ports.ts';

export interface EraseAllPorts {
  readonly log: Pick<ErasableLog, 'wipe'>;
  /** The key of the aliases is gone from the store, and must be from memory. */
  readonly pseudonyms: { forget(): void };
  /** The key by which a page of ours reads the log, where one has opened it. */
  readonly vault: { forget(): Promise<void> };
  readonly settings: Pick<SettingsStore, 'write'>;
  /** Everything derived from settings and log is to be settled anew. */
  readonly changed: () => Promise<void>;
}

/**
 * Lets go of the whole record: log, private lines, held items, counters, checkpoints, and the keys of log and pseudonyms.
 * @param settingsToo the settings become those of a fresh installation.
 * Under a passphrase, its keys first of all.
 * @throws when it could not be erased; then the record is as it was, or what is left of it cannot be read.
 */
export async function eraseAll(
  { log, pseudonyms, vault, settings, changed }: EraseAllPorts,
  settingsToo: boolean,
): Promise<void> {
  await vault.forget();
  await log.wipe();
  pseudonyms.forget();
  if (settingsToo) await settings.write(DEFAULT_SETTINGS);
  await changed();
}
