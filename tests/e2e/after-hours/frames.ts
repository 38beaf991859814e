import type { Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { freshHours, send } from '../support/person.ts';
import { ring } from '../support/practice-page.ts';
import type { World } from '../support/world.ts';

/** What a frame reports after it raised a notification (scripts/practice/site/frames/inner.js). */
interface FrameReport {
  readonly permission: NotificationPermission;
  readonly outcome: string;
}

declare const practiceFrames: { raise(kind: string, title: string): Promise<FrameReport> };

/** Frames that share the work app's origin, and with it its permission to notify. */
const OF_THE_APP = [
  'same-origin',
  'sandboxed-same-origin',
  'about-blank',
  'srcdoc',
  'blob',
  'document-write',
  'javascript-url',
  'window-open',
  'window-open-blank',
] as const;

/** Frames without an origin of their own: browsers let none of them notify. */
const OF_NOBODY = ['sandboxed', 'sandboxed-srcdoc', 'data'] as const;

export function frames(world: () => World): void {
  let desk: Page;
  let page: Page;

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await freshHours(driver, { hours: 'off', origins: [practice.origin] });
    page = await driver.openPage(`${practice.origin}/frames/`);
  });

  const raise = (kind: string, title: string): Promise<FrameReport> =>
    page.evaluate((...args) => practiceFrames.raise(...args), kind, title);
  const untilHeld = (title: string) =>
    until(`"${title}" to be held`, async () =>
      (await send(desk, 'held.read', null)).some((item) => item.title === title),
    );

  test.for(OF_THE_APP)('%s: held', async (kind) => {
    expect(await raise(kind, kind)).toMatchObject({ permission: 'granted', outcome: 'created' });
    await untilHeld(kind);
  });

  test.for(OF_NOBODY)('%s: what the browser forbids is neither shown nor held', async (kind) => {
    expect((await raise(kind, kind)).permission).not.toBe('granted');
  });

  test('cross-origin: a frame of a site that was not chosen is none of our business', async () => {
    const { permission } = await raise('cross-origin', 'cross-origin');
    // Firefox lets no foreign frame notify, whatever it may do in a tab of its own.
    expect(permission).toBe(world().driver.browser === 'chromium' ? 'granted' : 'denied');
    if (permission === 'granted') await world().driver.waitForShown(({ title }) => title === 'cross-origin');
  });

  test('a page with a strict content policy: held', async () => {
    const { driver, practice } = world();
    const strict = await driver.openPage(`${practice.origin}/strict/`);
    expect(await ring(strict, { route: 'page', title: 'strict' })).toMatchObject({ outcome: 'returned' });
    await untilHeld('strict');
  });

  test('a page that its policy sandboxes loads as ever', async () => {
    const { driver, practice } = world();
    const sandboxed = await driver.openPage(`${practice.origin}/sandboxed/`);
    expect(await sandboxed.evaluate(() => Notification.permission)).not.toBe('granted');
  });

  test('of all these, the person saw the foreign frame alone', async () => {
    const { driver } = world();
    const held = (await send(desk, 'held.read', null)).map(({ title }) => title);
    expect(new Set(held)).toEqual(new Set([...OF_THE_APP, 'strict']));
    const foreign = driver.browser === 'chromium' ? ['cross-origin'] : [];
    expect((await driver.shown()).map(({ title }) => title)).toEqual(foreign);
  });
}
