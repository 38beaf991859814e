import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { readLog } from './support/log.ts';
import { hasControl, textOf, untilSays } from './support/our-page.ts';
import { deskOf, send, settingsFor } from './support/person.ts';
import { ring, waitUntilSeen } from './support/practice-page.ts';
import { callsBefore, isolatedWorlds } from './support/traces.ts';
import { useWorld } from './support/world.ts';

declare const chrome: {
  readonly scripting: { getRegisteredContentScripts(): Promise<{ readonly id: string; readonly matches: string[] }[]> };
  readonly management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
};

/** What the hostile page keeps of what it caught (scripts/practice/site/hostile/eavesdropper.html). */
declare const caught: string[];
declare const taken: string[];
declare function raise(title: string): string;

describe('permissions', () => {
  const world = useWorld();
  let desk: Page;
  let chat: Page;

  const held = async () => (await send(desk, 'held.read', null)).map(({ title }) => title);
  const contacts = async () => (await readLog(desk)).filter(({ kind }) => kind === 'contact').length;
  const watching = async () => (await send(desk, 'status.read', null)).apps.map((app) => app.watching);
  const registered = () => desk.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  const host = () => `${new URL(world().practice.origin).protocol}//${new URL(world().practice.origin).hostname}/*`;
  const openPopup = () => world().driver.openPage(world().driver.extensionUrl('/popup.html'));

  /** Raises one, and returns once the person has seen it as the site meant it. */
  const seenNatively = async (page: Page, title: string): Promise<void> => {
    await ring(page, { route: 'page', title });
    expect(await world().driver.waitForShown((shown) => shown.title === title)).toMatchObject({ closedAt: null });
  };

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await deskOf(driver);
    const settings = settingsFor({ hours: 'off', origins: [practice.origin] });
    expect(await send(desk, 'settings.save', { settings })).toMatchObject({ ok: true });
    chat = await driver.openPage(`${practice.origin}/`);
  });

  test('without the permission an app is "not watching": native and unlogged', async () => {
    expect(await watching()).toEqual([false]);
    expect(await registered()).toEqual([]);
    const popup = await openPopup();
    await untilSays(popup, 'Not watching Practice 1: the browser has not given permission.');
    expect(await hasControl(popup, 'Allow')).toBe(true);
    await popup.close();
    await seenNatively(chat, 'unwatched');
    expect(await held()).toEqual([]);
    expect(await contacts()).toBe(0);
  });

  test('once it is given, the tab that is open already is watched without a reload', async () => {
    const popup = await openPopup();
    await untilSays(popup, 'Not watching');
    await chat.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await world().driver.grantHosts([host()]);
    await until('the app to be watched', async () => (await watching()).join() === 'true');
    await until('the popup to follow', async () => !(await textOf(popup)).includes('Not watching'));
    await popup.close();
    let count = 0;
    await until('the open tab to be watched', async () => {
      count += 1;
      const title = `watched ${count}`;
      const { id } = await ring(chat, { route: 'page', title });
      await waitUntilSeen(chat, id, 'show');
      return (await held()).includes(title);
    });
    expect(await chat.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    expect(await registered()).toMatchObject([{ matches: [host()] }, { matches: [host()] }]);
  });

  test('other sites get no script at all', async () => {
    const { driver, practice } = world();
    const other = await driver.openPage(`${practice.otherOrigin}/`);
    const work = await driver.openPage(`${practice.origin}/`);
    expect(await callsBefore(other, 'elsewhere')).toBeLessThan(await callsBefore(work, 'at work'));
    if (driver.browser === 'chromium') {
      expect(await isolatedWorlds(other)).toEqual([]);
      expect(await isolatedWorlds(work)).toHaveLength(1);
    }
    await driver.waitForShown(({ title }) => title === 'elsewhere');
    await until('the other one to be held', async () => (await held()).includes('at work'));
    expect(await held()).not.toContain('elsewhere');
    for (const page of [other, work]) await page.close();
  });

  test('a page that listens from its first line catches nothing, and is held all the same', async () => {
    const { driver, practice } = world();
    const page = await driver.openPage(`${practice.origin}/hostile/eavesdropper.html`);
    expect(await page.evaluate(() => raise('overheard?'))).toBe('overheard?');
    await until('it to be held', async () => (await held()).includes('overheard?'));
    expect(await page.evaluate(() => ({ caught, taken }))).toEqual({ caught: [], taken: [] });
    await page.close();
  });

  test('withdrawn, it is "not watching" again, and pages are native, also one that was open before', async () => {
    const { driver, practice } = world();
    await driver.withdrawHosts([host()]);
    await until('the app to be unwatched', async () => (await watching()).join() === 'false');
    await until('the scripts to be gone', async () => (await registered()).length === 0);
    const popup = await openPopup();
    await untilSays(popup, 'Not watching Practice 1');
    await popup.close();
    const [heldBefore, loggedBefore] = [await held(), await contacts()];
    const page = await driver.openPage(`${practice.origin}/`);
    await seenNatively(page, 'native after all');
    await seenNatively(chat, 'native in the open page');
    expect(await held()).toEqual(heldBefore);
    expect(await contacts()).toBe(loggedBefore);
  });

  test('installing the real build asks the person for nothing', async () => {
    const { driver } = world();
    const manifestOf = (folder: string) => readFile(join(folder, 'manifest.json'), 'utf8');
    const text = await manifestOf(inject('productionDir'));
    const manifest: { permissions: string[]; host_permissions?: string[]; content_scripts?: unknown[] } =
      JSON.parse(text);
    expect([...manifest.permissions].sort()).toEqual(['alarms', 'scripting', 'storage', 'unlimitedStorage']);
    expect([manifest.host_permissions ?? [], manifest.content_scripts ?? []]).toEqual([[], []]);
    if (driver.browser === 'firefox') return; // Firefox has no list to ask for; it warns of what is required only.
    const warnings = (json: string) => desk.evaluate((m) => chrome.management.getPermissionWarningsByManifest(m), json);
    expect(await warnings(text)).toEqual([]);
    expect(await warnings(await manifestOf(inject('edgeDir')))).toEqual([]);
    const greedy = { ...manifest, permissions: [...manifest.permissions, 'tabs'] };
    expect(await warnings(JSON.stringify(greedy))).not.toEqual([]);
  });
});
