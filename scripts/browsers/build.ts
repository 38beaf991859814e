import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from './driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WXT = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));

/** WXT's name for each browser's build; Edge runs in no test, but has a package of its own. */
const TARGET: Readonly<Record<BrowserName | 'edge', string>> = { chromium: 'chrome', firefox: 'firefox', edge: 'edge' };

/**
 * Builds the extension and returns the folder of the result. The `test` build differs in one thing only: it requires what
 * the real one asks for, since no program can press a browser's "Allow" for it.
 */
export async function buildExtension(browser: BrowserName | 'edge', mode: 'production' | 'test'): Promise<string> {
  const args = [WXT, 'build', '-b', TARGET[browser], '--mv3', '--mode', mode];
  // A test runner's NODE_ENV would reach the build and make another one of it; its colours would clutter an error.
  const { NODE_ENV: _, FORCE_COLOR: __, ...environment } = process.env;
  const env = { ...environment, NO_COLOR: '1' };
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The extension did not build.\n${said}`))));
  });
  return extensionFolder(browser, mode);
}

/** Where WXT puts a build. */
export const extensionFolder = (browser: BrowserName | 'edge', mode: 'production' | 'test'): string =>
  fileURLToPath(new URL(`../../.output/${TARGET[browser]}-mv3${mode === 'test' ? '-test' : ''}`, import.meta.url));
