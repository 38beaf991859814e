import { launchChromium } from './chromium.ts';
import type { BrowserName, Driver, LaunchOptions } from './driver.ts';
import { findBrowser } from './find.ts';
import { launchFirefox } from './firefox.ts';

export type { BrowserName, Driver, LaunchOptions } from './driver.ts';
export type { Shown } from './shown-list.ts';

/** Starts a browser; finds it first, and on Debian installs it where it is missing. */
export async function launch(browser: BrowserName, options: LaunchOptions): Promise<Driver> {
  const program = await findBrowser(browser);
  return browser === 'chromium' ? launchChromium(program, options) : launchFirefox(program, options);
}
