import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { APP, type Background, openBackground } from './converse/background.ts';
import { type ChatSite, startChatSite } from './converse/chat-site.ts';
import { type Prosody, startProsody } from './converse/prosody.ts';
import { connectSender, type Sender } from './converse/xmpp-sender.ts';
import { useWorld } from './support/world.ts';

const WORKER = { user: 'ines', password: 'ines-and-only-here', name: 'Inés' };
const BOSS = { user: 'rolf', password: 'rolf-and-only-here', name: 'Rolf Ruiz' };

/** How Converse.js words the notification of a message from BOSS. */
const TITLE = 'Rolf Ruiz says';

/** A chat client and a chat server that nobody here wrote: Converse.js as it comes from npm, against Prosody. */
describe('Converse.js', () => {
  const world = useWorld();
  let prosody: Prosody;
  let site: ChatSite;
  let boss: Sender;
  let background: Background;
  let chat: Page | null = null;

  beforeAll(async () => {
    prosody = await startProsody([WORKER, BOSS]);
    site = await startChatSite(prosody, WORKER);
    boss = await connectSender(prosody, BOSS);
    const { driver } = world();
    await driver.allowNotifications(site.origin);
    await driver.grantHosts(['http://127.0.0.1/*']);
    background = await openBackground(driver, site.origin);
  });

  afterAll(async () => {
    boss?.close();
    await site?.close();
    await prosody?.close();
  });

  /** The worker's chat, freshly loaded and logged in, behind another tab: a client in view has no reason to notify. */
  const openChat = async (): Promise<Page> => {
    const { driver } = world();
    await chat?.close();
    await boss.waitUntilOffline(WORKER);
    await background.dismissAll();
    await driver.forgetShown();
    chat = await driver.openPage(`${site.origin}/`);
    await boss.waitUntilOnline(WORKER);
    await driver.hide(chat);
    return chat;
  };

  const shownText = (text: string) => world().driver.waitForShown(({ body }) => body === text);
  const contacts = async () => (await background.log()).filter(({ kind }) => kind === 'contact');

  test('after hours a message is held, and opens its conversation when the person asks for it', async () => {
    const { driver } = world();
    await background.set('off', 'hold');
    const chat = await openChat();
    boss.send(WORKER, 'Can you <quickly> look at Q3 & Q4?');
    const [held] = await until('a held message', async () => {
      const items = await background.ask('held.read', null);
      return items.length > 0 && items;
    });
    expect(held).toMatchObject({
      app: APP,
      origin: site.origin,
      title: TITLE,
      text: 'Can you <quickly> look at Q3 & Q4?',
      handedOverAt: null,
    });
    expect(await contacts()).toMatchObject([
      {
        seq: held?.seq,
        app: APP,
        origin: site.origin,
        route: 'page',
        certainty: 'observed',
        treatment: 'hold',
        verdict: 'off',
      },
    ]);

    // What is displayed later proves that the observer would have seen the first one.
    await background.set('off', 'show');
    boss.send(WORKER, 'And one more thing');
    await shownText('And one more thing');
    expect((await driver.shown()).map(({ body }) => body)).toEqual(['And one more thing']);

    await background.ask('held.open', { id: held?.id ?? '' });
    await untilOpen(chat, 'Can you <quickly> look at Q3 & Q4?');
    expect(await isInFront(chat)).toBe(true);
    expect(await background.ask('held.read', null)).toEqual([]);
  });

  test('after hours a flagged message is shown without a sound and with the mark', async () => {
    const { driver } = world();
    await background.set('off', 'flag');
    const chat = await openChat();
    const before = (await contacts()).length;
    boss.send(WORKER, 'No hurry at all');
    const shown = await shownText('No hurry at all');
    expect(shown).toMatchObject({ origin: site.origin, silent: true });
    expect(shown.title).toMatch(/^.+ Rolf Ruiz says$/);
    expect((await contacts()).slice(before)).toMatchObject([{ app: APP, treatment: 'flag', verdict: 'off' }]);
    expect(await background.ask('held.read', null)).toEqual([]);
    await driver.clickShown(shown.id);
    await untilOpen(chat, 'No hurry at all');
  });

  test('during hours a message is shown as ever, counted and not logged', async () => {
    const { driver } = world();
    await background.set('working', 'hold');
    const chat = await openChat();
    const logged = (await background.log()).length;
    const counted = await inHours();
    boss.send(WORKER, 'The meeting is at ten');
    const shown = await shownText('The meeting is at ten');
    expect(shown).toMatchObject({ title: TITLE, origin: site.origin });
    expect(shown.silent).not.toBe(true);
    await driver.clickShown(shown.id);
    await untilOpen(chat, 'The meeting is at ten');
    await until('the count of messages in hours to rise', async () => (await inHours()) === counted + 1);
    expect(await background.log()).toHaveLength(logged);
    expect(await background.ask('held.read', null)).toEqual([]);
    expect(await driver.shown()).toHaveLength(1);
  });

  const inHours = async (): Promise<number> => (await background.ask('status.read', null)).today.inHours[APP] ?? 0;
});

/** Resolves when the conversation with this message is open in the chat. */
async function untilOpen(chat: Page, text: string): Promise<void> {
  const isOpen = (wanted: string): boolean => {
    const lines = [...document.querySelectorAll('.chat-msg__text')];
    return lines.find(({ textContent }) => textContent.trim() === wanted)?.checkVisibility() === true;
  };
  await until('the conversation to open', () => chat.evaluate(isOpen, text));
}

const isInFront = (chat: Page): Promise<boolean> => chat.evaluate(() => document.visibilityState === 'visible');
