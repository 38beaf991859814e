import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ChosenApp } from '../../utils/core/apps/types.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { Driver } from '../browsers/driver.ts';
import { until, WaitError } from '../browsers/wait.ts';
import { type Desk, openDesk } from './desk.ts';
import type { PracticeServer } from './server.ts';

/** Part of the practice app's own script (site/chat/ring.js). */
declare const practice: { send(ring: { route: string; title: string; body: string }): Promise<unknown> };

type AppName = 'Chat' | 'Mail' | 'Desk';

/** One thing that happens in the play: `times` notifications of one app by one route. */
interface Act {
  readonly app: AppName;
  readonly hours: 'working' | 'off';
  readonly what: string;
  readonly route: 'page' | 'page-registration' | 'site-worker' | 'push';
  readonly times: number;
}

const ACTS: readonly Act[] = [
  { hours: 'working', app: 'Chat', what: 'at work, from the page', route: 'page', times: 3 },
  { hours: 'off', app: 'Chat', what: 'off, from the page', route: 'page', times: 5 },
  { hours: 'off', app: 'Chat', what: 'off, by its registration', route: 'page-registration', times: 3 },
  { hours: 'off', app: 'Chat', what: 'off, by asking its worker', route: 'site-worker', times: 2 },
  { hours: 'off', app: 'Mail', what: 'off, from the page', route: 'page', times: 4 },
  { hours: 'off', app: 'Desk', what: 'off, from the page', route: 'page', times: 2 },
  { hours: 'off', app: 'Chat', what: 'off, by push', route: 'push', times: 1 },
];

export interface EveningRow {
  readonly what: string;
  readonly raised: number;
  readonly held: number;
  readonly flagged: number;
  readonly shown: number;
  readonly logged: number;
}

export interface Evening {
  readonly rows: readonly EveningRow[];
  /** The log as the person exported it at the end. */
  readonly exported: string;
}

const SETTLE_MS = 20_000;

/** Three work apps, as a person may have chosen them: one held, one flagged, one always shown. */
function chosenApps(sites: Readonly<Record<AppName, PracticeServer>>): ChosenApp[] {
  const app = (name: AppName, id: string, treatment: ChosenApp['treatment']): ChosenApp => ({
    id,
    name: `Practice ${name}`,
    patterns: [`${sites[name].origin}/*`],
    employment: 'job',
    treatment,
  });
  // The first speaks to its worker like a real app of the catalogue, and so goes by that app's id.
  return [app('Chat', 'telegram', 'hold'), app('Mail', 'site-mail', 'flag'), app('Desk', 'site-desk', 'show')];
}

/** Plays an afternoon and an evening with a real browser, and tells what became of every notification. */
export async function playEvening(
  driver: Driver,
  sites: Readonly<Record<AppName, PracticeServer>>,
  downloadDir: string,
  say: (line: string) => void,
): Promise<Evening> {
  const apps = chosenApps(sites);
  await driver.grantHosts(['http://127.0.0.1/*']);
  const desk = await openDesk(driver);
  const rows: EveningRow[] = [];
  const pages = new Map<AppName, Page>();
  let hours: Act['hours'] | null = null;
  for (const act of ACTS) {
    if (act.hours !== hours) {
      hours = act.hours;
      say(hours === 'working' ? 'The working day runs.' : 'The working day is over.');
      await desk.arrange(hours, apps);
    }
    const page = pages.get(act.app) ?? (await driver.openPage(`${sites[act.app].origin}/`));
    pages.set(act.app, page);
    say(`Practice ${act.app} rings ${act.times} × ${act.what} …`);
    rows.push(await play(act, page, driver, desk));
  }
  say('The person exports the log …');
  const exported = await exportLog(desk.page, downloadDir);
  return { rows: await countLogged(rows, apps, exported), exported };
}

/** Raises what the act asks for and waits until each of it has become something. */
async function play(act: Act, page: Page, driver: Driver, desk: Desk): Promise<EveningRow> {
  const titles = Array.from({ length: act.times }, (_, i) => `${act.app} ${act.route} ${act.hours} ${i + 1}`);
  for (const title of titles) {
    await page.evaluate((ring) => practice.send(ring), { route: act.route, title, body: 'Do you have a minute?' });
  }
  const outcome = async () => {
    const held = (await desk.ask('held.read', null)).filter(({ title }) => titles.includes(title)).length;
    const seen = (await driver.shown()).map(({ title }) => title);
    const shown = seen.filter((title) => titles.includes(title)).length;
    const flagged = seen.filter((seenTitle) => titles.some((t) => seenTitle !== t && seenTitle.endsWith(t))).length;
    return { what: `Practice ${act.app} ${act.what}`, raised: act.times, held, flagged, shown, logged: 0 };
  };
  const settled = until(
    'every notification to become something',
    async () => {
      const row = await outcome();
      return row.held + row.flagged + row.shown >= row.raised && row;
    },
    SETTLE_MS,
  );
  // A row that does not add up says so by itself, and better than an error would.
  return settled.catch((error: unknown) => {
    if (error instanceof WaitError) return outcome();
    throw error;
  });
}

/** Presses the button of the log page and returns the file it saved. */
async function exportLog(page: Page, downloadDir: string): Promise<string> {
  await page.bringToFront();
  const press = (): boolean => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('NDJSON'));
    if (button === undefined || button.disabled) return false;
    button.click();
    return true;
  };
  await until('the export button', () => page.evaluate(press));
  const name = (): string | undefined => document.body.textContent.match(/log-[0-9a-f]+-\d+\.ndjson/)?.[0];
  const file = join(downloadDir, await until('the export', () => page.evaluate(name)));
  const written = (): Promise<boolean> =>
    readFile(file, 'utf8').then(
      (text) => text.endsWith('\n'),
      () => false,
    );
  await until('the file to be saved', written);
  return file;
}

/** Adds to each row how many entries of its app and route the exported log holds. */
async function countLogged(
  rows: readonly EveningRow[],
  apps: readonly ChosenApp[],
  file: string,
): Promise<EveningRow[]> {
  const lines = (await readFile(file))
    .toString()
    .split('\n')
    .filter((line) => line !== '');
  const entries = lines.flatMap((line) => readEntry(new TextEncoder().encode(line), null) ?? []);
  return rows.map((row, index) => {
    const act = ACTS[index];
    const app = apps.find(({ name }) => name === `Practice ${act?.app}`);
    const own = entries.filter(
      (entry) => entry.kind === 'contact' && entry.app === app?.id && entry.route === act?.route,
    );
    // In-hours notifications are not logged: entries of that app and route are those of the row after hours.
    return { ...row, logged: act?.hours === 'off' ? own.length : 0 };
  });
}
