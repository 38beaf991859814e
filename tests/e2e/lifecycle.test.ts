import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { logStoreTests } from './lifecycle/log-store.ts';
import { readLines } from './support/log.ts';
import { deskOf, send, setUpHours } from './support/person.ts';
import { ring, ringAll, waitUntilSeen } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

const temporary: string[] = [];
afterAll(() => Promise.all(temporary.map((dir) => rm(dir, { recursive: true, force: true }))));

/** The same build under a higher version number. */
async function nextVersionOf(dir: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'clocked-off-next-'));
  temporary.push(copy);
  await cp(dir, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest: { version: string } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
  return copy;
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** What a verifier says of the log as it lies in the browser's database. */
async function chainOf(desk: Page): Promise<Awaited<ReturnType<typeof verifyChain>>> {
  const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
  return verifyChain(inTurn(await readLines(desk)), sha256);
}

declare const chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> } };

const watchedScripts = async (): Promise<string[]> =>
  (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);

const held = async (desk: Page): Promise<string[]> => (await send(desk, 'held.read', null)).map(({ title }) => title);

describe('the background comes and goes', () => {
  const world = useWorld({ siteStorageMb: 10 });

  test('a notification wakes a stopped background and is held', async () => {
    const { driver, practice } = world();
    const desk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    const page = await driver.openPage(`${practice.origin}/`);
    for (const title of ['first sleep', 'second sleep']) {
      await driver.stopBackground();
      const { id } = await ring(page, { route: 'page', title });
      await waitUntilSeen(page, id, 'show');
    }
    expect(await held(desk)).toEqual(expect.arrayContaining(['first sleep', 'second sleep']));
    expect(await driver.shown()).toEqual([]);
  });

  test('stopped in the middle of messages, again and again: each contact is recorded once, none is lost', async () => {
    const { driver, practice } = world();
    const desk = await deskOf(driver);
    const page = await driver.openPage(`${practice.origin}/`);
    const titles = Array.from({ length: 400 }, (_, n) => `in the middle ${n}`);
    const rung: Promise<unknown>[] = [];
    for (let from = 0; from < titles.length; from += 50) {
      const some = titles.slice(from, from + 50);
      // All at once: what is offered again after an interruption arrives together with what is new.
      const all = await ringAll(
        page,
        some.map((title) => ({ route: 'page', title })),
      );
      rung.push(...all.map(({ id }) => waitUntilSeen(page, id, 'show', 20_000)));
      await driver.interruptBackground();
    }
    await Promise.all(rung);
    const keptOrShown = async (): Promise<string[]> => {
      const kept = (await held(desk)).filter((title) => title.startsWith('in the middle'));
      const shown = (await driver.shown()).map(({ title }) => title);
      return [...kept, ...shown].sort();
    };
    // What nobody answered for two seconds was shown; that it is no longer held is told as soon as somebody listens again.
    await until('the last to be told', async () => (await keptOrShown()).length === titles.length, 20_000);
    expect(await keptOrShown()).toEqual([...titles].sort());
    expect(await chainOf(desk)).toMatchObject({ ok: true });
  });

  logStoreTests(world);
});

describe('the extension is updated or removed while pages are open', () => {
  const world = useWorld();

  test('after an update, open pages and new pages are held by the new version', async () => {
    const { driver, practice } = world();
    const oldDesk = await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    const before = await driver.openPage(`${practice.origin}/`);
    await ring(before, { route: 'page', title: 'by the old version' });
    await until('it to be held', async () => (await held(oldDesk)).includes('by the old version'));
    await driver.updateExtension(await nextVersionOf(inject('extensionDir')));
    // The browser dropped the old version's scripts; the new one registers its own as soon as it runs.
    const desk = await deskOf(driver);
    await until('the new version to watch', () => desk.evaluate(watchedScripts).then((ids) => ids.length === 2));
    const after = await driver.openPage(`${practice.origin}/`);
    for (const page of [after, before]) {
      const title = page === after ? 'in a new page' : 'in an old page';
      await until(`${title} to be held`, async () => {
        await ring(page, { route: 'page', title });
        return (await held(desk)).includes(title);
      });
    }
    expect(await held(desk)).toContain('by the old version');
  });

  test('after removal, open pages notify natively again', async () => {
    const { driver, practice } = world();
    const page = await driver.openPage(`${practice.origin}/`);
    await driver.removeExtension();
    await ring(page, { route: 'page', title: 'native again' });
    await driver.waitForShown(({ title }) => title === 'native again');
    await ring(page, { route: 'page-registration', title: 'native too' });
    await driver.waitForShown(({ title }) => title === 'native too');
  });
});

describe('the browser is killed', () => {
  const world = useWorld();

  test('SIGKILL during a burst of 5 000: what the page knew as held is in the log, and the chain is whole', async () => {
    const { driver, practice } = world();
    await setUpHours(driver, { hours: 'off', origins: [practice.origin] });
    // The extension and its permission are older than the burst, as they are for a person: Chromium writes them every 10 s.
    await driver.saveProfile();
    const page = await driver.openPage(`${practice.origin}/`);
    const acknowledged = (): string[] =>
      practice.workerSaw().flatMap(({ what, detail }) => (what === 'shown' ? detail.split(' ') : []));
    await page.evaluate(() => {
      let batch: string[] = [];
      for (let n = 0; n < 5_000; n += 1) {
        const notification = new Notification(`burst-${n}`, { body: 'after hours' });
        // Shown or held, the site gets its event once the answer is there; what was shown natively is seen beneath.
        notification.addEventListener('show', () => {
          batch.push(notification.title);
          if (batch.length < 50) return;
          const sighting = { what: 'shown', title: 'batch', detail: batch.join(' ') };
          batch = [];
          void fetch('/worker-saw', { method: 'POST', body: JSON.stringify(sighting) });
        });
      }
    });
    await until('1 000 acknowledged contacts', () => acknowledged().length >= 1_000 || undefined, 60_000);
    const known = acknowledged();
    const shown = new Set((await driver.shown()).map(({ title }) => title));
    await driver.kill();
    await driver.relaunch();

    const desk = await deskOf(driver);
    const kept = new Set(await held(desk));
    expect(known.filter((title) => !kept.has(title) && !shown.has(title))).toEqual([]);
    expect(await chainOf(desk)).toMatchObject({ ok: true });

    const again = await driver.openPage(`${practice.origin}/`);
    const { id } = await ring(again, { route: 'page', title: 'after the restart' });
    await waitUntilSeen(again, id, 'show');
    expect(await held(desk)).toContain('after the restart');
  });
});
