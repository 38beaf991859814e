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
    // A browser takes a core of its own, and runs that share the machine make each other slow.
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: MINUTE_MS,
    hookTimeout: 3 * MINUTE_MS,
  },
});
