import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../../../scripts/browsers/wait.ts';
import { press, untilSays } from '../support/our-page.ts';

/** Saves the bundle that the page has shown, and gives its path. `file` is the name that it should have. */
export async function savedBundle(page: Page, file: string, folder: string): Promise<string> {
  await press(page, 'Save the bundle');
  await untilSays(page, `Saved as ${file}.`);
  const whole = async (): Promise<boolean> => {
    const files = await readdir(folder);
    return files.includes(file) && !files.some((name) => /\.(?:part|crdownload)$/u.test(name));
  };
  const path = join(folder, file);
  await until(`${file} to be whole`, async () => (await whole()) && (await readFile(path)).length > 0);
  return path;
}
