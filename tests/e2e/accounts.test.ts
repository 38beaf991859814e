import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import { readLog } from './support/log.ts';
import { freshHours, jobWith, send } from './support/person.ts';
import { type Ring, ring } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

/** One site, two accounts that belong to two jobs, and a third one that is private. */
describe('accounts of one app', () => {
  const world = useWorld();
  let desk: Page;
  let page: Page;

  const held = async () => (await send(desk, 'held.read', null)).map(({ title }) => title);
  const contacts = async () => (await readLog(desk)).filter(({ kind }) => kind === 'contact').length;
  const inHours = async () => (await send(desk, 'status.read', null)).today.inHours;
  const account = (id: string, path: string, employment: string): ChosenApp => ({
    id,
    name: id,
    patterns: [`${world().practice.origin}${path}/*`],
    employment,
    treatment: 'general',
  });

  /** As apps of one page do it: the address changes, and the document stays. */
  const moveTo = (path: string) => page.evaluate((to) => history.pushState(null, '', to), path);
  const raise = (title: string, route: Ring['route'] = 'page') => ring(page, { route, title });
  const seenNatively = (title: string) => world().driver.waitForShown((shown) => shown.title === title);
  const save = async (works: 'first' | 'second'): Promise<void> => {
    const jobs = [
      { ...jobWith(works === 'first' ? 'working' : 'off'), id: 'first' },
      { ...jobWith(works === 'second' ? 'working' : 'off'), id: 'second' },
    ];
    const apps = [account('site-chat', '/client/T1', 'first'), account('site-chat-2', '/client/T2', 'second')];
    const { settings } = await send(desk, 'status.read', null);
    const saved = await send(desk, 'settings.save', { settings: { ...settings, employments: jobs, apps } });
    expect(saved).toMatchObject({ ok: true });
  };

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await freshHours(driver, { hours: 'off', origins: [practice.origin] });
    await save('first');
    page = await driver.openPage(`${practice.origin}/`);
  });

  test.each(['page', 'page-registration'] as const)(
    'by the route %s each follows the hours of its own job, in one document',
    async (route) => {
      await moveTo('/client/T2/C1');
      await raise(`off ${route}`, route);
      await until('it to be held', async () => (await held()).includes(`off ${route}`));
      await moveTo('/client/T1/C1?x#y');
      await raise(`at work ${route}`, route);
      await seenNatively(`at work ${route}`);
      expect(await held()).not.toContain(`at work ${route}`);
      const last = (await readLog(desk)).filter(({ kind }) => kind === 'contact').at(-1);
      expect(last).toMatchObject({ app: 'site-chat-2' });
    },
  );

  test('what came in hours is counted for its account', async () => {
    await until('both to be counted', async () => (await inHours())['site-chat'] === 2);
    expect((await inHours())['site-chat-2'] ?? 0).toBe(0);
  });

  test.each(['/client/T3/C1', '/', '/client/T22'])('at %s it is private: native, unlogged, uncounted', async (path) => {
    const before = [await held(), await contacts(), await inHours()];
    await moveTo(path);
    await raise(`private ${path}`);
    await seenNatively(`private ${path}`);
    expect([await held(), await contacts(), await inHours()]).toEqual(before);
  });

  test('a frame without an address of its own belongs to the account of its page', async () => {
    await moveTo('/client/T2/C1');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      Object.assign(globalThis, { frameOf: frame.contentWindow });
    });
    let count = 0;
    await until('one in the frame to be held', async () => {
      count += 1;
      const title = `in a frame ${count}`;
      await page.evaluate((words) => {
        const { frameOf } = globalThis as unknown as { frameOf: { Notification: typeof Notification } };
        new frameOf.Notification(words);
      }, title);
      return (await held()).includes(title);
    });
    expect((await send(desk, 'held.read', null)).at(-1)).toMatchObject({ app: 'site-chat-2' });
  });

  test('a job’s new hours reach its account alone', async () => {
    await save('second');
    await moveTo('/client/T1/C2');
    await raise('off now');
    await until('it to be held', async () => (await held()).includes('off now'));
    await moveTo('/client/T2/C2');
    await raise('at work now');
    await seenNatively('at work now');
    expect(await held()).not.toContain('at work now');
  });

  test('a held one opens its own account when its tab is gone', async () => {
    const { driver, practice } = world();
    const [item] = (await send(desk, 'held.read', null)).filter(({ title }) => title === 'off now');
    expect(item).toMatchObject({ app: 'site-chat' });
    await page.close();
    await send(desk, 'held.open', { id: item?.id ?? '' });
    const home = `${practice.origin}/client/T1/`;
    await until('the account to be open', async () => (await driver.pages()).some((one) => one.url() === home));
  });
});
