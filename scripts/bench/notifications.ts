import type { Page } from 'puppeteer-core';
import { deskOf, send, setUpHours } from '../../tests/e2e/support/person.ts';
import type { Driver } from '../browsers/index.ts';
import type { PracticeServer } from '../practice/server.ts';
import { median, type Row, ratioRow } from './row.ts';

interface Burst {
  /** Until the site's last notification has its `show` event. */
  readonly lastMs: number;
  /** Longest time for which the page could not run anything else, after its own loop. */
  readonly blockedMs: number;
  /** The page's own loop over the constructor. */
  readonly loopMs: number;
}

/** Runs inside the page. */
function raise(count: number): Promise<Burst> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let last: Notification | undefined;
    for (let n = 0; n < count; n += 1) last = new Notification(`burst ${n}`, { body: 'x', tag: `burst-${n}` });
    const loopMs = performance.now() - startedAt;
    let beatAt = performance.now();
    let blockedMs = 0;
    const pulse = new MessageChannel();
    pulse.port1.onmessage = () => {
      blockedMs = Math.max(blockedMs, performance.now() - beatAt);
      beatAt = performance.now();
      pulse.port2.postMessage(0);
    };
    pulse.port2.postMessage(0);
    last?.addEventListener('show', () => {
      pulse.port1.close();
      resolve({ lastMs: performance.now() - startedAt, blockedMs, loopMs });
    });
  });
}

const ROUNDS = 3;

/** The same bursts in two origins of one browser: one is a work app, in the other no script of ours runs. */
export async function notifications(driver: Driver, practice: PracticeServer): Promise<Row[]> {
  const rows: Row[] = [];
  const wishes = { origins: [practice.origin] };
  await setUpHours(driver, { ...wishes, hours: 'working' });
  const free = await driver.openPage(`${practice.otherOrigin}/faithful/`);
  const work = await driver.openPage(`${practice.origin}/faithful/`);
  for (const count of [100, 5_000]) {
    const rounds = count === 100 ? ROUNDS : 1;
    const native = await bursts(driver, free, count, rounds);
    const ours = await bursts(driver, work, count, rounds);
    rows.push(ratioRow(`during hours: last of ${count} shown`, ours.lastMs, native.lastMs, 1.2));
    if (count === 5_000) rows.push(...(await held(driver, practice, work, native)));
  }
  return rows;
}

async function bursts(driver: Driver, page: Page, count: number, rounds: number): Promise<Burst> {
  const results: Burst[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await driver.forgetShown();
    await driver.bringToFront(page);
    results.push(await page.evaluate(raise, count));
    await driver.waitForShown(({ title }) => title === `burst ${count - 1}`, 60_000);
    const shown = (await driver.shown()).length;
    if (shown !== count) throw new Error(`Of ${count} notifications ${shown} were shown.`);
  }
  const of = (key: keyof Burst): number => median(results.map((result) => result[key]));
  return { lastMs: of('lastMs'), blockedMs: of('blockedMs'), loopMs: of('loopMs') };
}

async function held(driver: Driver, practice: PracticeServer, work: Page, native: Burst): Promise<Row[]> {
  const desk = await setUpHours(driver, { origins: [practice.origin], hours: 'off', treatment: 'hold' });
  await desk.close(); // A log page that is drawn anew all the time would be measured too.
  await driver.forgetShown();
  await driver.bringToFront(work);
  const ours = await work.evaluate(raise, 5_000);
  const { heldCount } = await send(await deskOf(driver), 'status.read', null);
  const shown = (await driver.shown()).length;
  const row = (what: string, value: number, budget: number, unit: Row['unit']): Row => ({
    what,
    ours: String(Math.round(value)),
    reference: '',
    value,
    budget,
    unit,
  });
  return [
    ratioRow('after hours: all of 5 000 acknowledged', ours.lastMs, native.lastMs, 1),
    row('after hours: of 5 000 held, shown', shown, 0, 'count'),
    row('after hours: of 5 000 held, lost', 5_000 - heldCount, 0, 'count'),
    row('after hours: page blocked at most', ours.blockedMs, 50, 'ms'),
    ratioRow('after hours: the page’s own loop', ours.loopMs, native.loopMs, 2),
  ];
}
