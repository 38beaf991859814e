import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, expect, test } from 'vitest';
import { until } from '../../../scripts/browsers/wait.ts';
import { commandsOf, follow, unpacked } from '../../core/export/unpacked.ts';
import { type AgeTool, ageTool } from '../../core/seal/age-cli.ts';
import { choose, fill, press, textOf, untilSays } from '../support/our-page.ts';
import type { World } from '../support/world.ts';
import { savedBundle } from './saved-bundle.ts';

const LONG_MS = 180_000;
const INSTALL_MS = 300_000;
const VOICE = Buffer.from('a voice message, so to speak', 'utf8');

const upload = async (page: Page, selector: string, path: string): Promise<void> => {
  const input = await until(`a place for ${path}`, () => page.$(selector));
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
};

/** A call with a file beside it, handed over in a bundle that only the delegate opens. */
export function sealed(world: () => World, folder: string): void {
  let age: AgeTool;
  beforeAll(async () => {
    age = await ageTool();
  }, INSTALL_MS);

  test('with a copy of a file is sealed to a delegate, and opened by age and by VERIFY.html', {
    timeout: LONG_MS,
  }, async () => {
    const { driver } = world();
    const voice = join(folder, 'voice.ogg');
    await writeFile(voice, VOICE);
    const log = await driver.openPage(driver.extensionUrl('/log.html'));
    await press(log, 'Add a contact by hand');
    await press(log, 'Phone call');
    await press(log, 'More details');
    await upload(log, 'form input[type="file"]', voice);
    await press(log, 'Also keep a copy here and put it into bundles');
    await press(log, 'Add to the log');
    await untilSays(log, /Added as line \d+\./u);

    const keys = age.keygen();
    await press(log, 'Make an evidence bundle');
    await fill(log, 'Name of the file', 'documents-3');
    for (const part of ['Texts', 'My own notes']) await press(log, part);
    await choose(log, 'Does your employer own or manage this computer?', 'Yes');
    await untilSays(log, 'a sealed file tells them nothing');
    await fill(log, 'Your delegate’s public key', keys.match(/AGE-SECRET-KEY-1\w+/u)?.[0] ?? '');
    await press(log, 'Show what would leave');
    await until('the secret key to be refused', async () => (await log.$$('form [role="alert"]')).length === 1);
    await fill(log, 'Your delegate’s public key', age.publicOf(keys));
    await press(log, 'Show what would leave');
    await untilSays(log, 'You will not be able to open it yourself');
    expect(await textOf(log)).toContain('A copy of 1 file');
    const path = await savedBundle(log, 'documents-3.zip.age', folder);
    expect((await readdir(folder)).filter((name) => name.startsWith('documents-3'))).toEqual(['documents-3.zip.age']);

    const file = await readFile(path);
    expect(file.includes('manifest-sha256')).toBe(false);
    expect(age.open(file, age.keygen())).toBeNull();
    const zip = age.open(file, keys);
    const bundle = unpacked(zip ?? Buffer.alloc(0));
    const digest = createHash('sha256').update(VOICE).digest('hex');
    expect(bundle.read(bundle.paths.find((name) => name.includes(digest.slice(0, 16))) ?? '')).toBe(VOICE.toString());
    expect(bundle.read('data/private.ndjson')).toContain(digest);
    expect(
      commandsOf(bundle)
        .map((command) => follow(bundle, command))
        .filter(({ ok }) => !ok),
    ).toEqual([]);

    await writeFile(join(folder, 'stranger.txt'), age.keygen());
    await writeFile(join(folder, 'key.txt'), keys);
    const page = await driver.openPage(pathToFileURL(join(bundle.folder, 'VERIFY.html')).href);
    await upload(page, 'input[type="file"][accept*="zip"]', path);
    await untilSays(page, '“documents-3.zip.age” is sealed');
    await upload(page, 'input[aria-label="Choose the key file"]', join(folder, 'stranger.txt'));
    await until('the wrong key to be told', async () => (await page.$$('[role="alert"]')).length > 0);
    await upload(page, 'input[aria-label="Choose the key file"]', join(folder, 'key.txt'));
    await untilSays(page, 'What “documents-3.zip.age” shows');
    await untilSays(page, /All \d+ files are as they were when the bundle was made\./u);
    await page.close();
    await log.close();
  });
}
