import type { LogStore } from './ports.ts';

/** A log store that remembers whether its last write failed, so that the person is told. */
export interface WatchedLog extends LogStore {
  broken(): boolean;
}

export function watchLog(log: LogStore, changed: () => void): WatchedLog {
  let broken = false;
  const note = (now: boolean): void => {
    if (now === broken) return;
    broken = now;
    changed();
  };
  return {
    broken: () => broken,
    head: log.head,
    // Too small a write to say that an entry would fit again.
    beat: log.beat,
    async append(items) {
      try {
        const results = await log.append(items);
        note(false);
        return results;
      } catch (error) {
        note(true);
        throw error;
      }
    },
  };
}
