import type { Page } from 'puppeteer-core';

/**
 * How many calls lie between a page's `new Notification` and the browser: none natively, our hook's where it is in place.
 * Raises a notification with this title.
 */
export const callsBefore = (page: Page, title: string): Promise<number> =>
  page.evaluate((name) => {
    const depth = (): number => (new Error().stack ?? '').split('\n').filter((line) => line.trim() !== '').length;
    const here = depth();
    let inside = here;
    const options = {
      get body() {
        inside = depth();
        return 'counted';
      },
    };
    new Notification(name, options);
    // The getter's own call, and in Chromium the line of the constructor, are there natively too: compare, do not count.
    return inside - here;
  }, title);

/** Names of extensions that have a script world of their own in this page. Chromium alone tells. */
export async function isolatedWorlds(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.name);
  });
  await session.send('Runtime.enable');
  await session.detach();
  return worlds;
}
