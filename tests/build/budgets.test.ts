import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exists, filesIn, ROOT, read } from '../repo/files.ts';

const KB = 1_000;

/** Sizes of DESIGN §9, in bytes as built; the page's share is argued in docs/decisions/0010-ten-kilobytes-in-a-work-page.md. */
const BUDGETS = { hookAndBridge: 10.75 * KB, background: 120 * KB, popup: 40 * KB, package: 400 * KB } as const;

const bytesOf = (path: string): Buffer => readFileSync(join(ROOT, path));

/** A script and every chunk that it loads with it, by path. */
function withChunks(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const match of read(path).matchAll(/(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']/gu)) {
    const root = path.split('/').slice(0, 2).join('/');
    const chunk = match[1] ?? '';
    withChunks(chunk.startsWith('/') ? root + chunk : new URL(chunk, `file:///${path}`).pathname.slice(1), seen);
  }
  return seen;
}

function scriptsOfPage(folder: string, page: string): Set<string> {
  const seen = new Set<string>();
  for (const match of read(`${folder}/${page}`).matchAll(/(?:src|href)="(\/[^"]+\.js)"/gu))
    withChunks(folder + match[1], seen);
  return seen;
}

const sizeOf = (paths: Iterable<string>): number => [...paths].reduce((sum, path) => sum + bytesOf(path).length, 0);

/** What a ZIP of these files takes: the deflated bytes, and two headers with the name for each. */
const zipSize = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + deflateRawSync(bytesOf(path), { level: 9 }).length + 76 + 2 * path.length, 22);

describe.each(['chrome', 'firefox', 'edge'])('the build for %s', (browser) => {
  const folder = `.output/${browser}-mv3`;
  const built = (): void => {
    if (!exists(`${folder}/manifest.json`))
      throw new Error(`There is no ${folder} to measure. Run "npm run build" first.`);
  };

  it('loads at most 10.75 kB into a work page', () => {
    built();
    const size = sizeOf([`${folder}/page-hook.js`, `${folder}/bridge.js`]);
    expect(
      size,
      'page-hook.js and bridge.js are in every work page: what can go to the background?',
    ).toBeLessThanOrEqual(BUDGETS.hookAndBridge);
  });

  it('has a background of at most 120 kB', () => {
    built();
    const size = sizeOf(withChunks(`${folder}/background.js`));
    expect(size, 'The background starts on every wake-up: which import does it not need?').toBeLessThanOrEqual(
      BUDGETS.background,
    );
  });

  it('has a popup of at most 40 kB of script', () => {
    built();
    const scripts = scriptsOfPage(folder, 'popup.html');
    expect(scripts.size, `${folder}/popup.html names no script`).toBeGreaterThan(0);
    expect(sizeOf(scripts), `The popup must open at once; it loads ${[...scripts].join(', ')}`).toBeLessThanOrEqual(
      BUDGETS.popup,
    );
  });

  it('packs into at most 400 kB', () => {
    built();
    expect(zipSize(filesIn(folder)), 'Which file of the package is not worth its weight?').toBeLessThanOrEqual(
      BUDGETS.package,
    );
  });
});
