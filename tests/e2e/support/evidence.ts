import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserName, Driver } from '../../../scripts/browsers/index.ts';
import { within } from '../../../scripts/browsers/wait.ts';

const FOLDER = fileURLToPath(new URL('../artifacts', import.meta.url));

/** Removes what earlier runs in this browser saved. */
export async function clearEvidence(browser: BrowserName): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const own = (await readdir(FOLDER)).filter((name) => name.startsWith(`${browser}-`));
  await Promise.all(own.map((name) => rm(join(FOLDER, name), { force: true })));
}

const PICTURE_MS = 5_000;

/** Saves what a failed test looked like: a picture of each open page, and the list of shown notifications. */
export async function saveEvidence(driver: Driver, testName: string): Promise<void> {
  const name = `${driver.browser}-${testName.replace(/[^\p{L}\p{N}]+/gu, '-')}`.slice(0, 120);
  await mkdir(FOLDER, { recursive: true });
  try {
    await writeFile(join(FOLDER, `${name}.json`), JSON.stringify(await driver.shown(), null, 2));
    const pages = await driver.pages();
    for (const [index, page] of pages.entries()) {
      // Tabs behind the front one are not drawn, and would never come to a picture.
      await driver.bringToFront(page);
      const picture = await within('a picture', page.screenshot(), PICTURE_MS);
      await writeFile(join(FOLDER, `${name}-${index}.png`), picture);
    }
  } catch (error) {
    // A browser that was killed has nothing to show; the test's own failure must not be covered by that.
    console.error(`Could not save everything about "${testName}": ${String(error)}`);
  }
}
