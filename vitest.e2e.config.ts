import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

/** One project per browser; both run the same files through the interface `Driver` (scripts/browsers/driver.ts). */
const project = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: browser,
    provide: { browser },
    globalSetup: ['tests/e2e/support/global-setup.ts'],
    include: ['tests/e2e/**/*.test.ts'],
  },
});

export default defineConfig({
  test: {
    projects: [project('chromium'), project('firefox')],
    // A browser and what drives it fill about one core of two; each file has a browser and a profile of its own.
    maxWorkers: 2,
    testTimeout: MINUTE_MS,
    hookTimeout: 3 * MINUTE_MS,
  },
});
