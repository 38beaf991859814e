import type { CDPSession } from 'puppeteer-core';
import { setUpHours } from '../../tests/e2e/support/person.ts';
import type { Driver } from '../browsers/index.ts';
import type { PracticeServer } from '../practice/server.ts';
import { median, type Row, ratioRow } from './row.ts';

const KB = 1_000;
export const PAINTS = 15;

interface PageCost {
  readonly heapKb: number;
  /** Isolated worlds of extensions. */
  readonly worlds: number;
}

/**
 * What the extension costs pages, and what its popup costs. `bare` is the same browser without it; `empty` has an extension of
 * two scripts that do nothing, one in each world, which is the least that any extension of this kind can cost.
 */
export async function pages(driver: Driver, bare: Driver, empty: Driver, practice: PracticeServer): Promise<Row[]> {
  await setUpHours(driver, { origins: [practice.origin], hours: 'off' });
  const address = (origin: string): string => `${origin}/faithful/`;
  const other = await cost(driver, address(practice.otherOrigin));
  const otherBare = await cost(bare, address(practice.otherOrigin));
  const work = await cost(driver, address(practice.origin));
  const workEmpty = await cost(empty, address(practice.origin));
  const [popup, heading] = await paints(driver, driver.extensionUrl('/popup.html'), address(practice.otherOrigin));
  const kb = (value: number): string => `${value.toFixed(0)} kB`;
  const count = (what: string, value: number, budget: number): Row => ({
    what,
    ours: String(value),
    reference: '',
    value,
    budget,
    unit: 'count',
  });
  return [
    count('other pages: isolated worlds', other.worlds, 0),
    ratioRow('other pages: heap', other.heapKb, otherBare.heapKb, 1.01, kb),
    count('work page: isolated worlds', work.worlds, 1),
    {
      what: 'work page: heap added to that of empty scripts',
      ours: kb(work.heapKb),
      reference: kb(workEmpty.heapKb),
      value: work.heapKb - workEmpty.heapKb,
      budget: 150,
      unit: 'kB',
    },
    ratioRow('popup: first paint (median of 15)', popup, heading, 1.3),
  ];
}

async function cost(driver: Driver, url: string): Promise<PageCost> {
  const page = await driver.openPage(url);
  const session = await page.createCDPSession();
  const worlds = await worldsOf(session);
  await session.send('HeapProfiler.enable');
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { heapKb: usedSize / KB, worlds };
}

async function worldsOf(session: CDPSession): Promise<number> {
  let worlds = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds += 1;
  });
  await session.send('Runtime.enable');
  return worlds;
}

/** Median first contentful paint of two pages, in milliseconds after the navigation; opened in turn, so that load hits both. */
async function paints(driver: Driver, one: string, other: string): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let n = 0; n < PAINTS; n += 1) {
    times[0].push(await paint(driver, one));
    times[1].push(await paint(driver, other));
  }
  return [median(times[0]), median(times[1])];
}

/** First contentful paint, in milliseconds after the navigation. */
export async function paint(driver: Driver, url: string): Promise<number> {
  const page = await driver.openPage(url);
  const time = await page.evaluate(firstPaint);
  await page.close();
  return time;
}

function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const paint = list.getEntries().find(({ name }) => name === 'first-contentful-paint');
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
}
