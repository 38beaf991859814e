import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import * as pages from './chromium-pages.ts';
import { type ChromiumProcess, closeTarget, endChromium, startChromium, workersOf } from './chromium-process.ts';
import { keepExtension, seedProfile, untilSaved } from './chromium-profile.ts';
import type { BackgroundState, Driver, LaunchOptions } from './driver.ts';
import { chromiumIdOf, replaceFolder } from './extension-files.ts';
import { MissingProgram } from './find.ts';
import { type NotificationDaemon, startNotificationDaemon } from './notification-daemon.ts';
import type { Shown, ShownPredicate } from './shown-list.ts';
import { bringToFront, hideTab, openTab } from './tabs.ts';
import { makeTemporary, removeTemporary } from './temporary.ts';
import { DEFAULT_WAIT_MS, until } from './wait.ts';

/** Starts Chromium or one of its relatives. */
export async function launchChromium(program: string, options: LaunchOptions): Promise<Driver> {
  const observed = options.observe ?? true;
  if (observed && process.platform !== 'linux') {
    throw new MissingProgram('What Chromium displays can be watched on Linux only: use Linux, or Firefox.');
  }
  const home = await makeTemporary();
  const driver = new ChromiumDriver(program, options, home, observed ? await startNotificationDaemon(home) : null);
  try {
    await driver.prepare();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class ChromiumDriver implements Driver {
  readonly browser = 'chromium';
  readonly profileDir: string;
  version = '';
  private readonly program: string;
  private readonly options: LaunchOptions;
  /** For what belongs to one driver: the bus, and the profile when it is temporary. */
  private readonly home: string;
  private readonly daemon: NotificationDaemon | null;
  private readonly extensionFolder: string;
  private installed = false;
  /** When something last changed that Chromium keeps among its settings. */
  private changedAt = 0;
  private run: ChromiumProcess | null = null;

  constructor(program: string, options: LaunchOptions, home: string, daemon: NotificationDaemon | null) {
    this.program = program;
    this.options = options;
    this.home = home;
    this.daemon = daemon;
    this.profileDir = options.profileDir ?? join(home, 'profile');
    this.extensionFolder = join(this.profileDir, 'unpacked-extension');
  }

  get pid(): number {
    return this.process.pid;
  }

  get extensionId(): string {
    if (this.options.extensionDir === null) throw new Error('This browser runs without the extension.');
    return chromiumIdOf(this.extensionFolder);
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.extensionId}${path}`;
  }

  /** The first start. */
  async prepare(): Promise<void> {
    await seedProfile(this.profileDir, this.options);
    if (this.options.extensionDir !== null) await replaceFolder(this.options.extensionDir, this.extensionFolder);
    await this.start();
    if (this.options.extensionDir !== null) {
      await this.change(this.running.installExtension(this.extensionFolder));
      this.installed = true;
    }
  }

  async openPage(url: string): Promise<Page> {
    const page = await openTab(this.running, url);
    const { siteStorageMb } = this.options;
    if (siteStorageMb !== undefined && url.startsWith('http')) await pages.limitStorage(page, siteStorageMb);
    return page;
  }

  pages(): Promise<Page[]> {
    return this.running.pages();
  }

  bringToFront(page: Page): Promise<void> {
    return bringToFront(page);
  }

  hide(page: Page): Promise<Page> {
    return hideTab(this.running, page);
  }

  grantHosts(patterns: readonly string[]): Promise<void> {
    return this.change(pages.grantHosts(this.running, this.extensionId, patterns));
  }

  withdrawHosts(patterns: readonly string[]): Promise<void> {
    return this.change(pages.withdrawHosts(this.running, this.extensionId, patterns));
  }

  allowNotifications(origin: string): Promise<void> {
    return this.change(pages.setSite(this.running, origin, 'notifications', 'allow'));
  }

  blockNotifications(origin: string): Promise<void> {
    return this.change(pages.setSite(this.running, origin, 'notifications', 'block'));
  }

  muteByHand(page: Page, muted: boolean): Promise<void> {
    return this.change(pages.setSite(this.running, new URL(page.url()).origin, 'sound', muted ? 'block' : 'allow'));
  }

  deliverPush(scope: string, payload: string): Promise<void> {
    return pages.deliverPush(this.running, scope, payload);
  }

  shown(): Promise<readonly Shown[]> {
    return Promise.resolve(this.observer.shown.all());
  }

  waitForShown(predicate: ShownPredicate, timeoutMs = DEFAULT_WAIT_MS): Promise<Shown> {
    return this.observer.shown.waitFor(predicate, timeoutMs);
  }

  forgetShown(): Promise<void> {
    return Promise.resolve(this.observer.shown.clear());
  }

  clickShown(id: string): Promise<void> {
    return this.observer.click(id);
  }

  dismissShown(id: string): Promise<void> {
    return this.observer.dismiss(id);
  }

  async interruptBackground(): Promise<void> {
    for (const worker of await this.workers()) await closeTarget(this.running, worker);
  }

  async stopBackground(): Promise<void> {
    // A page of the extension that asks something just now starts it again.
    await until('the background to stop', async () => {
      await this.interruptBackground();
      return (await this.backgroundState()) === 'stopped';
    });
  }

  async backgroundState(): Promise<BackgroundState> {
    return (await this.workers()).length > 0 ? 'running' : 'stopped';
  }

  async updateExtension(dir: string): Promise<void> {
    await replaceFolder(dir, this.extensionFolder);
    await this.change(pages.reloadExtension(this.running, this.extensionId));
  }

  async removeExtension(): Promise<void> {
    await this.change(this.running.uninstallExtension(this.extensionId));
    this.installed = false;
  }

  async saveProfile(): Promise<void> {
    await untilSaved(this.profileDir, this.changedAt);
  }

  kill(): Promise<void> {
    return this.end(false);
  }

  ended(): Promise<void> {
    return this.process.ended();
  }

  async relaunch(): Promise<void> {
    await this.end(true);
    if (this.installed) await keepExtension(this.profileDir, this.extensionId, this.extensionFolder);
    await this.start();
  }

  async close(): Promise<void> {
    await this.end(true);
    await this.daemon?.close();
    await removeTemporary(this.home);
  }

  private get process(): ChromiumProcess {
    if (this.run === null) throw new Error('The browser does not run.');
    return this.run;
  }

  private get running(): Browser {
    return this.process.puppet;
  }

  private get observer(): NotificationDaemon {
    if (this.daemon === null) throw new Error('This browser is not observed.');
    return this.daemon;
  }

  private workers(): Promise<string[]> {
    const ours = this.options.extensionDir === null ? 'chrome-extension:' : this.extensionUrl('/');
    return workersOf(this.running, ours);
  }

  private async start(): Promise<void> {
    const surroundings = { bus: this.daemon?.address ?? null, temporaryDir: this.home };
    this.run = await startChromium(this.program, this.profileDir, this.options, surroundings);
    this.version = (await this.running.version()).replace(/^.*\//, '');
  }

  private async end(politely: boolean): Promise<void> {
    const { run } = this;
    this.run = null;
    if (run !== null) await endChromium(run, politely);
  }

  /** Notes when a change was made, for {@link saveProfile}. */
  private async change<T>(act: Promise<T>): Promise<T> {
    const result = await act;
    this.changedAt = Date.now();
    return result;
  }
}
