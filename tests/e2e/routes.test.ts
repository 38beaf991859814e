import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import type { Treatment } from '../../utils/core/contact/types.ts';
import { readLog } from './support/log.ts';
import { send, setUpHours } from './support/person.ts';
import { type Ring, ring, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

/** Routes that a page's own code takes part in, so that the hook can hold them. */
const HOLDABLE = ['page', 'page-registration', 'site-worker'] as const;

/** The catalogue knows by which messages this app's page asks its worker; the practice app speaks like it. */
const APP = 'telegram';

/** Every way in which a work app reaches the person, after hours and during them. */
describe('a contact', () => {
  const world = useWorld();
  let desk: Page;
  let chat: Page;

  const arrange = async (hours: 'working' | 'off', treatment: Treatment): Promise<void> => {
    const { driver, practice } = world();
    const app: ChosenApp = {
      id: APP,
      name: 'Practice Chat',
      patterns: [`${practice.origin}/*`],
      employment: 'job',
      treatment: 'general',
    };
    desk = await setUpHours(driver, { hours, treatment, origins: [practice.origin], change: { apps: [app] } });
    await driver.forgetShown();
    chat = await driver.openPage(`${practice.origin}/`);
    // The site's worker is there from here on, whatever becomes of this one.
    await ring(chat, { route: 'page-registration', title: 'first of all' });
  };

  /** The log's entry and the held item for a title; content is not in the log by default, so the item tells the entry. */
  const heldAs = (title: string) =>
    until(`"${title}" to be held`, async () =>
      (await send(desk, 'held.read', null)).find((item) => item.title === title),
    );

  const contacts = async () => (await readLog(desk)).filter(({ kind }) => kind === 'contact');
  const shownAs = (fits: (title: string) => boolean) => world().driver.waitForShown(({ title }) => fits(title));

  /** Raises one and returns the entries that it added to the log. */
  const ringAndRead = async (what: Ring, seen: () => Promise<unknown>) => {
    const before = (await contacts()).length;
    const rung = await ring(chat, what);
    await seen();
    return { rung, added: (await contacts()).slice(before) };
  };

  describe('after hours, held', () => {
    beforeAll(() => arrange('off', 'hold'));

    test.for(HOLDABLE)('by %s: kept, logged, never shown', async (route) => {
      const title = `held by ${route}`;
      const { rung, added } = await ringAndRead({ route, title, body: 'a minute?', tag: route }, () => heldAs(title));
      expect(rung.outcome).toBe('returned');
      expect(await heldAs(title)).toMatchObject({
        app: APP,
        origin: world().practice.origin,
        title,
        text: 'a minute?',
      });
      expect(added).toMatchObject([{ app: APP, route, treatment: 'hold', verdict: 'off', certainty: 'observed' }]);
      if (route === 'page') await waitUntilSeen(chat, rung.id, 'show');
    });

    test('through a constructor that the page kept from its start: held too', async () => {
      await ring(chat, { route: 'page', title: 'kept constructor', captured: true });
      await heldAs('kept constructor');
    });

    test('by push: out of reach, shown as ever', async () => {
      await ring(chat, { route: 'push', title: 'pushed' });
      expect(await shownAs((title) => title === 'pushed')).toMatchObject({ closedAt: null });
    });

    test('by a toast or the title: nothing to hold, the page works on', async () => {
      for (const route of ['toast', 'title'] as const) {
        expect(await ring(chat, { route, title: 'in the page' })).toMatchObject({ outcome: 'returned' });
      }
    });

    test('of all these, the person saw the push alone', async () => {
      expect((await world().driver.shown()).map(({ title }) => title)).toEqual(['pushed']);
    });
  });

  describe('after hours, flagged', () => {
    beforeAll(() => arrange('off', 'flag'));

    test.for(['page', 'page-registration'] as const)('by %s: shown silently with a mark, logged', async (route) => {
      const title = `flagged by ${route}`;
      const { added } = await ringAndRead({ route, title, tag: route }, () => shownAs((seen) => seen.endsWith(title)));
      const shown = await shownAs((seen) => seen.endsWith(title));
      expect(shown).toMatchObject({ silent: true });
      expect(shown.title).not.toBe(title);
      expect(added).toMatchObject([{ app: APP, route, treatment: 'flag', verdict: 'off' }]);
      expect((await send(desk, 'held.read', null)).map((item) => item.title)).not.toContain(title);
    });

    test('a click on it reaches the site', async () => {
      const { id } = await ring(chat, { route: 'page', title: 'click the flagged one' });
      const shown = await shownAs((title) => title.endsWith('click the flagged one'));
      await waitUntilSeen(chat, id, 'show');
      await world().driver.clickShown(shown.id);
      await waitUntilSeen(chat, id, 'click');
    });
  });

  describe('after hours, shown', () => {
    beforeAll(() => arrange('off', 'show'));

    test.for(HOLDABLE)('by %s: shown as it is, logged', async (route) => {
      const title = `shown by ${route}`;
      const { added } = await ringAndRead({ route, title, tag: route }, () => shownAs((seen) => seen === title));
      expect((await shownAs((seen) => seen === title)).silent).not.toBe(true);
      expect(added).toMatchObject([{ app: APP, route, treatment: 'show', verdict: 'off' }]);
    });
  });

  describe('during hours', () => {
    beforeAll(() => arrange('working', 'hold'));

    test.for([...HOLDABLE, 'push'] as const)('by %s: shown as it is, not logged', async (route) => {
      const title = `in hours by ${route}`;
      const { added } = await ringAndRead({ route, title, tag: route }, () => shownAs((seen) => seen === title));
      expect(added).toEqual([]);
      expect((await send(desk, 'held.read', null)).map((item) => item.title)).not.toContain(title);
    });

    test('is counted, without a word about what it was', async () => {
      // One by each holdable route, and the first of all.
      await until('the count to arrive', async () => {
        const { today } = await send(desk, 'status.read', null);
        return (today.inHours[APP] ?? 0) >= HOLDABLE.length + 1;
      });
    });
  });
});
