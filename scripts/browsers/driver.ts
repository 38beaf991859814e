import type { Page } from 'puppeteer-core';
import type { Shown, ShownPredicate } from './shown-list.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** An unpacked build; null starts a browser without our extension. It is copied: later builds do not reach it. */
  readonly extensionDir: string | null;
  /** A folder that outlives the driver. Without one a temporary profile is made, and removed by `close()`. */
  readonly profileDir?: string;
  readonly headless: boolean;
  /** Language of the browser and of what it asks of sites, such as `es`. */
  readonly lang?: string;
  /** IANA zone of the whole browser. */
  readonly timezone?: string;
  /** Origins that may show notifications from the start. */
  readonly notifications?: readonly string[];
  /** Where files go that pages hand out, without a question to the person. */
  readonly downloadDir?: string;
  /** A microphone that hums, given to whoever asks without a question to the person. */
  readonly fakeMicrophone?: boolean;
  /** What the browser tells pages of the person's liking; its own default otherwise. */
  readonly colours?: 'light' | 'dark';
  /** Firefox gives an extension what it asks for in a click; Chromium does so for what `grantHosts` gave once. */
  readonly acceptPermissions?: boolean;
  /** About as much as one site may store, in megabytes; 10 at least. For what is stored by pages opened with `openPage`. */
  readonly siteStorageMb?: number;
  /** False lets the person's own desktop show the notifications: then the driver sees none of them. */
  readonly observe?: boolean;
  /** Further command-line flags, and environment, of one browser only. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export type BackgroundState = 'running' | 'stopped';

/**
 * One real browser with the extension in it, and what a person can do with it and see of it. The same verbs for Chromium
 * and Firefox; what differs between them stays in the two implementations.
 */
export interface Driver {
  readonly browser: BrowserName;
  /** Such as `156.0.8078.79`. */
  readonly version: string;
  readonly profileDir: string;
  /** Process id of the browser, the leader of its process group. */
  readonly pid: number;

  /** Throws where the browser was started without the extension. */
  readonly extensionId: string;
  /** Address of one of the extension's own pages; `path` opens with a slash. */
  extensionUrl(path: string): string;

  /** Opens an address in a new tab in front; pages of the extension too. Resolves when it has loaded. */
  openPage(url: string): Promise<Page>;
  /** Every open page, in no order that means anything. */
  pages(): Promise<Page[]>;
  /** Puts a tab in front; the tab that was in front becomes hidden. */
  bringToFront(page: Page): Promise<void>;
  /** Puts an empty tab in front and resolves when `page` knows that it is hidden. Returns the empty tab. */
  hide(page: Page): Promise<Page>;

  /** Lets the extension into these match patterns, as if the person had pressed "Allow". */
  grantHosts(patterns: readonly string[]): Promise<void>;
  /** Takes them back, as a person can in the browser's own add-on page. */
  withdrawHosts(patterns: readonly string[]): Promise<void>;
  /** The person's own word on a site's notifications. */
  allowNotifications(origin: string): Promise<void>;
  blockNotifications(origin: string): Promise<void>;

  /** The person's own word on the sound of a tab, by its menu. Chromium keeps it for the whole site. */
  muteByHand(page: Page, muted: boolean): Promise<void>;

  /** Brings a push message to the site's worker that is registered for `scope`, as the push service would. */
  deliverPush(scope: string, payload: string): Promise<void>;

  /** Every notification a person would have seen since the launch, observed beneath the pages, oldest first. */
  shown(): Promise<readonly Shown[]>;
  /** The first of them that fits, now or later. */
  waitForShown(predicate: ShownPredicate, timeoutMs?: number): Promise<Shown>;
  /** Forgets what was shown so far. */
  forgetShown(): Promise<void>;
  /** The person clicks on a displayed notification. */
  clickShown(id: string): Promise<void>;
  /** The person waves a displayed notification away. */
  dismissShown(id: string): Promise<void>;

  /** Puts the extension's background to sleep, as the browser does after a time without work. */
  stopBackground(): Promise<void>;
  /** Ends the background that runs now, whatever it is doing; a message on its way may start another at once. */
  interruptBackground(): Promise<void>;
  backgroundState(): Promise<BackgroundState>;

  /** Replaces the extension by another build of it; resolves when the browser runs the new one. */
  updateExtension(dir: string): Promise<void>;
  removeExtension(): Promise<void>;

  /**
   * Resolves when the browser has written to its disk what was installed and granted so far. Call it before a `kill()`
   * that is not meant to cost them: Chromium writes such things every ten seconds.
   */
  saveProfile(): Promise<void>;
  /** Ends the browser and all its processes at once, as a power cut does. */
  kill(): Promise<void>;
  /** Resolves when the browser has ended by itself, as when the person closes its last window. */
  ended(): Promise<void>;
  /** Starts again on the same profile; a browser that still runs is closed first. Pages of before are gone. */
  relaunch(): Promise<void>;
  /** Closes the browser, its observer and all it started. The driver is of no use afterwards. */
  close(): Promise<void>;
}
