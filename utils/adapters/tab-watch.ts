import { browser } from 'wxt/browser';
import type { TabWatch } from '../app/ports.ts';

type Changed = Parameters<Parameters<typeof browser.tabs.onUpdated.addListener>[0]>[1];

/**
 * Must be made synchronously when the background starts, or the browser would not deliver the event that started it.
 * Taking the listener away again also ends the wake-ups.
 */
export function createTabWatch(changed: () => void): TabWatch {
  const onUpdated = (_tabId: number, change: Changed): void => {
    if (change.url !== undefined || change.mutedInfo !== undefined || change.status === 'complete') changed();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onReplaced?.addListener(changed); // Chromium's discarded tabs; Firefox keeps the tab's id.
  return {
    want(wanted) {
      const method = wanted ? 'addListener' : 'removeListener';
      browser.tabs.onUpdated[method](onUpdated);
      browser.tabs.onReplaced?.[method](changed);
    },
  };
}
