import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { readLog } from './support/log.ts';
import { press, textOf, untilSays } from './support/our-page.ts';
import { send, setUpHours } from './support/person.ts';
import { type Ring, ring, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

/** The list of held notifications in the real popup page, and what a person does with it. */
describe('the list of what is held', () => {
  const world = useWorld();
  let desk: Page;
  let chat: Page;
  let popup: Page;

  const held = () => send(desk, 'held.read', null);
  const titles = async () => (await held()).map(({ title }) => title);
  const untilLeft = (...wanted: string[]) =>
    until(`only ${wanted.join(', ')} to be left`, async () => (await titles()).join() === wanted.join());
  const visible = (page: Page) => page.evaluate(() => document.visibilityState === 'visible');

  const hold = async (page: Page, what: Ring): Promise<number> => {
    const { id } = await ring(page, what);
    await until(`"${what.title}" to be held`, async () => (await titles()).includes(what.title));
    return id;
  };

  const reveal = async (): Promise<void> => {
    popup = await world().driver.openPage(world().driver.extensionUrl('/popup.html'));
    await press(popup, 'Show me now');
    await untilSays(popup, 'Dismiss all');
  };

  beforeEach(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin, practice.otherOrigin] });
    await send(desk, 'held.dismiss', { ids: (await held()).map(({ id }) => id) });
    chat = await driver.openPage(`${practice.origin}/`);
    return async () => {
      await chat.close().catch(() => undefined); // Some tests close it themselves.
      await popup.close().catch(() => undefined);
    };
  });

  test('stays folded until it is asked for, and follows what comes in meanwhile', async () => {
    await hold(chat, { route: 'page', title: 'seen early', body: 'if wished' });
    await reveal();
    expect(await textOf(popup)).toContain('if wished');
    await hold(chat, { route: 'page', title: 'came later' });
    await untilSays(popup, 'came later');
    await press(popup, 'Hide');
    await until('it to be hidden', async () => !(await textOf(popup)).includes('came later'));
  });

  test('Open brings the tab of the app to the front, runs the click handler of the site, and takes it off', async () => {
    const { driver } = world();
    const first = await hold(chat, { route: 'page', title: 'answer me' });
    const second = await hold(chat, { route: 'page', title: 'not me' });
    await reveal();
    expect(await visible(chat)).toBe(false);
    await press(popup, 'Open “answer me”');
    await waitUntilSeen(chat, first, 'click');
    await until('the tab to be in front', () => visible(chat));
    await untilLeft('not me');
    const clicked = await chat.evaluate((id) => practice.seen.filter((s) => s.id === id && s.what === 'click'), second);
    expect(clicked).toEqual([]);
    expect(await driver.shown()).toEqual([]);
  });

  test('Open opens the site anew when its tab is gone, and when the tab holds another site', async () => {
    const { driver, practice } = world();
    const at = async (origin: string) => (await driver.pages()).filter((page) => page.url() === `${origin}/`).length;
    await hold(chat, { route: 'page', title: 'tab closed' });
    const moved = await driver.openPage(`${practice.otherOrigin}/`);
    await hold(moved, { route: 'page', title: 'tab moved on' });
    await chat.close();
    await moved.goto(`${practice.origin}/frames/`);
    await reveal();
    await press(popup, 'Open “tab closed”');
    await until('the site to open', async () => (await at(practice.origin)) === 1);
    await press(popup, 'Open “tab moved on”');
    await until('the other site to open', async () => (await at(practice.otherOrigin)) === 1);
    await untilLeft();
    await moved.close();
  });

  test('Dismiss takes one off, Dismiss all the rest; the log keeps them', async () => {
    for (const title of ['one', 'two', 'three']) await hold(chat, { route: 'page', title });
    const logged = (await readLog(desk)).filter(({ kind }) => kind === 'contact').length;
    await reveal();
    await press(popup, 'Dismiss “two”');
    await untilLeft('one', 'three');
    await untilSays(popup, '2 held');
    await press(popup, 'Dismiss all');
    await untilLeft();
    await untilSays(popup, 'Nothing held');
    expect((await readLog(desk)).filter(({ kind }) => kind === 'contact')).toHaveLength(logged);
  });

  test('has one entry for a message that the app raises by two routes or in two tabs', async () => {
    const { driver, practice } = world();
    const message = { title: 'one message', body: 'two routes' };
    const contacts = async () => (await readLog(desk)).filter(({ kind }) => kind === 'contact').length;
    const before = await contacts();
    const twin = await driver.openPage(`${practice.origin}/`);
    await hold(chat, { route: 'page', ...message });
    await ring(chat, { route: 'page-registration', ...message });
    const { id } = await ring(twin, { route: 'page', ...message });
    await waitUntilSeen(twin, id, 'show');
    // The last of all, by the same routes: whatever came before it has been dealt with.
    await hold(chat, { route: 'page-registration', title: 'marker' });
    expect(await titles()).toEqual(['one message', 'marker']);
    expect(await contacts()).toBe(before + 2);
    expect(await driver.shown()).toEqual([]);
    await twin.close();
  });

  test('stands beside the counts of the day, after hours and during them', async () => {
    const { driver, practice } = world();
    const earlier = (await send(desk, 'status.read', null)).today;
    await hold(chat, { route: 'page', title: 'counted' });
    const before = (await send(desk, 'status.read', null)).today;
    expect(before.afterHours['site-1']).toBe((earlier.afterHours['site-1'] ?? 0) + 1);
    await setUpHours(driver, { hours: 'working', origins: [practice.origin, practice.otherOrigin] });
    for (const title of ['in hours 1', 'in hours 2']) {
      await ring(chat, { route: 'page', title });
      await driver.waitForShown((shown) => shown.title === title);
    }
    const counted = await until('the count', async () => {
      const { today } = await send(desk, 'status.read', null);
      return (today.inHours['site-1'] ?? 0) === (before.inHours['site-1'] ?? 0) + 2 && today;
    });
    expect(counted.afterHours).toEqual(before.afterHours);
    popup = await driver.openPage(driver.extensionUrl('/popup.html'));
    await untilSays(popup, 'During hours');
    const rows = await popup.$$eval('tbody tr', (all) => all.map((row) => [...row.cells].map((c) => c.textContent)));
    const { afterHours, inHours } = counted;
    expect(rows).toContainEqual(['Practice 1', String(afterHours['site-1']), String(inHours['site-1'])]);
  });
});

declare const practice: { readonly seen: { readonly id: number; readonly what: string }[] };
