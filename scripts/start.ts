import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './browsers/build.ts';
import type { BrowserName, Driver } from './browsers/driver.ts';
import { anyBrowser, findBrowser, MissingProgram } from './browsers/find.ts';
import { launch } from './browsers/index.ts';
import { type EveningRow, playEvening } from './practice/evening.ts';
import { startPractice } from './practice/server.ts';

/**
 * `npm start`: builds the extension and opens it in a real browser, together with a work app to practise with. Where there
 * is no screen, or with `--headless`, it plays an evening by itself and prints what became of each notification.
 */
const USAGE = 'npm start -- [--browser chromium|firefox] [--headless]';

const say = (line: string): void => console.error(line);

function chosenBrowser(name: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new MissingProgram(`There is no browser "${name}" here: ${USAGE}`);
}

function hasScreen(): boolean {
  if (process.env.CI !== undefined) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { browser: { type: 'string' }, headless: { type: 'boolean', default: !hasScreen() } },
  });
  const browser = values.browser === undefined ? await anyBrowser() : chosenBrowser(values.browser);
  await findBrowser(browser);
  say(`Building the extension for ${browser} …`);
  const extensionDir = await buildExtension(browser, 'production');
  await (values.headless ? evening(browser, extensionDir) : openForPerson(browser, extensionDir));
}

/** A browser to look at and try things in; ends when its window is closed or Ctrl+C is pressed. */
async function openForPerson(browser: BrowserName, extensionDir: string): Promise<void> {
  let driver: Driver | undefined;
  const practice = await startPractice({
    deliverPush: async (payload) => driver?.deliverPush(`${practice.origin}/`, payload),
  });
  say(`Starting ${browser} …`);
  const notifications = [practice.origin];
  driver = await launch(browser, { extensionDir, headless: false, observe: false, notifications });
  const interrupted = new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  try {
    await driver.openPage(`${practice.origin}/`);
    say(`
Practice Chat is a work app that lives on this computer: ${practice.origin}
1. In the tab "Clocked Off", set your hours so that you are off now, and add that address as a work app.
2. In Practice Chat, press "Ring".
Close the browser, or press Ctrl+C here, to end.`);
    await Promise.race([driver.ended(), interrupted]);
  } finally {
    await driver.close();
    await practice.close();
  }
}

async function evening(browser: BrowserName, extensionDir: string): Promise<void> {
  let driver: Driver | undefined;
  const openSite = async () => {
    const site = await startPractice({ deliverPush: async (push) => driver?.deliverPush(`${site.origin}/`, push) });
    return site;
  };
  const sites = { Chat: await openSite(), Mail: await openSite(), Desk: await openSite() };
  const downloadDir = await mkdtemp(join(tmpdir(), 'clocked-off-export-'));
  say(`Starting ${browser} without a window …`);
  const notifications = Object.values(sites).map(({ origin }) => origin);
  driver = await launch(browser, { extensionDir, headless: true, downloadDir, notifications });
  try {
    const { rows, exported } = await playEvening(driver, sites, downloadDir, say);
    console.log(`\nAn evening in ${browser} ${driver.version}\n\n${table(rows)}\n\nThe exported log: ${exported}`);
  } finally {
    await driver.close();
    for (const site of Object.values(sites)) await site.close();
  }
}

const COLUMNS = ['raised', 'held', 'flagged', 'shown', 'logged'] as const;

function table(rows: readonly EveningRow[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const line = (what: string, cells: readonly (string | number)[]): string =>
    what.padEnd(width) + cells.map((cell) => String(cell).padStart(9)).join('');
  return [
    line('', COLUMNS),
    ...rows.map((row) =>
      line(
        row.what,
        COLUMNS.map((name) => row[name]),
      ),
    ),
  ].join('\n');
}

try {
  await main();
} catch (error) {
  // A missing program is the person's to install: one sentence, no stack.
  if (!(error instanceof MissingProgram)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
