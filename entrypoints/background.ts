import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { DIGEST_ID } from '../utils/adapters/notifier.ts';
import { createTabWatch } from '../utils/adapters/tab-watch.ts';
import { createRouter, type SenderData } from '../utils/messages/router.ts';
import { wire } from '../utils/wire.ts';

/**
 * Every listener is registered at once and synchronously, since the browser starts this file to deliver an event; the
 * handlers wait for one `ready`. Whatever woke us is only a nudge: state is computed from the wall clock.
 */
export default defineBackground({
  main() {
    const report = (error: unknown): void => console.error(error);
    const keepUp = (): void => void ready.then((app) => app.keepUp()).catch(report);
    const rewatch = (): void => void ready.then((app) => app.rewatch()).catch(report);
    const tabWatch = createTabWatch(keepUp);
    const ready = wire(tabWatch);
    const router = ready.then(({ handlers }) =>
      createRouter(handlers, browser.runtime.id, browser.runtime.getURL('/'), report),
    );

    // By callback and `true`: Chrome at our floor does not wait for a promise.
    browser.runtime.onMessage.addListener((message, sender: SenderData, reply) => {
      const answer = router.then((ask) => ask(message, sender));
      // Without an answer the sender would wait as long as we live; this way it hears at once that there is none.
      void answer.then(reply, (error: unknown) => {
        report(error);
        reply(undefined);
      });
      return true;
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      rewatch();
      if (reason === 'install') void ready.then((app) => app.welcome()).catch(report);
    });
    browser.runtime.onStartup.addListener(rewatch);
    browser.permissions.onAdded.addListener(() => {
      listenForDigestClicks(); // The API is there from the grant on, and may not have been when we started.
      rewatch();
    });
    browser.permissions.onRemoved.addListener(rewatch);
    browser.alarms.onAlarm.addListener(keepUp);
    listenForDigestClicks();
    keepUp();
  },
});

/** Adding the same function twice listens once. The permission for notifications is optional. */
function listenForDigestClicks(): void {
  browser.notifications?.onClicked.addListener(openHeldItems);
}

function openHeldItems(id: string): void {
  if (id === DIGEST_ID) void browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
}
