import { browser } from 'wxt/browser';
import type { Tabs } from '../app/ports.ts';
import { type Bridge, GATE_KEY, type Gate } from '../core/gate/types.ts';
import { inTime } from './in-time.ts';

/**
 * Addresses are visible only where a host permission was given; other tabs do not show up here, but for those that carry a
 * mute of ours and have left for another site: these have no address. No `tabs` permission.
 */
export function createTabs(): Tabs {
  return {
    async open() {
      const tabs = await browser.tabs.query({});
      return tabs.flatMap(({ id, url, mutedInfo, discarded }) => {
        const mutedByUs = mutedInfo?.muted === true && mutedInfo.extensionId === browser.runtime.id;
        if (id === undefined || (url === undefined && !mutedByUs)) return [];
        return [
          {
            id,
            url: url ?? '',
            muted: mutedInfo?.muted === true,
            mutedByUs,
            unmutedByPerson: mutedInfo?.muted === false && mutedInfo.reason === 'user',
            discarded: discarded === true,
          },
        ];
      });
    },
    async setMuted(tabId, muted) {
      await unlessClosed(browser.tabs.update(tabId, { muted }));
    },
    async inCall(tabId) {
      // Frames that are in no call stay silent, so that "no" is undefined.
      const asked: Promise<unknown> = browser.tabs.sendMessage(tabId, { call: 'ask' });
      return inTime(unlessClosed(asked.then((answer) => answer === true)).then((answer) => answer ?? false));
    },
    async focus(tabId) {
      const tab = await unlessClosed(browser.tabs.update(tabId, { active: true }));
      if (tab === null || tab === undefined) return false;
      if (tab.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true }); // Android has no windows.
      return true;
    },
    async create(url) {
      await browser.tabs.create({ url });
    },
    async click(tabId, frameId, contactId) {
      await inTime(unlessClosed(browser.tabs.sendMessage(tabId, { click: contactId }, { frameId })));
    },
    async askAboutEach(tabId, each) {
      const passed = browser.scripting.executeScript({ target: { tabId }, func: passGate, args: [GATE_KEY, each] });
      await inTime(unlessClosed(passed));
    },
    async notifyInside(tabId, title, body) {
      const raised = browser.scripting.executeScript({
        target: { tabId },
        world: 'MAIN',
        func: raise,
        args: [title, body],
      } as never);
      const results = await inTime(raised);
      // Whoever awaits the notification hears soon enough that it does not come.
      return results === null || results[0]?.result === 'granted' ? 'raised' : 'site-may-not-notify';
    },
  };
}

/**
 * Runs beside the page's bridge, and ends when the page's hook has the gate: messages of one document arrive in the order
 * in which they were sent.
 */
async function passGate(key: string, closed: boolean): Promise<void> {
  const {
    clockedOff,
    browser: promised,
    chrome,
  } = globalThis as typeof globalThis & {
    clockedOff?: Bridge;
    browser?: typeof browser;
    chrome?: typeof browser;
  };
  const stored = (await (promised ?? chrome)?.storage.local.get(key))?.[key] as Gate | undefined;
  clockedOff?.pass(closed ? { working: false, until: 0, workerMessages: stored?.workerMessages ?? [] } : stored);
  const { port1, port2 } = new MessageChannel();
  await new Promise((arrived) => {
    port1.onmessage = arrived;
    port2.postMessage(null);
  });
}

/** Runs inside the page: the same call the site itself makes, so that the test travels the whole way. */
function raise(title: string, body: string): string {
  const { permission } = Notification;
  if (permission === 'granted') new Notification(title, { body, tag: title });
  return permission;
}

/** Tabs close at any moment, and some hold no page of ours; then there is nothing to do to them. */
async function unlessClosed<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    console.info('tab is gone', error);
    return null;
  }
}
