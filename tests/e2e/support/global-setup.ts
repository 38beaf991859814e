import type { TestProject } from 'vitest/node';
import { buildExtension, extensionFolder } from '../../../scripts/browsers/build.ts';
import type { BrowserName } from '../../../scripts/browsers/driver.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { clearEvidence } from './evidence.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName;
    /** Folder of the test build for that browser. */
    extensionDir: string;
    /** Folder of its real build, made by `npm run build`. */
    productionDir: string;
    /** Folder of the real build for Edge. */
    edgeDir: string;
  }
}

/** Once for each browser: makes sure that it is there, and builds the extension for it; no test builds, as two run at once. */
export async function setup(project: TestProject): Promise<void> {
  const browser = project.config.provide.browser as BrowserName;
  await findBrowser(browser);
  await clearEvidence(browser);
  project.provide('extensionDir', await buildExtension(browser, 'test'));
  project.provide('productionDir', extensionFolder(browser, 'production'));
  project.provide('edgeDir', extensionFolder('edge', 'production'));
}
