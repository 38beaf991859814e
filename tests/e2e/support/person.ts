import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browsers/index.ts';
import type { Treatment } from '../../../utils/core/contact/types.ts';
import type { Employment, Span } from '../../../utils/core/hours/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/core/settings/types.ts';
import type { MessageName, ReplyOf, RequestOf } from '../../../utils/messages/types.ts';

/** The little of the extension API that tests use inside our own pages. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  permissions: { contains(what: { origins: string[] }): Promise<boolean> };
};

const MINUTES_PER_DAY = 1_440;

/** Sends a message as one of our own pages does, and returns the background's reply. */
export async function send<N extends MessageName>(page: Page, name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  // As text, since what a reply holds twice would come over Firefox's wire once only.
  const ask = async (message: unknown) => JSON.stringify(await chrome.runtime.sendMessage(message));
  const reply: string | undefined = await page.evaluate(ask, { name, request } as never);
  const { ok, value, error } = JSON.parse(reply ?? '{}') as { ok?: boolean; value?: ReplyOf<N>; error?: string };
  if (ok !== true) throw new Error(`${name}: ${error ?? 'no answer'}`);
  return value as ReplyOf<N>;
}

export interface Wishes {
  readonly hours: 'working' | 'off';
  /** Each becomes a work app of its own: `site-1`, `site-2`, … */
  readonly origins: readonly string[];
  readonly treatment?: Treatment;
  readonly change?: Partial<Settings>;
}

/** Hours by the real clock: every minute of every day, or an hour that is three hours away. */
export function jobWith(hours: Wishes['hours'], now = new Date()): Employment {
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  const startMinute = (minute + 180) % MINUTES_PER_DAY;
  const span: Span =
    hours === 'working' ? { startMinute: 0, endMinute: MINUTES_PER_DAY } : { startMinute, endMinute: startMinute + 60 };
  return {
    id: 'job',
    label: 'Job',
    zoneRule: 'fixed',
    zone: 'UTC',
    hours: [{ validFrom: '2020-01-01', pattern: { kind: 'weekly', days: Array.from({ length: 7 }, () => [span]) } }],
    exceptions: [],
  };
}

export function settingsFor({ hours, origins, treatment = 'hold', change = {} }: Wishes): Settings {
  return {
    ...DEFAULT_SETTINGS,
    language: 'en',
    employments: [jobWith(hours)],
    apps: origins.map((origin, index) => ({
      id: `site-${index + 1}`,
      name: `Practice ${index + 1}`,
      patterns: [`${origin}/*`],
      employment: 'job',
      treatment: 'general',
    })),
    treatment,
    ...change,
  };
}

const desks = new WeakMap<Driver, Page>();

/**
 * A page of ours that stays open, to talk to the background. The log page, since it does not follow the status: a desk that
 * asked by itself would wake the background.
 */
export async function deskOf(driver: Driver): Promise<Page> {
  const open = desks.get(driver);
  if (open !== undefined && (await isAlive(open))) return open;
  const page = await driver.openPage(driver.extensionUrl('/log.html'));
  desks.set(driver, page);
  return page;
}

/** Pages of a browser that was killed, or of an extension that was replaced, do not know that they are gone. */
async function isAlive(page: Page): Promise<boolean> {
  try {
    return await page.evaluate(() => true);
  } catch {
    return false;
  }
}

/** Gives the permissions and saves the settings, as the person does in the first run. */
export async function setUpHours(driver: Driver, wishes: Wishes): Promise<Page> {
  const desk = await deskOf(driver);
  const patterns = wishes.origins.map((origin) => `${new URL(origin).protocol}//${new URL(origin).hostname}/*`);
  // Giving them costs seconds in Chromium, where its own settings page has to be opened for it.
  const has = await desk.evaluate((origins) => chrome.permissions.contains({ origins }), patterns);
  if (!has) await driver.grantHosts(patterns);
  const saved = await send(desk, 'settings.save', { settings: settingsFor(wishes) });
  if (!saved.ok) throw new Error(`settings refused: ${JSON.stringify(saved.problem)}`);
  return desk;
}

/** As `setUpHours`, in a browser in which others went before: nothing of theirs is held, or counts as shown. */
export async function freshHours(driver: Driver, wishes: Wishes): Promise<Page> {
  const desk = await setUpHours(driver, wishes);
  const left = await send(desk, 'held.read', null);
  await send(desk, 'held.dismiss', { ids: left.map(({ id }) => id) });
  await driver.forgetShown();
  return desk;
}
