import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { focused, tabTo, walk } from '../support/keyboard.ts';
import { untilSays } from '../support/our-page.ts';
import { freshHours, send } from '../support/person.ts';
import { ring } from '../support/practice-page.ts';
import type { World } from '../support/world.ts';

/** How many stops there are; of a group of radio buttons Tab stops at one. */
const stops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')];
    const visible = all.filter((element) => element.checkVisibility() && !element.matches(':disabled'));
    return visible.filter((element) => !element.matches('[type="radio"]:not(:checked)')).length;
  });

export function withoutMouse(world: () => World): void {
  test('Tab comes to everything on the popup, and the keys act on it', async () => {
    const { driver, practice } = world();
    const desk = await freshHours(driver, { hours: 'off', origins: [practice.origin] });
    const held = async () => (await send(desk, 'held.read', null)).map(({ title }) => title);
    const site = await driver.openPage(`${practice.origin}/`);
    for (const title of ['one', 'two']) await ring(site, { route: 'page', title });
    await until('both to be held', async () => (await held()).length === 2);

    const popup = await driver.openPage(driver.extensionUrl('/popup.html'));
    await untilSays(popup, '2 held');
    await driver.bringToFront(popup);
    expect(await walk(popup, await stops(popup))).toEqual(['Show me now', 'I am working now', 'Log', 'Settings']);

    await tabTo(popup, 'Show me now');
    await popup.keyboard.press('Enter');
    await untilSays(popup, 'Dismiss all');
    await tabTo(popup, 'I am working now');
    await popup.keyboard.press(' ');
    await untilSays(popup, 'For how long?');
    expect(await walk(popup, await stops(popup))).toEqual([
      'Hide',
      ...['two', 'one'].flatMap((title) => [`Open “${title}”`, `Dismiss “${title}”`]),
      'Dismiss all',
      'I am working now',
      '30 minutes',
      'Reason (optional, for you)',
      'Start',
      'Cancel',
      'Log',
      'Settings',
    ]);

    await tabTo(popup, 'Dismiss “one”');
    await popup.keyboard.press('Enter');
    await until('one of them to go', async () => (await held()).join() === 'two');
    await untilSays(popup, '1 held');
    await tabTo(popup, '30 minutes');
    await popup.keyboard.press('ArrowDown');
    expect(await focused(popup)).toBe('1 hour');
    await tabTo(popup, 'Reason (optional, for you)');
    await popup.keyboard.type('by hand');
    await popup.keyboard.press('Enter');
    const started = await until('the override', async () => (await send(desk, 'status.read', null)).override);
    expect(started).toMatchObject({ kind: 'working-now', reason: 'by hand' });
    expect(started.until - started.from).toBeGreaterThan(50 * 60_000);
    await untilSays(popup, 'End it');
    await tabTo(popup, 'End it');
    await popup.keyboard.press('Enter');
    await untilSays(popup, 'You are off until');
    for (const page of [popup, site]) await page.close();
  });
}
