import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { readLog } from '../support/log.ts';
import { control, fill, press, reload, setDate, untilSays } from '../support/our-page.ts';
import { freshHours, send } from '../support/person.ts';
import { ring } from '../support/practice-page.ts';
import { savedBy } from '../support/saved-file.ts';
import type { World } from '../support/world.ts';

const MINUTE_MS = 60_000;
const LONG_MS = 120_000;

/** What the person writes into the log, and how they find things in it. */
export function logPage(world: () => World, folder: string): void {
  let desk: Page;
  let log: Page;

  const entries = () => readLog(desk);
  /** Numbers of the rows that are drawn, newest first. */
  const rows = (): Promise<number[]> => log.$$eval('li[data-seq]', (all) => all.map((li) => Number(li.dataset.seq)));
  const row = (seq: number): Promise<string> =>
    until(`row ${seq}`, () => log.$eval(`[data-seq="${seq}"]`, (li) => li.textContent).catch(() => null));
  const untilRows = (what: string, wanted: readonly number[]) =>
    until(what, async () => (await rows()).join() === wanted.join());

  beforeAll(async () => {
    const { driver, practice } = world();
    const change = { record: { sender: 'name', title: true, text: false } } as const;
    desk = await freshHours(driver, { hours: 'off', origins: [practice.origin], change });
    const site = await driver.openPage(`${practice.origin}/`);
    for (const title of ['Vesna Ilić', 'Ngozi Obi']) {
      await ring(site, { route: 'page', title });
      const held = async () => (await send(desk, 'held.read', null)).some((item) => item.title === title);
      await until(`"${title}" to be held`, held);
    }
    await site.close();
    log = await driver.openPage(driver.extensionUrl('/log.html'));
    await log.setViewport({ width: 1_100, height: 900 });
  });
  afterAll(() => log.close());

  test('a call that the person enters by hand is in the list and in the file, as told by them', async () => {
    // By the clock of the browser, to the minute, as a person would read it off.
    const [date, time, at] = await log.evaluate((ago) => {
      const then = new Date(Math.floor((Date.now() - ago) / 60_000) * 60_000);
      const two = (n: number): string => String(n).padStart(2, '0');
      const day = `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
      return [day, `${two(then.getHours())}:${two(then.getMinutes())}`, then.getTime()] as const;
    }, 10 * MINUTE_MS);
    await press(log, 'Add a contact by hand');
    await press(log, 'Phone call');
    await press(log, 'Earlier');
    await setDate(log, 'Day', date);
    await fill(log, 'Time', '25:00');
    await press(log, 'Add to the log');
    await until('the refusal', async () => (await log.$$('form [role="alert"]')).length === 1);
    await fill(log, 'Time', time);
    await fill(log, 'Who (optional)', 'Tomasz, night desk');
    await press(log, 'Add to the log');
    await untilSays(log, /Added as line \d+\./u);
    const { seq } = (await entries()).at(-1) ?? { seq: 0 };
    await untilSays(log, `Added as line ${seq}.`);
    const told = await row(seq);
    for (const words of ['Phone call', 'Tomasz, night desk', 'reported by you']) expect(told).toContain(words);

    const { text } = await savedBy(log, 'Export as NDJSON', folder);
    const typed = text.split('\n').filter((line) => line.includes('"manual-call"'));
    expect(typed).toHaveLength(1);
    const line = JSON.parse(typed[0] ?? '');
    expect(line).toMatchObject({ seq, k: 'contact', cap: 'manual', sure: 'reported', why: { kind: 'off' } });
    expect(Date.parse(line.when)).toBe(at);
    expect(typed[0]).not.toContain('Tomasz');
    await press(log, 'Add a contact by hand');
  });

  test('what the person says of a contact is there again after a reload', { timeout: LONG_MS }, async () => {
    const about = (await entries()).findLast(({ kind, route }) => kind === 'contact' && route === 'page')?.seq ?? 0;
    await press(log, `Details of line ${about}`);
    await press(log, 'Say more about this');
    await press(log, 'asked for');
    await fill(log, 'Minutes worked', '25');
    await fill(log, 'In your own words', 'It could have waited.');
    await press(log, 'Save');
    await untilSays(log, /Saved as line \d+\./u);
    expect((await entries()).at(-1)).toMatchObject({ kind: 'note', what: 'annotation', ref: about });

    await reload(log);
    await press(log, `Details of line ${about}`);
    await press(log, 'Say more about this');
    const answers = async (names: readonly string[]) =>
      Promise.all(names.map(async (name) => (await control(log, name)).evaluate(answerIn)));
    expect(await answers(['asked for', 'implied', 'Minutes worked', 'In your own words'])).toEqual([
      ...[true, false, '25', 'It could have waited.'],
    ]);
    await press(log, `Details of line ${about}`);
  });

  test('the search finds what was seen and what was typed in, by what was kept of it', async () => {
    const contacts = (await entries()).filter(({ kind }) => kind === 'contact').map(({ seq }) => seq);
    const [vesna = 0, , typed = 0] = contacts.slice(-3);
    await fill(log, 'Search', 'vesna');
    await untilRows('one of them', [vesna]);
    await untilSays(log, '1 entry found');
    await fill(log, 'Search', 'night desk');
    await untilRows('the other', [typed]);
    await fill(log, 'Search', 'nobody at all');
    await untilSays(log, 'No entry matches this filter.');
    await press(log, 'Clear all filters');
    await until('all again', async () => (await rows()).length > 3);
  });

  test('the map of weekdays and hours is one stop for Tab, and an hour of it shows its entries', async () => {
    const cell = /^(\p{L}+) (\d\d:00–\d\d:00): (\d+) contacts?$/u;
    await world().driver.bringToFront(log);
    await tabTo(log, cell, 'nav a');
    const busiest = await focused(log);
    const [, day = '', hours = '', count = ''] = cell.exec(busiest) ?? [];
    const expected = await hitsOf(day, hours);
    expect(Number(count)).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(0);

    await log.keyboard.press('Home');
    expect(await focused(log)).toMatch(new RegExp(`^${day} 00:00–01:00: `, 'u'));
    for (let step = 0; step < Number(hours.slice(0, 2)); step += 1) await log.keyboard.press('ArrowRight');
    expect(await focused(log)).toBe(busiest);
    await log.keyboard.press('Tab');
    expect(await focused(log)).not.toMatch(cell);
    await tabTo(log, busiest, 'nav a');
    await log.keyboard.press('Enter');
    await untilSays(log, expected.length === 1 ? '1 entry found' : `${expected.length} entries found`);
    // Of a long list only what is near the window is drawn.
    await until('the newest of them', async () => (await rows())[0] === expected[0]);
    expect(expected).toEqual(expect.arrayContaining(await rows()));
    expect(
      await log.evaluate(
        () => (document.querySelector('main [data-seq]')?.getBoundingClientRect().top ?? 1e6) < innerHeight,
      ),
    ).toBe(true);

    const off = await control(log, `Take off the filter ${hours}`);
    await (off as ElementHandle<HTMLElement>).focus();
    await log.keyboard.press('Enter');
    await until('the limit to go', async () => (await log.$(`[aria-label="Take off the filter ${hours}"]`)) === null);
    await (await control(log, 'Clear all filters')).focus();
    await log.keyboard.press('Enter');
    // However few of them are drawn, each row says how many there are.
    const inAll = () =>
      log.evaluate(() => Number(document.querySelector('main [data-seq]')?.getAttribute('aria-setsize') ?? 0));
    await until('all again', async () => (await inAll()) > expected.length);
  });

  /** Numbers of the contacts after hours in that hour, newest first, read off the lines and nothing else. */
  const hitsOf = async (day: string, hours: string): Promise<number[]> =>
    (await entries())
      .filter(({ kind, verdict }) => kind === 'contact' && verdict === 'off')
      .map(({ seq, when, time }) => ({ seq, stood: when ?? time }))
      .filter(({ stood }) => stood.slice(11, 13) === hours.slice(0, 2))
      .filter(({ stood }) => weekdayOf(stood.slice(0, 10)) === day)
      .map(({ seq }) => seq)
      .toReversed();
}

const weekdayOf = (date: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(date));

const answerIn = (element: Element): boolean | string => {
  if (element instanceof HTMLInputElement && element.type === 'radio') return element.checked;
  return (element as HTMLInputElement | HTMLTextAreaElement).value;
};
