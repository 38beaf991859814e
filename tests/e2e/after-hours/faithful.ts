import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { CASES } from '../faithful/cases.ts';
import { freshHours } from '../support/person.ts';
import type { World } from '../support/world.ts';

/**
 * The same code runs in two origins of one browser: in one, no script of ours runs; in the other every notification is
 * held. What the site can see of the two must be the same.
 */
export function faithful(world: () => World): void {
  let native: Page;
  let held: Page;

  beforeAll(async () => {
    const { driver, practice } = world();
    await freshHours(driver, { hours: 'off', origins: [practice.origin], treatment: 'hold' });
    native = await driver.openPage(`${practice.otherOrigin}/faithful/`);
    held = await driver.openPage(`${practice.origin}/faithful/`);
    for (const page of [native, held]) await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  });

  test.each(CASES)('$name', async ({ run }) => {
    const expected = await native.evaluate(run);
    expect(await held.evaluate(run)).toEqual(expected);
  });

  test('none of the held ones was shown, all of the native ones were', async () => {
    const { driver, practice } = world();
    const shown = await driver.shown();
    expect(shown.length).toBeGreaterThan(20);
    expect(new Set(shown.map(({ origin }) => origin))).toEqual(new Set([practice.otherOrigin]));
  });
}
