import { browser } from 'wxt/browser';
import type { Announcer } from '../app/ports.ts';

/** Our pages listen for this and read the status anew. */
export const STATUS_CHANGED = 'status.changed';

/** One burst of contacts is one announcement; a long one is one every second, since each makes our open pages draw anew. */
const GATHER_MS = 150;
const APART_MS = 1_000;

export function createAnnouncer(): Announcer {
  /** Runs while changes are gathered, and for a second after each announcement. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAgain = false;

  const tell = (): void => {
    changedAgain = false;
    browser.runtime.sendMessage({ name: STATUS_CHANGED }).catch(() => undefined); // No page of ours is open.
    timer = setTimeout(() => {
      timer = undefined;
      if (changedAgain) tell();
    }, APART_MS);
  };

  return {
    statusChanged() {
      changedAgain = true;
      if (timer === undefined) timer = setTimeout(tell, GATHER_MS);
    },
  };
}
