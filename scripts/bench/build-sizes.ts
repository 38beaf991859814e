import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const KB = 1_000;

/**
 * Bytes, as built: DESIGN §9, but for what decisions 10 (work pages), 12, 13 and 16 (background, package) argue. Checked by
 * `npm test`, printed by `npm run bench`.
 */
export const SIZE_BUDGETS = {
  hookAndBridge: 10.75 * KB,
  background: 122 * KB,
  popup: 40 * KB,
  package: 460 * KB,
} as const;

export type SizeName = keyof typeof SIZE_BUDGETS;

/**
 * Sizes of one build, `folder` being that of one browser.
 * @throws when there is no build.
 */
export function sizesOf(folder: string): Readonly<Record<SizeName, number>> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no ${folder} to measure. Run "npm run build" first.`);
  const popup = scriptsOfPage(folder, 'popup.html');
  if (popup.size === 0) throw new Error(`${folder}/popup.html names no script`);
  return {
    hookAndBridge: sizeOf([join(folder, 'page-hook.js'), join(folder, 'bridge.js')]),
    background: sizeOf(withChunks(folder, join(folder, 'background.js'))),
    popup: sizeOf(popup),
    package: zipSize(folder),
  };
}

const sizeOf = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + readFileSync(path).length, 0);

/** A script and every chunk that it loads with it. */
function withChunks(folder: string, path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const imports = /(?:\bfrom|\bimport)\s*["'](\.{0,2}\/[^"']+\.js)["']/gu;
  for (const [, chunk = ''] of readFileSync(path, 'utf8').matchAll(imports))
    withChunks(folder, chunk.startsWith('/') ? join(folder, chunk) : join(dirname(path), chunk), seen);
  return seen;
}

function scriptsOfPage(folder: string, page: string): Set<string> {
  const seen = new Set<string>();
  const html = readFileSync(join(folder, page), 'utf8');
  for (const [, script = ''] of html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/gu))
    withChunks(folder, join(folder, script), seen);
  return seen;
}

/** What a ZIP of the folder takes: the deflated bytes, and two headers with the name for each file. */
function zipSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => {
    const path = join(parentPath, name);
    const inZip = path.slice(folder.length + 1);
    return sum + deflateRawSync(readFileSync(path), { level: 9 }).length + 76 + 2 * inZip.length;
  }, 22);
}
