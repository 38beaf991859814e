import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import type { Treatment } from '../../utils/core/contact/types.ts';
import { type ChatSite, startChatSite } from './converse/chat-site.ts';
import { type Prosody, startProsody } from './converse/prosody.ts';
import { connectSender, type Sender } from './converse/xmpp-sender.ts';
import { readLog } from './support/log.ts';
import { deskOf, send, setUpHours } from './support/person.ts';
import { useWorld } from './support/world.ts';

const WORKER = { user: 'ines', password: 'ines-and-only-here', name: 'Ines Ibarra' };
const BOSS = { user: 'rolf', password: 'rolf-and-only-here', name: 'Rolf Ruiz' };

/** How Converse.js words a message from BOSS. */
const TITLE = 'Rolf Ruiz says';

/** The only app of these tests. */
const APP = 'site-1';

/** A chat client and a chat server that nobody here wrote: Converse.js as it comes from npm, against Prosody. */
describe('Converse.js', () => {
  const world = useWorld();
  let prosody: Prosody;
  let site: ChatSite;
  let boss: Sender;
  let desk: Page;
  let chat: Page | null = null;

  beforeAll(async () => {
    prosody = await startProsody([WORKER, BOSS]);
    site = await startChatSite(prosody, WORKER);
    boss = await connectSender(prosody, BOSS);
    await world().driver.allowNotifications(site.origin);
    desk = await deskOf(world().driver);
  });

  afterAll(async () => {
    boss?.close();
    await site?.close();
    await prosody?.close();
  });

  const set = (hours: 'working' | 'off', treatment: Treatment): Promise<Page> =>
    setUpHours(world().driver, { hours, treatment, origins: [site.origin] });

  /** The worker's chat, freshly loaded and logged in, behind another tab: a client in view has no reason to notify. */
  const openChat = async (): Promise<Page> => {
    const { driver } = world();
    await chat?.close();
    await boss.waitUntilOffline(WORKER);
    await send(desk, 'held.dismiss', { ids: (await held()).map(({ id }) => id) });
    await driver.forgetShown();
    chat = await driver.openPage(`${site.origin}/`);
    await boss.waitUntilOnline(WORKER);
    await chat.waitForFunction((name) => document.body.textContent.includes(name), {}, BOSS.name);
    await driver.hide(chat);
    return chat;
  };

  const held = () => send(desk, 'held.read', null);
  const contacts = async () => (await readLog(desk)).filter(({ kind }) => kind === 'contact');
  const inHours = async (): Promise<number> => (await send(desk, 'status.read', null)).today.inHours[APP] ?? 0;
  const shownText = (text: string) => world().driver.waitForShown(({ body }) => body === text);

  test('after hours a message is held, and opens its conversation when the person asks for it', async () => {
    const { driver } = world();
    const text = 'Can you <quickly> look at Q3 & Q4?';
    await set('off', 'hold');
    const chat = await openChat();
    boss.send(WORKER, text);
    const item = await until('a held message', async () => (await held())[0]);
    expect(item).toMatchObject({ app: APP, origin: site.origin, title: TITLE, text, handedOverAt: null });
    expect(await contacts()).toMatchObject([
      {
        seq: item.seq,
        app: APP,
        origin: site.origin,
        route: 'page',
        certainty: 'observed',
        treatment: 'hold',
        verdict: 'off',
      },
    ]);

    // What is displayed now proves that the observer would have seen the first one.
    await set('off', 'show');
    boss.send(WORKER, 'And one more thing');
    await shownText('And one more thing');
    expect((await driver.shown()).map(({ body }) => body)).toEqual(['And one more thing']);

    await send(desk, 'held.open', { id: item.id });
    await untilOpen(chat, text);
    expect(await chat.evaluate(() => document.visibilityState)).toBe('visible');
    expect(await held()).toEqual([]);
  });

  test('after hours a flagged message is shown without a sound and with the mark', async () => {
    const { driver } = world();
    const text = 'No hurry at all';
    await set('off', 'flag');
    const chat = await openChat();
    const before = (await contacts()).length;
    boss.send(WORKER, text);
    const shown = await shownText(text);
    expect(shown).toMatchObject({ title: `After hours · ${TITLE}`, origin: site.origin, silent: true });
    expect((await contacts()).slice(before)).toMatchObject([{ app: APP, treatment: 'flag', verdict: 'off' }]);
    expect(await held()).toEqual([]);
    await driver.clickShown(shown.id);
    await untilOpen(chat, text);
  });

  test('during hours a message is shown as ever, counted and not logged', async () => {
    const { driver } = world();
    const text = 'The meeting is at ten';
    await set('working', 'hold');
    const chat = await openChat();
    const logged = (await readLog(desk)).length;
    const counted = await inHours();
    boss.send(WORKER, text);
    const shown = await shownText(text);
    expect(shown).toMatchObject({ title: TITLE, origin: site.origin });
    expect(shown.silent).not.toBe(true);
    await driver.clickShown(shown.id);
    await untilOpen(chat, text);
    await until('the count of messages in hours to rise', async () => (await inHours()) === counted + 1);
    expect(await readLog(desk)).toHaveLength(logged);
    expect(await held()).toEqual([]);
    expect(await driver.shown()).toHaveLength(1);
  });
});

/** Resolves when the conversation with this message is open in the chat. */
async function untilOpen(chat: Page, text: string): Promise<void> {
  const isOpen = (wanted: string): boolean => {
    const lines = [...document.querySelectorAll('.chat-msg__text')];
    return lines.find(({ textContent }) => textContent.trim() === wanted)?.checkVisibility() === true;
  };
  await until('the conversation to open', () => chat.evaluate(isOpen, text));
}
