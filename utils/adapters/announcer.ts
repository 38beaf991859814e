import { browser } from 'wxt/browser';
import type { Announcer } from '../app/ports.ts';

/** Our pages listen for this and read the status anew. */
export const STATUS_CHANGED = 'status.changed';

/** One burst of contacts is one announcement; a long one is one every second, since each makes our open pages draw anew. */
const GATHER_MS = 150;
const APART_MS = 1_000;

export function createAnnouncer(): Announcer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    statusChanged() {
      if (timer !== undefined) return;
      const waitMs = Math.max(GATHER_MS, toldAt + APART_MS - performance.now());
      timer = setTimeout(() => {
        timer = undefined;
        toldAt = performance.now();
        browser.runtime.sendMessage({ name: STATUS_CHANGED }).catch(() => undefined); // No page of ours is open.
      }, waitMs);
    },
  };
}
