import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browsers/index.ts';
import type { Treatment } from '../../../utils/core/contact/types.ts';
import type { Span } from '../../../utils/core/hours/types.ts';
import { type EntryView, readEntry } from '../../../utils/core/log/read.ts';
import type { Settings } from '../../../utils/core/settings/types.ts';
import type { MessageName, ReplyOf, RequestOf } from '../../../utils/messages/types.ts';

const WHOLE_DAY: Span = { startMinute: 0, endMinute: 1_440 };
const DAYS = 7;
/** From today to a day that is neither today nor next to it, whatever the time of day and however long a run takes. */
const FAR_DAYS = 3;

export const APP = 'site-team-chat';

/** What the person does in the extension's own pages, and what they read there. */
export interface Background {
  ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;
  /** One job that is always on or always off, with the site at `origin` as its only app. */
  set(hours: 'working' | 'off', treatment: Treatment): Promise<void>;
  /** Nothing is held any more. */
  dismissAll(): Promise<void>;
  /** Every entry of the log, oldest first. */
  log(): Promise<readonly EntryView[]>;
}

export async function openBackground(driver: Driver, origin: string): Promise<Background> {
  const page = await driver.openPage(driver.extensionUrl('/options.html'));

  const ask = async <N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> => {
    const reply = await page.evaluate(sendMessage, name, request);
    const { ok, value } = reply as { ok: boolean; value: ReplyOf<N> };
    if (!ok) throw new Error(`The background refused ${name}: ${JSON.stringify(reply)}`);
    return value;
  };

  return {
    ask,
    async set(hours, treatment) {
      const { settings } = await ask('status.read', null);
      const saved = await ask('settings.save', { settings: withJob(settings, origin, hours, treatment) });
      if (!saved.ok) throw new Error(`The settings were refused: ${JSON.stringify(saved)}`);
    },
    async dismissAll() {
      const items = await ask('held.read', null);
      await ask('held.dismiss', { ids: items.map(({ id }) => id) });
    },
    log: () => readLog(page),
  };
}

function withJob(settings: Settings, origin: string, hours: 'working' | 'off', treatment: Treatment): Settings {
  // `getUTCDay` calls Sunday 0; the list of days opens with Monday.
  const farDay = (new Date().getUTCDay() + DAYS - 1 + FAR_DAYS) % DAYS;
  const days = Array.from({ length: DAYS }, (_, day) => (hours === 'working' || day === farDay ? [WHOLE_DAY] : []));
  const pattern = { kind: 'weekly', days } as const;
  return {
    ...settings,
    treatment,
    employments: [
      {
        id: 'job',
        label: 'Job',
        zoneRule: 'fixed',
        zone: 'UTC',
        hours: [{ validFrom: '2020-01-01', pattern }],
        exceptions: [],
      },
    ],
    apps: [{ id: APP, name: 'Team chat', patterns: [`${origin}/*`], employment: 'job', treatment: 'general' }],
  };
}

/** Runs inside the extension's page. */
function sendMessage(name: string, request: unknown): Promise<unknown> {
  const world = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = world.browser ?? world.chrome;
  if (api === undefined) throw new Error('This is no page of an extension.');
  return api.runtime.sendMessage({ name, request });
}

interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

async function readLog(page: Page): Promise<readonly EntryView[]> {
  const lines = await page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason'));
      });
    const db = await settled(indexedDB.open('clocked-off'));
    const rows: { line: Uint8Array }[] = await settled(db.transaction('lines').objectStore('lines').getAll());
    db.close();
    return rows.map(({ line }) => new TextDecoder().decode(line));
  });
  return lines.flatMap((line) => readEntry(new TextEncoder().encode(line), null) ?? []);
}
