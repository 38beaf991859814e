import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from './driver.ts';

/** A fixed address for the extension's pages, so that it is known before the extension is there. */
export const EXTENSION_HOST = '5d1c0ff0-0000-4000-8000-c10c4ed0ff00';

/** Nothing but this machine can be reached: everything else is sent to a port where nobody listens. */
const LOOPBACK_ONLY = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  'network.dns.disablePrefetch': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'dom.push.connection.enabled': false,
} as const;

/** Things Firefox would do on its own that have no place in a test. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.topsites.contile.enabled': false,
  'browser.warnOnQuit': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'toolkit.telemetry.enabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
} as const;

/** Writes the preferences that every start of this profile reads. */
export async function writePreferences(profileDir: string, extensionId: string, options: LaunchOptions): Promise<void> {
  const preferences: Readonly<Record<string, string | number | boolean>> = {
    ...LOOPBACK_ONLY,
    ...QUIET,
    // Port 0: Firefox picks a free one and writes it down.
    'marionette.port': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_HOST }),
    // Honoured by the ESR and the developer editions: our build carries no store's signature.
    'xpinstall.signatures.required': false,
    ...(options.lang === undefined
      ? {}
      : { 'intl.locale.requested': options.lang, 'intl.accept_languages': `${options.lang}, en` }),
    ...(options.fakeMicrophone
      ? { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true }
      : {}),
    ...(options.colours === undefined
      ? {}
      : { 'layout.css.prefers-color-scheme.content-override': options.colours === 'dark' ? 0 : 1 }),
    // In kB, for all sites; one site has a fifth of it.
    ...(options.siteStorageMb === undefined
      ? {}
      : { 'dom.quotaManager.temporaryStorage.fixedLimit': options.siteStorageMb * 5 * 1_024 }),
    ...(options.acceptPermissions ? { 'extensions.webextOptionalPermissionPrompts': false } : {}),
    // 2: the folder named below.
    ...(options.downloadDir === undefined
      ? {}
      : {
          'browser.download.folderList': 2,
          'browser.download.dir': options.downloadDir,
          // The panel that opens after a download takes the keyboard away from the page.
          'browser.download.alwaysOpenPanel': false,
        }),
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await mkdir(profileDir, { recursive: true });
  await writeFile(join(profileDir, 'user.js'), `${lines.join('\n')}\n`);
}
