import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../../scripts/browsers/build.ts';
import type { BrowserName } from '../../../scripts/browsers/driver.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { clearEvidence } from './evidence.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
    /** Folder of the test build for that browser. */
    extensionDir: string;
  }
}

/** Once for each browser: makes sure that it is there, and builds the extension for it. */
export async function setup(project: TestProject): Promise<void> {
  const browser = project.config.provide.browser as BrowserName;
  await findBrowser(browser);
  await clearEvidence(browser);
  project.provide('extensionDir', await buildExtension(browser, 'test'));
}
