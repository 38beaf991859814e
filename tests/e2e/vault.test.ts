import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { fill, press, textOf, untilSays } from './support/our-page.ts';
import { deskOf, send, setUpHours } from './support/person.ts';
import { ring, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

const LONG_MS = 180_000;

/** Does any stored value of the extension's database hold these words, as text or as bytes? `desk` is a page of the extension. */
const isOnDisk = (desk: Page, words: string): Promise<boolean> =>
  desk.evaluate(async (wanted) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const textIn = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
      if (typeof value === 'object' && value !== null) return Object.values(value).map(textIn).join('\n');
      return String(value);
    };
    const db = await settled(indexedDB.open('clocked-off'));
    const tx = db.transaction([...db.objectStoreNames]);
    const stores = [...db.objectStoreNames].filter((name) => name !== 'keys');
    const all = await Promise.all(stores.map((name) => settled(tx.objectStore(name).getAll())));
    db.close();
    return textIn(all).includes(wanted);
  }, words);

describe('the log under a passphrase', () => {
  const world = useWorld();
  const openPage = (path: string): Promise<Page> => world().driver.openPage(world().driver.extensionUrl(path));
  let passphrase = '';
  let options: Page;

  const hold = async (title: string): Promise<void> => {
    const { driver, practice } = world();
    const chat = await driver.openPage(`${practice.origin}/`);
    const { id } = await ring(chat, { route: 'page', title, body: `the words of ${title}` });
    await waitUntilSeen(chat, id, 'show');
    await chat.close();
  };
  /** What the popup's list says, once all of these stand in it. */
  const popupSays = async (...words: readonly string[]): Promise<string> => {
    const popup = await openPage('/popup.html');
    await press(popup, 'Show me now');
    for (const said of words) await untilSays(popup, said);
    const all = await textOf(popup);
    await popup.close();
    return all;
  };

  test('is set with words to be written down, and what was there goes under it', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const change = { record: { sender: 'name', title: true, text: true } } as const;
    const desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin], change });
    await hold('Marigold report');
    expect(await isOnDisk(desk, 'Marigold report')).toBe(true);

    options = await openPage('/options.html');
    await press(options, 'Set a passphrase');
    await untilSays(options, 'Write it on paper by hand');
    passphrase = await options.$eval('bdi[dir="ltr"]', (element) => element.textContent ?? '');
    expect(passphrase).toMatch(/^(?:[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]-?){5}$/u);
    await press(options, 'Next');
    await fill(options, 'Passphrase', 'something else');
    await press(options, 'Protect the log');
    await untilSays(options, 'The two are not the same');
    // As people write: in capitals, with blanks.
    await fill(options, 'Passphrase', passphrase.replaceAll('-', ' ').toUpperCase());
    await press(options, 'Protect the log');
    await untilSays(options, 'The log is under your passphrase.');
    expect(await isOnDisk(desk, 'Marigold')).toBe(false);
    await popupSays('Marigold report');
  });

  test('is locked at once, in every page; contacts are still written, and nothing of them can be read', async () => {
    const log = await openPage('/log.html');
    await untilSays(log, 'Marigold report');
    await press(options, 'Lock now');
    await untilSays(log, 'The log is locked');
    expect(await textOf(log)).not.toContain('Marigold');
    await hold('Foxglove meeting');
    const desk = await deskOf(world().driver);
    expect(await isOnDisk(desk, 'Foxglove')).toBe(false);
    expect(await send(desk, 'status.read', null)).toMatchObject({ vault: 'locked', heldCount: 2 });

    expect(await popupSays('2 messages, locked')).not.toMatch(/Marigold|Foxglove/u);

    await fill(log, 'Passphrase', 'not the passphrase');
    await press(log, 'Unlock');
    await untilSays(log, 'This is not the passphrase of this log');
    await fill(log, 'Passphrase', passphrase);
    await press(log, 'Unlock');
    await untilSays(log, 'Marigold report');
    await untilSays(log, 'Foxglove meeting');
    await press(log, 'Check the whole log');
    await untilSays(log, 'The chain is whole');
    await log.close();
  });

  test('is locked by the end of the browser, and opens again', { timeout: LONG_MS }, async () => {
    const { driver } = world();
    await driver.saveProfile();
    await driver.relaunch();
    const log = await openPage('/log.html');
    await untilSays(log, 'The log is locked');
    await hold('Hyacinth call');
    await fill(log, 'Passphrase', passphrase);
    await press(log, 'Unlock');
    await untilSays(log, 'Hyacinth call');
    await untilSays(log, 'Marigold report');
    await log.close();
    await popupSays('Foxglove meeting', 'Hyacinth call', 'Marigold report');
  });

  test('goes with everything when everything is erased: the next log has none', async () => {
    const desk = await deskOf(world().driver);
    options = await openPage('/options.html');
    await press(options, 'Erase everything');
    await untilSays(options, 'The key goes first');
    await press(options, 'Erase for good');
    await untilSays(options, 'Everything was erased.');
    expect(await send(desk, 'status.read', null)).toMatchObject({ vault: 'none', heldCount: 0 });
    await hold('Snowdrop note');
    await popupSays('Snowdrop note');
    expect(await isOnDisk(desk, 'Snowdrop note')).toBe(true);
  });
});
