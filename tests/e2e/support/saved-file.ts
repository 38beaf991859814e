import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { until } from '../../../scripts/browsers/wait.ts';
import { press } from './our-page.ts';

/** The file that a press of this button saves in the browser's download folder, once it is whole. */
export async function savedBy(page: Page, button: string, folder: string): Promise<{ name: string; text: string }> {
  const before = new Set(await readdir(folder));
  await press(page, button);
  return until(
    `a file by "${button}"`,
    async () => {
      const name = (await readdir(folder)).find(
        (file) => !before.has(file) && /^(?:settings|log)-.*(?:json|csv)$/u.test(file),
      );
      if (name === undefined) return null;
      const text = await readFile(join(folder, name), 'utf8');
      return text === '' ? null : { name, text };
    },
    20_000,
  );
}
