import type { Page } from 'puppeteer-core';
import { deskOf, setUpHours } from '../../tests/e2e/support/person.ts';
import type { Driver } from '../browsers/index.ts';
import { pageScript } from '../browsers/page-script.ts';
import { until } from '../browsers/wait.ts';
import { APPEND_ENTRY } from './append.ts';
import { EMPTY_PAGE } from './empty-extension.ts';
import { fillLog } from './fill-log.ts';
import { PAINTS, paint } from './pages.ts';
import { median, type Row, ratioRow } from './row.ts';

declare const bench: { single(count: number): Promise<number[]>; raw(count: number): Promise<number[]> };

const ENTRIES = 100_000;
const WEEKS = 200;
const ROUNDS = 5;
const APPENDS = 20;
const PATIENCE_MS = 60_000;
const WHEEL_TURNS = 150;
const PAGE_KEYS = 60;

/**
 * The log page and the log with 100 000 entries: the page against one heading in an extension that does nothing, appends
 * against those on a log of a few lines, and the longest time for which the page would not have answered a key.
 */
export async function logPage(driver: Driver, empty: Driver): Promise<Row[]> {
  await setUpHours(driver, { origins: [], hours: 'off' });
  const desk = await deskOf(driver);
  await desk.evaluate(await pageScript(APPEND_ENTRY));
  const few = await appends(desk);
  await fillLog(desk, ENTRIES, WEEKS, Date.now());
  const many = await appends(desk);
  await desk.close(); // It would read everything along with the page that is measured.

  const heading: number[] = [];
  const ours: number[] = [];
  for (let n = 0; n < PAINTS; n += 1) {
    heading.push(await paint(empty, empty.extensionUrl(`/${EMPTY_PAGE}`)));
    ours.push(await paint(driver, driver.extensionUrl('/log.html')));
  }
  const page = await driver.openPage(driver.extensionUrl('/log.html'));
  await driver.bringToFront(page);
  await page.evaluate(watchBlocks);
  await until('all to be counted', () => page.$('table[role="grid"]'), PATIENCE_MS);
  const reading = await page.evaluate(longestBlock);
  await scrollThrough(page);
  const scrolling = await page.evaluate(longestBlock);
  await page.close();
  return [
    ratioRow('log page, 100 000 entries: first paint (median of 15)', median(ours), median(heading), 2),
    blocked('log page, 100 000 entries: blocked at most, reading all', reading),
    blocked('log page, 100 000 entries: blocked at most, scrolling', scrolling),
    ratioRow(
      'durable append to 100 000 entries, both as ratios to a raw put',
      many,
      few,
      1.5,
      (value) => `${value.toFixed(2)} ×`,
    ),
  ];
}

/** Appends as a ratio to raw puts, in rounds that alternate: between the two measurements lies a minute of other work. */
async function appends(desk: Page): Promise<number> {
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.push(...(await desk.evaluate((count) => bench.raw(count), APPENDS)));
    ours.push(...(await desk.evaluate((count) => bench.single(count), APPENDS)));
  }
  return median(ours) / median(raw);
}

const blocked = (what: string, value: number): Row => ({
  what,
  ours: value === 0 ? '< 50' : value.toFixed(0),
  reference: '',
  value,
  budget: 50,
  unit: 'ms',
});

/** From the newest to the oldest row by wheel, some pages by key, then End and Home; each end must be drawn. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector('#entries')?.scrollIntoView());
  await page.mouse.move(600, 400);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let turn = 0; turn < WHEEL_TURNS; turn += 1) await page.mouse.wheel({ deltaY: height / WHEEL_TURNS });
  await page.keyboard.press('Home');
  await page.evaluate(() => document.querySelector('#entries')?.scrollIntoView());
  for (let key = 0; key < PAGE_KEYS; key += 1) await page.keyboard.press('PageDown');
  // Pressed again, as a person does: a scroll that still runs swallows the key.
  const atEnd = async (): Promise<unknown> => {
    await page.keyboard.press('End');
    return page.$('li[data-seq="1"]');
  };
  await until('the oldest row', atEnd, PATIENCE_MS);
  await page.keyboard.press('Home');
  await page.evaluate(() => document.querySelector('#entries')?.scrollIntoView());
  await until('the newest row', () => page.$('li[aria-posinset="1"]'), PATIENCE_MS);
}

/** The browser notes tasks that took 50 ms or more; shorter ones nobody feels. */
function watchBlocks(): void {
  const page = globalThis as typeof globalThis & { longest?: number };
  page.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) page.longest = Math.max(page.longest ?? 0, duration);
  }).observe({ type: 'longtask', buffered: false });
}

/** Since it was asked last. */
function longestBlock(): number {
  const page = globalThis as typeof globalThis & { longest?: number };
  const longest = page.longest ?? 0;
  page.longest = 0;
  return longest;
}
