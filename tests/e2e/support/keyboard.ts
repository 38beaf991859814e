import type { Page } from 'puppeteer-core';

/** The name of what has the keyboard, the way a screen reader says it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });

const startAt = (page: Page, selector: string): Promise<void> =>
  page.evaluate((first) => document.querySelector<HTMLElement>(first)?.focus(), selector);

/** Where Tab goes, from the first button on. Stays on the page: beyond its end are the browser's own controls. */
export async function walk(page: Page, steps: number): Promise<string[]> {
  await startAt(page, 'button');
  const seen = [await focused(page)];
  while (seen.length < steps) {
    await page.keyboard.press('Tab');
    seen.push(await focused(page));
  }
  return seen;
}

const FAR = 60;

/** Presses Tab, from the first button or what else is given on, until what has the keyboard bears this name. */
export async function tabTo(page: Page, name: string | RegExp, first = 'button'): Promise<void> {
  await startAt(page, first);
  for (let step = 0; step < FAR; step += 1) {
    const here = await focused(page);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to "${String(name)}".`);
}
