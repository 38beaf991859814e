import type { Page } from 'puppeteer-core';

/**
 * Makes a page stand still for so long: it computes without a pause, as one does behind a dialog in Chromium. Firefox lets
 * others have a turn in every gentler way of waiting. `over` settles when the page moves again.
 */
export async function standStill(page: Page, ms: number): Promise<{ readonly over: Promise<void> }> {
  await page.evaluate((length) => {
    // By a message, since browsers put off the timers of a tab behind.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const end = Date.now() + length;
      while (Date.now() < end);
    };
    port2.postMessage(null);
  }, ms);
  return { over: page.evaluate(() => undefined) };
}
