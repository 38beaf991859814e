import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { closeRung, listed, ring, seenBy, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

/** The measuring instruments themselves: what a browser does with notifications when our extension has no part in it. */
describe('without the extension', () => {
  const world = useWorld({ extension: 'none' });
  let chat: Page;

  const openChat = async (): Promise<Page> => {
    await world().driver.forgetShown();
    chat = await world().driver.openPage(`${world().practice.origin}/`);
    return chat;
  };

  test.for(['page', 'page-registration', 'site-worker', 'push'] as const)(
    'a notification by %s is seen',
    async (route) => {
      const { driver, practice } = world();
      await openChat();
      await ring(chat, { route: 'page-registration', title: 'first' }); // The site's worker is there from here on.
      await ring(chat, { route, title: `by ${route}`, body: 'Do you have a minute?' });
      const shown = await driver.waitForShown(({ title }) => title === `by ${route}`);
      expect(shown).toMatchObject({ body: 'Do you have a minute?', origin: practice.origin, closedAt: null });
    },
  );

  test.for(['toast', 'title'] as const)('a %s is nothing that the system shows', async (route) => {
    await openChat();
    expect(await ring(chat, { route, title: 'in the page' })).toMatchObject({ outcome: 'returned' });
    await ring(chat, { route: 'page', title: 'after it' });
    await world().driver.waitForShown(({ title }) => title === 'after it');
    expect(await world().driver.shown()).toHaveLength(1);
  });

  test('a wish for silence is seen', async () => {
    await openChat();
    await ring(chat, { route: 'page', title: 'quiet', silent: true });
    expect(await world().driver.waitForShown(({ title }) => title === 'quiet')).toMatchObject({ silent: true });
    await ring(chat, { route: 'page', title: 'loud' });
    expect((await world().driver.waitForShown(({ title }) => title === 'loud')).silent).not.toBe(true);
  });

  test('a click by the person reaches the page', async () => {
    const { driver } = world();
    await openChat();
    const { id } = await ring(chat, { route: 'page', title: 'click me' });
    const shown = await driver.waitForShown(({ title }) => title === 'click me');
    await waitUntilSeen(chat, id, 'show');
    await driver.clickShown(shown.id);
    await waitUntilSeen(chat, id, 'click');
    expect((await driver.shown())[0]).toMatchObject({ closedBy: 'person' });
  });

  test("a click by the person reaches the site's worker", async () => {
    const { driver, practice } = world();
    await openChat();
    await ring(chat, { route: 'page-registration', title: 'for the worker' });
    const shown = await driver.waitForShown(({ title }) => title === 'for the worker');
    await driver.clickShown(shown.id);
    await practice.waitForWorker(({ what, title }) => what === 'click' && title === 'for the worker');
  });

  test('waving away, taking back and replacing are told apart', async () => {
    const { driver } = world();
    await openChat();
    const byTitle = (wanted: string) => driver.waitForShown(({ title }) => title === wanted);
    const waved = await ring(chat, { route: 'page', title: 'waved away' });
    await waitUntilSeen(chat, waved.id, 'show');
    await driver.dismissShown((await byTitle('waved away')).id);
    await waitUntilSeen(chat, waved.id, 'close');

    const taken = await ring(chat, { route: 'page', title: 'taken back' });
    await byTitle('taken back');
    await waitUntilSeen(chat, taken.id, 'show');
    await closeRung(chat, taken.id);
    await driver.waitForShown(({ title, closedAt }) => title === 'taken back' && closedAt !== null);

    const older = await ring(chat, { route: 'page', title: 'older', tag: 'same' });
    await byTitle('older');
    // Chromium replaces only what it knows to be on display.
    await waitUntilSeen(chat, older.id, 'show');
    await ring(chat, { route: 'page', title: 'newer', tag: 'same' });
    await byTitle('newer');
    const ends = (await driver.shown()).map(({ title, closedBy }) => [title, closedBy]);
    expect(ends).toEqual([
      ['waved away', 'person'],
      ['taken back', 'browser'],
      ['older', 'replaced'],
      ['newer', null],
    ]);
  });

  test('the registration lists what it shows', async () => {
    await openChat();
    await ring(chat, { route: 'page-registration', title: 'listed', tag: 'listed' });
    await world().driver.waitForShown(({ title }) => title === 'listed');
    expect(await listed(chat)).toContainEqual({ title: 'listed', body: '', tag: 'listed' });
  });

  test('what a person blocks stays away', async () => {
    const { driver, practice } = world();
    const page = await driver.openPage(`${practice.otherOrigin}/`);
    await driver.blockNotifications(practice.otherOrigin);
    const { id } = await ring(page, { route: 'page', title: 'blocked' });
    await waitUntilSeen(page, id, 'error');
    expect((await driver.shown()).filter(({ title }) => title === 'blocked')).toEqual([]);
    await driver.allowNotifications(practice.otherOrigin);
    await ring(page, { route: 'page', title: 'allowed again' });
    await driver.waitForShown(({ title }) => title === 'allowed again');
  });

  test('a hidden tab is hidden to its page, and still notifies', async () => {
    const { driver } = world();
    await openChat();
    const front = await driver.hide(chat);
    await ring(chat, { route: 'page', title: 'from behind' });
    await driver.waitForShown(({ title }) => title === 'from behind');
    await driver.bringToFront(chat);
    await front.close();
  });

  test('a thousand at once are all seen', async () => {
    const { driver } = world();
    await openChat();
    await chat.evaluate(() => {
      for (let i = 0; i < 1_000; i += 1) new Notification(`number ${i}`);
    });
    await until('all of them to be shown', async () => (await driver.shown()).length === 1_000, 50_000);
    // Firefox itself shows them in another order than they were raised now and then.
    const titles = (await driver.shown()).map(({ title }) => title);
    expect(new Set(titles)).toEqual(new Set(Array.from({ length: 1_000 }, (_, i) => `number ${i}`)));
  });

  test('nothing is lost to sight when the browser is killed', async () => {
    const { driver, practice } = world();
    await openChat();
    await chat.evaluate(() => localStorage.setItem('kept', 'yes'));
    await ring(chat, { route: 'page', title: 'before' });
    await driver.waitForShown(({ title }) => title === 'before');
    expect(await seenBy(chat)).not.toEqual([]);
    await driver.saveProfile();
    await driver.kill();
    await driver.relaunch();
    const again = await driver.openPage(`${practice.origin}/`);
    expect(await again.evaluate(() => Notification.permission)).toBe('granted');
    await ring(again, { route: 'page', title: 'after' });
    await driver.waitForShown(({ title }) => title === 'after');
    expect((await driver.shown()).map(({ title }) => title)).toEqual(['before', 'after']);
  });
});
