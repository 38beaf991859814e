import type { Database, StateRows } from './database.ts';

/** Not of the log: what the person chose, and that they were welcomed. */
const KEPT: readonly (keyof StateRows)[] = ['settings', 'welcomed'];

/**
 * Under a passphrase, first what opens the log, in a transaction of its own: whatever may remain on the disk then cannot be
 * read. Empties every store but for the person's settings, in one strict transaction: log, held items, counters, checkpoints and
 * keys, or nothing of it. Whoever keeps anything of them in memory must forget it as well.
 */
export async function wipe(db: Database): Promise<void> {
  const keys = db.transaction(['state', 'contexts'], 'readwrite', { durability: 'strict' });
  await Promise.all([keys.objectStore('state').delete('vault'), keys.objectStore('contexts').clear(), keys.done]);
  const stores = [...db.objectStoreNames];
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const state = tx.objectStore('state');
  const work = async (): Promise<void> => {
    const before = await Promise.all(KEPT.map((key) => state.get(key)));
    await Promise.all([
      ...stores.map((name) => tx.objectStore(name).clear()),
      ...KEPT.map((key, index) => before[index] !== undefined && state.put(before[index], key)),
    ]);
  };
  await Promise.all([work(), tx.done]);
}
