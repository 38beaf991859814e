import type { Browser, Page } from 'puppeteer-core';
import { within } from './wait.ts';

/** The part of the API of Chromium's own pages that we use; no published types exist for it. */
declare const chrome: {
  developerPrivate: {
    addHostPermission(id: string, pattern: string): Promise<void>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
    reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
  };
  permissions: { request(what: { origins: readonly string[] }): Promise<boolean> };
  send(message: string, args: readonly unknown[]): void;
};

const EXTENSIONS = 'chrome://extensions';

/** Grants what a manifest lists as optional hosts, without the prompt that no program can press. */
export async function grantHosts(browser: Browser, id: string, patterns: readonly string[]): Promise<void> {
  await behind(
    browser,
    EXTENSIONS,
    async ([extension, hosts]) => {
      for (const host of hosts) await chrome.developerPrivate.addHostPermission(extension, host);
    },
    [id, patterns] as const,
  );
  // Now that the person is on record as having agreed, asking is answered with yes at once, and everybody hears of it.
  const ask = (origins: readonly string[]): Promise<boolean> => chrome.permissions.request({ origins });
  const granted = await behind(browser, `chrome-extension://${id}/manifest.json`, ask, patterns);
  if (!granted) throw new Error(`Chromium did not grant ${patterns.join(', ')}.`);
}

export async function withdrawHosts(browser: Browser, id: string, patterns: readonly string[]): Promise<void> {
  await behind(
    browser,
    EXTENSIONS,
    async ([extension, hosts]) => {
      for (const host of hosts) await chrome.developerPrivate.removeHostPermission(extension, host);
    },
    [id, patterns] as const,
  );
}

/** Loads the extension anew from its folder. */
export async function reloadExtension(browser: Browser, id: string): Promise<void> {
  await behind(
    browser,
    EXTENSIONS,
    (extension) => chrome.developerPrivate.reload(extension, { failQuietly: true }),
    id,
  );
}

/** What a person sets on the page "Site settings": unlike a driver's override, extensions and restarts respect it. */
export async function setSite(
  browser: Browser,
  origin: string,
  what: 'notifications' | 'sound',
  setting: 'allow' | 'block',
): Promise<void> {
  const page = `chrome://settings/content/siteDetails?site=${encodeURIComponent(origin)}`;
  const args = [origin, what, setting];
  await behind(browser, page, (all) => chrome.send('setOriginPermissions', all), args);
}

/** Hands a push message to the worker registered for `scope`. */
export async function deliverPush(browser: Browser, scope: string, data: string): Promise<void> {
  const page = await browser.newPage({ background: true });
  try {
    const session = await page.createCDPSession();
    const registered = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const match = registrations.find(({ scopeURL, isDeleted }) => scopeURL === scope && !isDeleted);
        if (match) resolve(match.registrationId);
      });
    });
    await session.send('ServiceWorker.enable');
    const registrationId = await within(`a worker registered for ${scope}`, registered);
    await session.send('ServiceWorker.deliverPushMessage', { origin: new URL(scope).origin, registrationId, data });
  } finally {
    await page.close();
  }
}

/** Holds for as long as the page is open. */
export async function limitStorage(page: Page, megabytes: number): Promise<void> {
  const session = await page.createCDPSession();
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: megabytes * 1_000_000 });
}

/** Calls a function inside a page that is opened for it behind the others, and closed again. */
async function behind<A, R>(browser: Browser, url: string, act: (arg: A) => R, arg: A): Promise<Awaited<R>> {
  const page = await browser.newPage({ background: true });
  try {
    // The API is there as soon as the page is committed; its own scripts would take seconds.
    await page.goto(url, { waitUntil: [] });
    return (await page.evaluate(act as (arg: unknown) => R, arg)) as Awaited<R>;
  } finally {
    await page.close();
  }
}
