import type { HeldStore } from '../app/ports.ts';
import type { Database } from './database.ts';
import { closedHeld } from './stored-held.ts';

/** Opens nothing: under a passphrase, our pages read what is held themselves (`held-desk.ts`). */
export function createHeldStore(db: Database): HeldStore {
  return {
    all: async () => (await db.getAll('held')).sort((a, b) => a.seq - b.seq).map(closedHeld),
    async find(id) {
      const stored = await db.get('held', id);
      return stored && closedHeld(stored);
    },
    count: () => db.count('held'),
    async remove(ids) {
      const tx = db.transaction('held', 'readwrite');
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
    },
    async markHandedOver(ids, at) {
      const tx = db.transaction('held', 'readwrite');
      const mark = async (id: string): Promise<readonly string[]> => {
        const item = await tx.store.get(id);
        if (item === undefined || item.handedOverAt !== null) return [];
        await tx.store.put({ ...item, handedOverAt: at });
        return [id];
      };
      const [marked] = await Promise.all([Promise.all(ids.map(mark)), tx.done]);
      return marked.flat();
    },
  };
}
