import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import type { Treatment } from '../../utils/core/contact/types.ts';
import { readLog } from './support/log.ts';
import { control, fill, press, textOf, untilSays } from './support/our-page.ts';
import { deskOf, jobWith, send } from './support/person.ts';
import { standStill } from './support/stand-still.ts';
import { useWorld } from './support/world.ts';

declare const chrome: { readonly permissions: { remove(what: { readonly origins: string[] }): Promise<boolean> } };

const LONG_MS = 120_000;

/** The first run and the settings, as a person goes through them. */
describe('the pages', () => {
  const world = useWorld({ acceptPermissions: true });
  let welcome: Page;

  const openPages = async (path: string): Promise<Page[]> => {
    const wanted = world().driver.extensionUrl(path);
    const pages = await world().driver.pages();
    const there = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(() => '')));
    return pages.filter((_, index) => there[index] === wanted);
  };
  const status = async () => send(await deskOf(world().driver), 'status.read', null);

  /** The person agreed once and took it back: browsers then give it at the next click without a question. */
  const agreedOnce = async (pattern: string): Promise<void> => {
    await world().driver.grantHosts([pattern]);
    const desk = await deskOf(world().driver);
    await desk.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), pattern);
  };

  const chooseTreatment = async (treatment: Treatment): Promise<void> => {
    const { settings } = await status();
    await send(await deskOf(world().driver), 'settings.save', { settings: { ...settings, treatment } });
  };

  test('the welcome page opens once, at the install', { timeout: LONG_MS }, async () => {
    const { driver } = world();
    const first = await until('the welcome page', async () => (await openPages('/welcome.html'))[0]);
    await untilSays(first, 'Step 1 of 4');
    expect(await openPages('/welcome.html')).toHaveLength(1);
    await driver.saveProfile();
    await driver.relaunch();
    expect((await status()).setUp).toBe(false);
    await driver.stopBackground();
    expect((await status()).setUp).toBe(false);
    expect(await openPages('/welcome.html')).toEqual([]);
  });

  test('first run: language, hours, work apps with their permission', async () => {
    const { driver, practice } = world();
    const { protocol, hostname, host } = new URL(practice.origin);
    await agreedOnce(`${protocol}//${hostname}/*`);
    welcome = await driver.openPage(driver.extensionUrl('/welcome.html'));
    await press(welcome, 'Español');
    await untilSays(welcome, 'Paso 1 de 4');
    await press(welcome, 'English');
    await untilSays(welcome, 'Step 1 of 4');
    await press(welcome, 'Next');

    await untilSays(welcome, 'When do you work?');
    await press(welcome, '09:00–17:00');
    await press(welcome, 'Save and go on');
    await untilSays(welcome, 'Which apps are work?');
    expect(await status()).toMatchObject({ setUp: true, settings: { language: 'en' } });

    await fill(welcome, 'Any other site', 'ftp://nowhere');
    await press(welcome, 'Add this site');
    await untilSays(welcome, 'Only addresses that begin with https:// or http:// can be added.');
    expect((await status()).apps).toEqual([]);
    await fill(welcome, 'Any other site', practice.origin);
    await press(welcome, 'Add this site');
    await until('the site to be watched', async () => (await status()).apps[0]?.watching);
    await untilSays(welcome, `${host}Watching`);
    await press(welcome, 'Next');
    await untilSays(welcome, 'See it work');
  });

  test('first run: the test message, with every outcome', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const tryIt = async (outcome: RegExp): Promise<void> => {
      await press(welcome, 'Send a test message');
      await untilSays(welcome, outcome);
    };
    const haveHours = async (hours: 'working' | 'off'): Promise<void> => {
      const { settings } = await status();
      const changed = { settings: { ...settings, employments: [jobWith(hours)] } };
      expect(await send(await deskOf(driver), 'settings.save', changed)).toMatchObject({ ok: true });
    };
    await haveHours('working');
    await tryIt(/No tab of .* is open/u);
    const site = await driver.openPage(`${practice.origin}/`);
    // A test is treated as after hours, whatever the hour; what the site itself raises within hours is shown as ever.
    await tryIt(/It works: .* it was held/u);
    expect(await driver.shown()).toEqual([]);
    await site.evaluate(() => void new Notification('within hours'));
    await driver.waitForShown(({ title }) => title === 'within hours');
    await haveHours('off');
    await tryIt(/It works: .* it was held/u);
    expect((await driver.shown()).map(({ title }) => title)).toEqual(['within hours']);
    await chooseTreatment('flag');
    await tryIt(/It works: .* shown silently with a mark/u);
    await driver.waitForShown(({ title }) => title.endsWith('A test by Clocked Off'));
    await chooseTreatment('show');
    await tryIt(/It works: .* shown and logged/u);
    await chooseTreatment('hold');
    await driver.blockNotifications(practice.origin);
    await tryIt(/may not show notifications in this browser/u);
    await driver.allowNotifications(practice.origin);
    // Firefox's own mouse waits for the page that stands still, in whatever tab it is.
    const button = await control(welcome, 'Send a test message');
    const still = await standStill(site, 9_000);
    await button.evaluate((element) => element.click());
    await untilSays(welcome, /did not answer/u);
    await still.over;
    const desk = await deskOf(driver);
    expect((await readLog(desk)).filter(({ kind }) => kind === 'contact')).toEqual([]);

    await press(welcome, 'Done');
    await until('the log page', () => welcome.evaluate(() => location.pathname === '/log.html').catch(() => false));
    await untilSays(welcome, 'You sent a test message');
    for (const page of [welcome, site]) await page.close();
  });

  test('settings: bad hours bring one sentence by the field, and change nothing', async () => {
    const { driver } = world();
    // Hours of the day, whatever the clock says now: of those that begin soon, an earlier start could run into the next day.
    const pattern = {
      kind: 'weekly',
      days: Array.from({ length: 7 }, () => [{ startMinute: 540, endMinute: 1_020 }]),
    } as const;
    const employments = [{ ...jobWith('off'), hours: [{ validFrom: '2020-01-01', pattern }] }];
    const settings = { ...(await status()).settings, employments };
    expect(await send(await deskOf(driver), 'settings.save', { settings })).toMatchObject({ ok: true });
    const before = (await status()).settings;
    const options = await driver.openPage(driver.extensionUrl('/options.html'));
    const alerts = () => options.$$eval('[role="alert"]', (all) => all.map((alert) => alert.textContent));
    const refused = async (name: string, text: string, sentence: string): Promise<void> => {
      await fill(options, name, text);
      await press(options, 'Save hours');
      await untilSays(options, sentence);
      expect(await alerts()).toEqual([sentence]);
      const field = await control(options, name);
      const alertsNear = (element: Element) =>
        element.closest('fieldset, div:has(> label)')?.querySelectorAll('[role="alert"]').length;
      expect(await field.evaluate((element) => element.getAttribute('aria-invalid'))).toBe('true');
      expect(await field.evaluate(alertsNear as (element: Element) => unknown)).toBe(1);
      expect((await status()).settings).toEqual(before);
    };
    await refused('Monday: start', '25:99', 'Write each time as hours and minutes, such as 09:00 or 22:30.');
    await fill(options, 'Monday: start', '08:30');
    await refused('Name of this job', ' ', 'Give this job a name.');
    await fill(options, 'Name of this job', 'Hospital');
    await press(options, 'Save hours');
    await until('the hours to be saved', async () => (await status()).settings.employments[0]?.label === 'Hospital');
    await until('the sentence to go', async () => (await alerts()).length === 0);
    expect(await textOf(options)).not.toContain('Give this job a name.');
    await options.close();
  });
});
