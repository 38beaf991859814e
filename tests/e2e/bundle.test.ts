import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { until } from '../../scripts/browsers/wait.ts';
import { commandsOf, follow, judged, removeFolders, run, type Unpacked, unpacked } from '../core/export/unpacked.ts';
import { savedBundle } from './bundle/saved-bundle.ts';
import { sealed } from './bundle/sealed.ts';
import { violationsOf } from './support/axe.ts';
import { verified, withOneByteChanged } from './support/bundle-files.ts';
import { fill, press, textOf, untilSays } from './support/our-page.ts';
import { deskOf, send, setUpHours } from './support/person.ts';
import { ring } from './support/practice-page.ts';
import { useWorld } from './support/world.ts';

const LONG_MS = 180_000;

const SENDER = 'Zebedee Quill';
const WORDS = 'the budget of Larkspur is due tonight';

const folder = mkdtempSync(join(tmpdir(), 'clocked-off-bundle-'));
afterAll(async () => {
  removeFolders();
  await rm(folder, { recursive: true, force: true });
});

const everythingIn = ({ paths, read }: Unpacked): string => paths.map(read).join('\n');

describe('an evidence bundle', () => {
  const world = useWorld({ downloadDir: folder });
  let made: { path: string; key: string };

  test('is made on the log page, and stands before judges who know nothing of us', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const change = { record: { sender: 'name', title: true, text: true } } as const;
    await setUpHours(driver, { hours: 'off', origins: [practice.origin, practice.otherOrigin], change });
    const desk = await deskOf(driver);
    for (const [origin, count] of [
      [practice.origin, 3],
      [practice.otherOrigin, 2],
    ] as const) {
      const site = await driver.openPage(`${origin}/`);
      for (let n = 1; n <= count; n += 1) await ring(site, { route: 'page', title: `${SENDER}: ${n}`, body: WORDS });
    }
    await until('all to be held', async () => (await send(desk, 'held.read', null)).length === 5);

    const log = await driver.openPage(driver.extensionUrl('/log.html'));
    await press(log, 'Make an evidence bundle');
    await fill(log, 'Name of the file', 'Überstunden');
    await press(log, 'Show what would leave');
    await untilSays(log, 'Use a name of at most 64 letters');
    await fill(log, 'Name of the file', 'documents-1');
    await press(log, 'Practice 2');
    await press(log, 'Show what would leave');
    await untilSays(log, '3 contacts, of Practice 1');
    const preview = await textOf(log);
    for (const words of ['No names of senders', 'No titles', 'No texts', '1 checkpoint, confirmed by others: 0'])
      expect(preview).toContain(words);
    const withheld = Number(/(\d+) entries are withheld/u.exec(preview)?.[1]);
    expect(withheld).toBeGreaterThanOrEqual(2);
    await log.setViewport({ width: 320, height: 640 });
    expect(await violationsOf(log)).toEqual([]);
    expect(await log.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await log.setViewport({ width: 1_100, height: 800 });
    const path = await savedBundle(log, 'documents-1.zip', folder);
    const key = /Key number\s*(\d{5}(?: \d{5}){5})/u.exec(await textOf(log))?.[1] ?? '';

    const zip = await readFile(path);
    expect(judged([zip])[0]?.length).toBeGreaterThan(15);
    expect(run(['unzip', '-tq', path], folder).ok).toBe(true);
    const bundle = unpacked(zip);
    const commands = commandsOf(bundle);
    expect(commands.map((command) => command.split(/[ \n]/u)[0])).toEqual([
      ...['sha256sum', 'ssh-keygen', 'import', 'import', 'ssh-keygen'],
    ]);
    const told = commands.map((command) => follow(bundle, command));
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    expect(told[1]?.told).toContain('Good "clocked-off/bundle/v1" signature for worker');
    expect(told[2]?.told).toMatch(/0001\.txt fits\n$/u);
    expect(told[4]?.told).toContain('Good "clocked-off/checkpoint/v1" signature for worker');

    // Nothing of what the person kept for themselves, nor of the app that was left out.
    const all = everythingIn(bundle);
    for (const secret of ['Zebedee', 'Larkspur', 'Practice 2', 'site-2', practice.otherOrigin])
      expect([secret, all.includes(secret)]).toEqual([secret, false]);
    expect(all).toContain('Practice 1');
    expect(bundle.read('data/log.ndjson').match(/^\{"withheld":"[0-9a-f]{64}"\}$/gmu)).toHaveLength(withheld);
    expect(bundle.read('VERIFY.html')).toMatch(/^<!doctype html>/iu);

    const changed = Buffer.from(zip);
    const place = changed.length >> 2;
    changed[place] = (changed[place] ?? 0) ^ 1;
    const bent = join(folder, 'bent.zip');
    await writeFile(bent, changed);
    const [good, bad] = await Promise.all([path, bent].map((one) => verified(one, '--key', key)));
    expect(good).toMatchObject({ code: 0 });
    expect(good?.told).not.toMatch(/^!/mu);
    expect(bad?.code).not.toBe(0);
    made = { path, key };

    // The same once more, with everything that was kept: it was there to be withheld.
    await press(log, 'Practice 2');
    for (const part of ['Aliases of senders', 'Names of senders', 'Titles', 'Texts']) await press(log, part);
    await fill(log, 'Name of the file', 'documents-2');
    await press(log, 'Show what would leave');
    await untilSays(log, '5 contacts, of Practice 1 and Practice 2');
    const open = unpacked(await readFile(await savedBundle(log, 'documents-2.zip', folder)));
    expect(open.read('data/private.ndjson').split('\n')).toHaveLength(6);
    for (const file of ['data/private.ndjson', 'data/log.csv', 'REPORT.html'])
      expect([file, open.read(file).includes('Zebedee')]).toEqual([file, true]);
    expect(everythingIn(open)).toContain(WORDS);
    // Each bundle may bring a checkpoint of its own, and with it a command more.
    const again = commandsOf(open).map((command) => follow(open, command));
    expect(again.length).toBeGreaterThanOrEqual(commands.length);
    expect(again.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is checked by its own VERIFY.html, opened as a file, without a network', { timeout: LONG_MS }, async () => {
    const { driver, practice } = world();
    const zip = await readFile(made.path);
    const bundle = unpacked(zip);
    const page = await driver.openPage(pathToFileURL(join(bundle.folder, 'VERIFY.html')).href);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    /** Title, state and first sentence of each answer about this file. */
    const told = async (name: string): Promise<string[]> => {
      const input = await until('the place for a ZIP', () => page.$('input[type="file"][accept*="zip"]'));
      await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
      await untilSays(page, `What “${name}” shows`);
      return page.$$eval('dl > div', (all) =>
        all.map((line) =>
          [...line.querySelectorAll('dt span, dd > p')].map(({ textContent }) => textContent).join(' '),
        ),
      );
    };
    const lines = bundle.read('data/log.ndjson').trimEnd().split('\n').length;
    const count = /^Log-Lines: 1-(\d+)$/mu.exec(bundle.read('bag-info.txt'))?.[1];
    expect(count).toBe(`${lines}`);
    expect(await told('documents-1.zip')).toEqual([
      expect.stringMatching(/^Files In order All \d+ files are as they were when the bundle was made\.$/u),
      `Chain In order Unbroken: ${lines} entries, each of which names the one before.`,
      expect.stringMatching(/^Anchors Open 1 checkpoint fits the log, up to entry \d+\. /u),
      expect.stringContaining(`Identity Open Signed with key number ${made.key}. Whose it is, the bundle cannot prove`),
    ]);
    await fill(page, 'Key number you were told (optional)', made.key);
    await untilSays(page, `Signed with key number ${made.key}, which is the one that you typed.`);

    await writeFile(join(folder, 'changed.zip'), withOneByteChanged(zip));
    const [files, chain] = await told('changed.zip');
    expect(files).toBe('Files Not in order “data/log.ndjson” was altered after the bundle was made.');
    expect(chain).toMatch(/^Chain Not in order Broken at entry \d+: /u);

    expect(asked.filter((url) => /^(?:https?|wss?):/u.test(url))).toEqual([]);
    const reach = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
    expect(await page.evaluate(reach, `${practice.origin}/`)).toBe('refused');
  });

  sealed(world, folder);
});
