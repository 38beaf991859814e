import type { ElementHandle, Page } from 'puppeteer-core';
import { until } from '../../../scripts/browsers/wait.ts';

/** Pages of ours answer within a moment; a loaded machine needs more. */
const PATIENCE_MS = 20_000;

const CONTROLS = 'button, a[href], input, select, textarea, summary';

/** The first visible control that bears this name for eyes or ears. */
async function find(page: Page, name: string): Promise<ElementHandle<HTMLElement> | null> {
  const handle = await page.evaluateHandle(
    (selector, wanted) => {
      const nameOf = (element: HTMLElement): string => {
        const labelled = [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement].some((of) => element instanceof of);
        const labels = labelled ? (element as HTMLInputElement).labels : null;
        const text = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
        return text.replace(/\s+/gu, ' ').trim();
      };
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      return all.find((element) => element.checkVisibility() && nameOf(element) === wanted) ?? null;
    },
    CONTROLS,
    name,
  );
  return handle.asElement() as ElementHandle<HTMLElement> | null;
}

/** The control that bears this name, now or later. */
export const control = (page: Page, name: string): Promise<ElementHandle<HTMLElement>> =>
  until(`a control named "${name}"`, () => find(page, name), PATIENCE_MS);

export const hasControl = async (page: Page, name: string): Promise<boolean> => (await find(page, name)) !== null;

/** Puppeteer's words for an element that was drawn anew between finding it and clicking on it. */
const REDRAWN = /^Node is (either not clickable|detached)/u;

/** A real click with the mouse, as the browser sees one by a person; one that met a control being redrawn is made again. */
export async function press(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await until(
    `a control named "${name}" to be pressed`,
    async () => {
      const found = await find(page, name);
      return found !== null && (await clicked(found));
    },
    PATIENCE_MS,
  );
}

/** Did the click reach it? A page that moves in that moment, as a part of it is drawn, is clicked beside it: not by a person. */
export async function clicked(found: ElementHandle<HTMLElement>): Promise<boolean> {
  await found.evaluate((element) => {
    element.dataset.pressed = 'no';
    const seen = (): void => {
      element.dataset.pressed = 'yes';
    };
    element.addEventListener('click', seen, { once: true, capture: true });
  });
  try {
    await found.click();
  } catch (error) {
    if (error instanceof Error && REDRAWN.test(error.message)) return false;
    throw error;
  }
  // A click that leads to another page ends this one, and then was met.
  return found.evaluate((element) => element.dataset.pressed === 'yes').catch(() => true);
}

/** Replaces what a field holds by what a person types. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  await page.bringToFront();
  const field = await control(page, name);
  await field.click({ count: 3 });
  await page.keyboard.press('Backspace');
  await field.type(text);
}

/** Picks from a list by the words that a person reads. */
export async function choose(page: Page, name: string, option: string): Promise<void> {
  const list = (await control(page, name)) as ElementHandle<HTMLSelectElement>;
  const value = await until(`"${option}" in "${name}"`, () =>
    list.evaluate((select, words) => [...select.options].find(({ text }) => text === words)?.value, option),
  );
  await list.select(value);
}

/** Dates are set as a picker sets them: what keys write depends on the browser and its language. */
export async function setDate(page: Page, name: string, value: string): Promise<void> {
  const field = await control(page, name);
  await field.evaluate((element, date) => {
    (element as HTMLInputElement).value = date;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Loads the page anew. Firefox never tells of the loading of an extension's page, so puppeteer's own `reload` would hang. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.old = 'yes';
    location.reload();
  });
  const isNew = () => document.readyState === 'complete' && document.documentElement.dataset.old === undefined;
  await until('the page to be loaded anew', () => page.evaluate(isNew).catch(() => false), PATIENCE_MS);
}

/** All that the page says. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? '');

/** Resolves when the page says this. */
export const untilSays = (page: Page, words: string | RegExp): Promise<true> =>
  until(
    `the page to say ${String(words)}`,
    async () => {
      const text = await textOf(page);
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    },
    PATIENCE_MS,
  );
