import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { violationsOf } from './support/axe.ts';
import { press, untilSays } from './support/our-page.ts';
import { deskOf, send, settingsFor, setUpHours } from './support/person.ts';
import { ring } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

const LONG_MS = 180_000;
const PICTURES = process.env.PICTURES !== undefined;
/** Here `npm run pictures` saves every page for people to look at. */
const FOLDER = fileURLToPath(new URL(`artifacts/pages-${inject('browser')}`, import.meta.url));

/** Of what axe knows, colours alone differ in the dark: names, roles and order have been looked at in the light. */
const RULES = { light: undefined, dark: ['color-contrast'] } as const;

const WIDE = { width: 1_100, height: 800 };
const NARROW = { width: 320, height: 640 };

describe.each(['light', 'dark'] as const)('%s pages', (colours) => {
  const world = useWorld({ colours });

  const open = async (path: string): Promise<Page> => {
    const page = await world().driver.openPage(world().driver.extensionUrl(path));
    await page.setViewport(WIDE);
    await until('the page to be drawn', () => page.evaluate(() => document.querySelector('main h1, main h2') !== null));
    return page;
  };

  const picture = async (page: Page, name: string): Promise<void> => {
    if (!PICTURES) return;
    await mkdir(FOLDER, { recursive: true });
    await world().driver.bringToFront(page);
    await page.screenshot({ path: join(FOLDER, `${name}-${colours}.png`) as `${string}.png`, fullPage: true });
  };

  /** Wide, and as narrow as a page must bear without scrolling sideways (WCAG 2.2, 1.4.10: 320 px, or 1 280 at 400 %). */
  const check = async (page: Page, name: string): Promise<void> => {
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(colours === 'dark');
    expect(await violationsOf(page, RULES[colours]), name).toEqual([]);
    await picture(page, name);
    if (colours === 'dark' && !PICTURES) return;
    await page.setViewport(NARROW);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await picture(page, `${name}-320`);
    await page.setViewport(WIDE);
    expect(overflow, `${name} scrolls sideways at 320 px`).toBeLessThanOrEqual(0);
  };

  test('before the set-up: popup, and each step of the welcome page', { timeout: LONG_MS }, async () => {
    const popup = await open('/popup.html');
    await untilSays(popup, 'Your time, clearly marked');
    await check(popup, 'popup-before');
    const welcome = await open('/welcome.html');
    await check(welcome, 'welcome-1-language');
    await press(welcome, 'Next');
    await untilSays(welcome, 'When do you work?');
    await check(welcome, 'welcome-2-hours');
    await press(welcome, '08:00–12:00, 14:00–18:00');
    await press(welcome, 'Save and go on');
    await untilSays(welcome, 'Which apps are work?');
    await check(welcome, 'welcome-3-apps');
    await press(welcome, 'Next');
    await untilSays(welcome, 'See it work');
    await check(welcome, 'welcome-4-test');
    await welcome.close();
    await popup.close();
  });

  test('in use: popup with all it can hold, settings, log', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    const settings = settingsFor({ hours: 'off', origins: [practice.origin, practice.otherOrigin] });
    await send(desk, 'settings.save', { settings });
    const site = await driver.openPage(`${practice.origin}/`);
    for (const title of ['Ana Souza', 'Jorge Díaz']) await ring(site, { route: 'page', title, body: 'a minute?' });
    await until('both to be held', async () => (await send(desk, 'held.read', null)).length === 2);
    const popup = await open('/popup.html');
    await check(popup, 'popup-off');
    await press(popup, 'Show me now');
    await untilSays(popup, 'a minute?'); // What stands below moves down as the list is drawn; a click would miss it.
    await press(popup, 'I am working now');
    await press(popup, 'Until …');
    await check(popup, 'popup-open');
    const options = await open('/options.html');
    await press(options, 'Rest no rules yet');
    await press(options, 'Chile');
    await untilSays(options, 'Código del Trabajo art. 152 quáter J');
    await check(options, 'options');
    const log = await open('/log.html');
    await press(log, 'Check the whole log');
    await untilSays(log, 'The chain is whole');
    await press(log, 'Add a contact by hand');
    await press(log, 'Earlier');
    await press(log, 'More details');
    await press(log, 'More filters');
    const seq = await log.$eval('[data-seq]', (row) => row.getAttribute('data-seq'));
    await press(log, `Details of line ${seq}`);
    await press(log, 'Say more about this');
    await press(log, 'Ask also about my own life');
    await until('the map', () => log.$('[data-cell]'));
    await check(log, 'log');
  });

  // Texts are as long in the dark.
  test.runIf(colours === 'light' || PICTURES)('in Spanish', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const desk = await deskOf(driver);
    const settings = settingsFor({ hours: 'off', origins: [practice.origin], change: { language: 'es' } });
    await send(desk, 'settings.save', { settings });
    for (const name of ['popup', 'welcome', 'options', 'log']) {
      const page = await open(`/${name}.html`);
      await until('Spanish', () => page.evaluate(() => document.documentElement.lang === 'es'));
      await check(page, `${name}-es`);
      await page.close();
    }
  });
});
