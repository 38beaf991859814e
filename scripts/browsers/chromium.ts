import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { exited, signalGroup, track } from './children.ts';
import { chromiumArgs } from './chromium-args.ts';
import * as pages from './chromium-pages.ts';
import { keepExtension, seedProfile, untilSaved } from './chromium-profile.ts';
import type { BackgroundState, Driver, LaunchOptions } from './driver.ts';
import { chromiumIdOf, replaceFolder } from './extension-files.ts';
import { type NotificationDaemon, startNotificationDaemon } from './notification-daemon.ts';
import type { Shown, ShownPredicate } from './shown-list.ts';
import { bringToFront, hideTab, openTab } from './tabs.ts';
import { DEFAULT_WAIT_MS, until, within } from './wait.ts';

const START_MS = 60_000;
const QUIT_MS = 10_000;

/** Starts Chromium or one of its relatives. */
export async function launchChromium(program: string, options: LaunchOptions): Promise<Driver> {
  const home = await mkdtemp(join(tmpdir(), 'clocked-off-'));
  const driver = new ChromiumDriver(program, options, home, await startNotificationDaemon(home));
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
  pid = 0;
  private readonly program: string;
  private readonly options: LaunchOptions;
  /** For what belongs to one driver: the bus, and the profile when it is temporary. */
  private readonly home: string;
  private readonly daemon: NotificationDaemon;
  private readonly extensionFolder: string;
  private installed = false;
  /** When something last changed that Chromium keeps among its settings. */
  private changedAt = 0;
  private puppet: Browser | null = null;

  constructor(program: string, options: LaunchOptions, home: string, daemon: NotificationDaemon) {
    this.program = program;
    this.options = options;
    this.home = home;
    this.daemon = daemon;
    this.profileDir = options.profileDir ?? join(home, 'profile');
    this.extensionFolder = join(this.profileDir, 'unpacked-extension');
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

  openPage(url: string): Promise<Page> {
    return openTab(this.running, url);
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
    return this.change(pages.setNotifications(this.running, origin, 'allow'));
  }

  blockNotifications(origin: string): Promise<void> {
    return this.change(pages.setNotifications(this.running, origin, 'block'));
  }

  deliverPush(scope: string, payload: string): Promise<void> {
    return pages.deliverPush(this.running, scope, payload);
  }

  shown(): Promise<readonly Shown[]> {
    return Promise.resolve(this.daemon.shown.all());
  }

  waitForShown(predicate: ShownPredicate, timeoutMs = DEFAULT_WAIT_MS): Promise<Shown> {
    return this.daemon.shown.waitFor(predicate, timeoutMs);
  }

  forgetShown(): Promise<void> {
    return Promise.resolve(this.daemon.shown.clear());
  }

  clickShown(id: string): Promise<void> {
    return this.daemon.click(id);
  }

  dismissShown(id: string): Promise<void> {
    return this.daemon.dismiss(id);
  }

  async interruptBackground(): Promise<void> {
    for (const targetId of await this.backgroundTargets()) {
      await this.withSession((session) => session.send('Target.closeTarget', { targetId }));
    }
  }

  async stopBackground(): Promise<void> {
    await this.interruptBackground();
    await until('the background to stop', async () => (await this.backgroundState()) === 'stopped');
  }

  async backgroundState(): Promise<BackgroundState> {
    return (await this.backgroundTargets()).length > 0 ? 'running' : 'stopped';
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

  async kill(): Promise<void> {
    const child = this.puppet?.process();
    signalGroup(this.pid, 'SIGKILL');
    if (child) await exited(child);
    this.puppet = null;
  }

  async ended(): Promise<void> {
    const child = this.running.process();
    if (child) await exited(child);
  }

  async relaunch(): Promise<void> {
    await this.quit();
    if (this.installed) await keepExtension(this.profileDir, this.extensionId, this.extensionFolder);
    await this.start();
  }

  async close(): Promise<void> {
    await this.quit();
    await this.daemon.close();
    await rm(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private get running(): Browser {
    if (this.puppet === null) throw new Error('The browser does not run.');
    return this.puppet;
  }

  /** Notes when a change was made, for {@link saveProfile}. */
  private async change<T>(act: Promise<T>): Promise<T> {
    const result = await act;
    this.changedAt = Date.now();
    return result;
  }

  private async start(): Promise<void> {
    const puppet = await puppeteer.launch({
      executablePath: this.program,
      userDataDir: this.profileDir,
      // The pipe is the only way by which Chromium lets a program install an extension.
      pipe: true,
      ignoreDefaultArgs: true,
      args: chromiumArgs(this.profileDir, this.options),
      env: this.environment(),
      defaultViewport: null,
      timeout: START_MS,
      waitForInitialPage: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      // An attached debugger keeps an extension's worker awake for ever.
      targetFilter: (target) => target.type() !== 'service_worker',
    });
    this.puppet = puppet;
    const child = puppet.process();
    if (child === null) throw new Error('Chromium did not start.');
    this.pid = track(child);
    this.version = (await puppet.version()).replace(/^.*\//, '');
  }

  private environment(): Record<string, string | undefined> {
    const { timezone, lang, env, observe = true } = this.options;
    return {
      ...process.env,
      ...(observe ? { DBUS_SESSION_BUS_ADDRESS: this.daemon.address } : {}),
      ...(timezone === undefined ? {} : { TZ: timezone }),
      ...(lang === undefined ? {} : { LANGUAGE: lang }),
      ...env,
    };
  }

  private async quit(): Promise<void> {
    const { puppet } = this;
    if (puppet === null) return;
    const child = puppet.process();
    await within('Chromium to close', puppet.close(), QUIT_MS).catch(() => undefined);
    // Helpers may outlive the browser by a moment and would write into a profile that is being removed.
    signalGroup(this.pid, 'SIGKILL');
    if (child) await exited(child);
    this.puppet = null;
  }

  private async backgroundTargets(): Promise<string[]> {
    const { targetInfos } = await this.withSession((session) => session.send('Target.getTargets', { filter: [{}] }));
    const prefix = this.extensionUrl('/');
    return targetInfos.filter((t) => t.type === 'service_worker' && t.url.startsWith(prefix)).map((t) => t.targetId);
  }

  private async withSession<T>(act: (session: CDPSession) => Promise<T>): Promise<T> {
    const session = await this.running.target().createCDPSession();
    try {
      return await act(session);
    } finally {
      await session.detach().catch(() => undefined);
    }
  }
}
