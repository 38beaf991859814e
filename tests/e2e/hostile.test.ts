import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { TEXT_CAP, TITLE_CAP } from '../../utils/core/contact/types.ts';
import { readLog } from './support/log.ts';
import { send, setUpHours } from './support/person.ts';
import { useWorld } from './support/world.ts';

interface Attempt {
  readonly outcome: 'returned' | 'threw';
  readonly value: unknown;
}

/** The hostile page's own script (scripts/practice/site/hostile/hostile.js), and what its poison overheard. */
declare const hostile: {
  readonly tricks: string[];
  trick(name: string): Attempt;
  huge(characters: number): Attempt;
  flood(count: number, prefix: string): { outcome: string; blockedMs: number };
  forge(names: string[]): { results: Attempt[]; heard: string[] };
  fickleGetter(): Attempt & { asked: number };
  curiousOptions(): Attempt & { asked: string[] };
  throwingGetter(): Attempt;
  throwingTitle(): Attempt;
  symbolTitle(): Attempt;
  noArguments(): Attempt;
  withoutNew(): Attempt;
  objectTitle(): Attempt;
};
declare const overheard: string[];

/** Mistakes and oddities whose outcome a site can see; it must be the same with us in between. */
const ODDITIES = [
  'throwingGetter',
  'throwingTitle',
  'symbolTitle',
  'noArguments',
  'withoutNew',
  'objectTitle',
  'fickleGetter',
  'curiousOptions',
] as const;

/** Names of the events by which hook and bridge find each other (utils/page/channel.ts). */
const PRIVATE_EVENTS = ['clocked-off:port', 'clocked-off:hello'];

describe('a page that means harm', () => {
  const world = useWorld();
  let desk: Page;
  let page: Page;

  beforeAll(async () => {
    const { driver, practice } = world();
    desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    page = await driver.openPage(`${practice.origin}/hostile/`);
  });

  const held = () => send(desk, 'held.read', null);
  const heldAs = (fits: (title: string) => boolean) =>
    until('it to be held', async () => (await held()).find(({ title }) => fits(title)));

  test('tricky text is kept as it is, half characters aside, and shown to nobody', async () => {
    for (const name of await page.evaluate(() => hostile.tricks)) {
      const before = new Set((await held()).map(({ id }) => id));
      const { outcome } = await page.evaluate((trick) => hostile.trick(trick), name);
      expect(outcome).toBe('returned');
      const item = await until(`"${name}" to be held`, async () => (await held()).find(({ id }) => !before.has(id)));
      expect(item.title.length).toBeGreaterThan(0);
      expect(item.title.length).toBeLessThanOrEqual(TITLE_CAP);
    }
    expect(await world().driver.shown()).toEqual([]);
  });

  test('a title of a million characters is cut, and the page does not stand still', async () => {
    expect(await page.evaluate(() => hostile.huge(1_000_000))).toMatchObject({ outcome: 'returned', value: 1_000_005 });
    const item = await heldAs((title) => title.startsWith('huge'));
    expect(item.title).toHaveLength(TITLE_CAP);
    expect(item.text).toHaveLength(TEXT_CAP);
  });

  test.for(ODDITIES)('%s: the site sees what it would see without us', async (oddity) => {
    const { driver, practice } = world();
    const native = await driver.openPage(`${practice.otherOrigin}/hostile/`);
    const expected = await native.evaluate((name) => hostile[name](), oddity);
    await native.close();
    const seen = await page.evaluate((name) => hostile[name](), oddity);
    // A wrong value for the title is converted by us, and so refused in the words of plain JavaScript: same kind of error.
    const kind = (attempt: Attempt): Attempt =>
      oddity === 'symbolTitle' ? { ...attempt, value: String(attempt.value).split(':')[0] } : attempt;
    expect(kind(seen)).toEqual(kind(expected));
  });

  test('invented events open no line to us', async () => {
    const { results, heard } = await page.evaluate((names) => hostile.forge(names), PRIVATE_EVENTS);
    expect(results.map(({ value }) => value)).toEqual([false, false]);
    expect(heard).toEqual([]);
    await page.evaluate(() => new Notification('after the forgery').title);
    await heldAs((title) => title === 'after the forgery');
  });

  test('poisoned prototypes overhear nothing of ours', async () => {
    const { driver, practice } = world();
    const poisoned = await driver.openPage(`${practice.origin}/hostile/?poison`);
    const heard = await poisoned.evaluate(async () => {
      const { trick } = hostile;
      const resolve = (done: () => void): unknown => requestAnimationFrame(() => requestAnimationFrame(done));
      overheard.length = 0;
      trick('markup');
      await new Promise<void>(resolve);
      return [...overheard];
    });
    // The driver's own script runs in the page as well, and uses iterators and promises, but never a port.
    expect(heard.filter((name) => /Port|Event|JSON|Reflect|Object\.prototype/.test(name))).toEqual([]);
    await heldAs((title) => title.startsWith('<img'));
  });

  test('of a flood each one is held or, where an answer came too late, shown; none is lost', async () => {
    const { driver } = world();
    const total = 1_000;
    await driver.forgetShown();
    await page.evaluate((count) => hostile.flood(count, 'flood'), total);
    const heldOfIt = async () => (await held()).map(({ title }) => title).filter((title) => title.startsWith('flood'));
    const shownOfIt = async () => (await driver.shown()).map(({ title }) => title);
    await until(
      'the flood to be taken',
      // One that is shown late is held too for the moment until the page has said so.
      async () => (await heldOfIt()).length + (await shownOfIt()).length === total,
      50_000,
    );
    const titles = [...(await heldOfIt()), ...(await shownOfIt())];
    expect(new Set(titles)).toEqual(new Set(Array.from({ length: total }, (_, i) => `flood ${i}`)));
    const contacts = (await readLog(desk)).filter(({ kind }) => kind === 'contact');
    expect(contacts.length).toBeGreaterThanOrEqual(total);
  });
});
