import { browser } from 'wxt/browser';
import type { Announcer } from '../app/ports.ts';

/** Our pages listen for this and read the status anew. */
export const STATUS_CHANGED = 'status.changed';

/** One burst of contacts is one announcement. */
const GATHER_MS = 150;

export function createAnnouncer(): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    statusChanged() {
      if (timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        browser.runtime.sendMessage({ name: STATUS_CHANGED }).catch(() => undefined); // No page of ours is open.
      }, GATHER_MS);
    },
  };
}
