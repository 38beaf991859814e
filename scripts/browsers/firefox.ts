import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { exited } from './children.ts';
import type { BackgroundState, Driver, LaunchOptions } from './driver.ts';
import { readManifest, replaceFolder } from './extension-files.ts';
import { FirefoxAlerts } from './firefox-alerts.ts';
import { endFirefox, type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { EXTENSION_HOST, writePreferences } from './firefox-profile.ts';
import * as scripts from './firefox-scripts.ts';
import type { Marionette } from './marionette.ts';
import type { Shown, ShownPredicate } from './shown-list.ts';
import { bringToFront, hideTab, openTab } from './tabs.ts';
import { makeTemporary, removeTemporary } from './temporary.ts';
import { DEFAULT_WAIT_MS, until } from './wait.ts';
import { zipFolder } from './zip-folder.ts';

/** Stands for our extension in a browser without it. */
const NO_EXTENSION = 'none@clocked-off.invalid';

/** Starts Firefox. */
export async function launchFirefox(program: string, options: LaunchOptions): Promise<Driver> {
  const home = await makeTemporary();
  const manifest = options.extensionDir === null ? null : await readManifest(options.extensionDir);
  const driver = new FirefoxDriver(
    program,
    options,
    home,
    manifest?.browser_specific_settings?.gecko?.id ?? NO_EXTENSION,
  );
  try {
    await driver.prepare();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class FirefoxDriver implements Driver {
  readonly browser = 'firefox';
  readonly profileDir: string;
  version = '';
  private readonly program: string;
  private readonly options: LaunchOptions;
  private readonly home: string;
  private readonly id: string;
  private readonly alerts = new FirefoxAlerts();
  /** The build to install again where Firefox keeps no unsigned add-on over a restart; null where it does. */
  private temporary: string | null = null;
  private run: FirefoxProcess | null = null;

  constructor(program: string, options: LaunchOptions, home: string, id: string) {
    this.program = program;
    this.options = options;
    this.home = home;
    this.id = id;
    this.profileDir = options.profileDir ?? join(home, 'profile');
  }

  get pid(): number {
    return this.running.pid;
  }

  get extensionId(): string {
    if (this.id === NO_EXTENSION) throw new Error('This browser runs without the extension.');
    return this.id;
  }

  extensionUrl(path: string): string {
    return `moz-extension://${EXTENSION_HOST}${path}`;
  }

  /** The first start. */
  async prepare(): Promise<void> {
    await writePreferences(this.profileDir, this.id, this.options);
    await this.start();
    for (const origin of this.options.notifications ?? []) await this.allowNotifications(origin);
    if (this.options.extensionDir !== null) await this.install(this.options.extensionDir);
  }

  openPage(url: string): Promise<Page> {
    return openTab(this.running.puppet, url);
  }

  pages(): Promise<Page[]> {
    return this.running.puppet.pages();
  }

  bringToFront(page: Page): Promise<void> {
    return bringToFront(page);
  }

  hide(page: Page): Promise<Page> {
    return hideTab(this.running.puppet, page);
  }

  grantHosts(patterns: readonly string[]): Promise<void> {
    return this.privileged.run(scripts.GRANT_HOSTS, this.extensionId, patterns);
  }

  withdrawHosts(patterns: readonly string[]): Promise<void> {
    return this.privileged.run(scripts.WITHDRAW_HOSTS, this.extensionId, patterns);
  }

  allowNotifications(origin: string): Promise<void> {
    return this.privileged.run(scripts.SET_NOTIFICATIONS, origin, true);
  }

  blockNotifications(origin: string): Promise<void> {
    return this.privileged.run(scripts.SET_NOTIFICATIONS, origin, false);
  }

  muteByHand(page: Page, muted: boolean): Promise<void> {
    return this.privileged.run(scripts.MUTE_TAB, page.url(), muted);
  }

  deliverPush(scope: string, payload: string): Promise<void> {
    return this.privileged.run(scripts.DELIVER_PUSH, scope, payload);
  }

  shown(): Promise<readonly Shown[]> {
    return this.alerts.all();
  }

  waitForShown(predicate: ShownPredicate, timeoutMs = DEFAULT_WAIT_MS): Promise<Shown> {
    return this.alerts.waitFor(predicate, timeoutMs);
  }

  forgetShown(): Promise<void> {
    return this.alerts.forget();
  }

  clickShown(id: string): Promise<void> {
    return this.alerts.click(id);
  }

  dismissShown(id: string): Promise<void> {
    return this.alerts.dismiss(id);
  }

  async interruptBackground(): Promise<void> {
    await this.privileged.run(scripts.STOP_BACKGROUND, this.extensionId);
  }

  async stopBackground(): Promise<void> {
    // A page of the extension that asks something just now starts it again.
    await until('the background to stop', async () => {
      await this.interruptBackground();
      return (await this.backgroundState()) === 'stopped';
    });
  }

  async backgroundState(): Promise<BackgroundState> {
    const state = await this.privileged.run<string>(scripts.BACKGROUND_STATE, this.extensionId);
    return state === 'stopped' ? 'stopped' : 'running';
  }

  updateExtension(dir: string): Promise<void> {
    return this.install(dir);
  }

  async removeExtension(): Promise<void> {
    await this.privileged.send('Addon:Uninstall', { id: this.extensionId });
    this.temporary = null;
  }

  /** Firefox writes them down at once. */
  saveProfile(): Promise<void> {
    return Promise.resolve();
  }

  kill(): Promise<void> {
    return this.end(false);
  }

  ended(): Promise<void> {
    return exited(this.running.child);
  }

  async relaunch(): Promise<void> {
    await this.end(true);
    await this.start();
    if (this.temporary !== null) await this.install(this.temporary);
  }

  async close(): Promise<void> {
    await this.end(true);
    await removeTemporary(this.home);
  }

  private get running(): FirefoxProcess {
    if (this.run === null) throw new Error('The browser does not run.');
    return this.run;
  }

  private get privileged(): Marionette {
    return this.running.marionette;
  }

  private async start(): Promise<void> {
    const observe = (line: Marionette): Promise<void> =>
      this.options.observe === false ? Promise.resolve() : this.alerts.observe(line);
    this.run = await startFirefox(this.program, this.profileDir, this.options, observe);
    this.version = await this.privileged.run<string>(scripts.VERSION);
  }

  private async end(politely: boolean): Promise<void> {
    const { run } = this;
    this.run = null;
    if (run !== null) await endFirefox(run, politely);
  }

  private async install(dir: string): Promise<void> {
    const { version } = await readManifest(dir);
    const archive = join(this.home, `${version}.xpi`);
    await writeFile(archive, await zipFolder(dir));
    try {
      await this.privileged.send('Addon:Install', { path: archive, temporary: false });
    } catch {
      // Release editions keep no unsigned add-on; as a temporary one it is installed anew at each start.
      this.temporary = join(this.home, 'extension');
      await replaceFolder(dir, this.temporary);
      await this.privileged.send('Addon:Install', { path: this.temporary, temporary: true });
    }
    await until('the extension to start', async () => {
      return (await this.privileged.run<string | null>(scripts.RUNNING_VERSION, this.extensionId)) === version;
    });
  }
}
