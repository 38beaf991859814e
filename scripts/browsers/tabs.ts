import type { Browser, Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** Extension pages of Firefox, whose loading BiDi never reports: waiting for the event would last for ever. */
const SILENT_LOAD = 'moz-extension:';

/** Opens a tab in front and resolves when its page has loaded. */
export async function openTab(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  if (!url.startsWith(SILENT_LOAD)) {
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }
  await page.goto(url, { waitUntil: [] });
  await until(`${url} to load`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url).catch(() => false),
  );
  return page;
}

export async function bringToFront(page: Page): Promise<void> {
  await page.bringToFront();
  await untilVisibility(page, 'visible');
}

/** Puts an empty tab before the page. */
export async function hideTab(browser: Browser, page: Page): Promise<Page> {
  const front = await openTab(browser, 'about:blank');
  await front.bringToFront();
  await untilVisibility(page, 'hidden');
  return front;
}

async function untilVisibility(page: Page, wanted: DocumentVisibilityState): Promise<void> {
  await until(`the tab to become ${wanted}`, () =>
    page.evaluate((state) => document.visibilityState === state, wanted),
  );
}
