import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Pure code has no state that one file could leave to the next: its files share a process, and what they import. Those of
 * `export` and `sign` share folders for the tools that judge them, and stay apart.
 */
const PURE = ['tests/core/!(export|sign)/**/*.test.ts', 'tests/repo/**/*.test.ts', 'tests/messages/**/*.test.ts'];

/** Unit tests: everything but the built packages (vitest.build.config.ts) and real browsers (vitest.e2e.config.ts). */
export default defineConfig({
  test: {
    // Some tests ask openssl, ssh-keygen or Python, which may take their time on a busy machine.
    testTimeout: 20_000,
    // Of two cores Vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        plugins: [WxtVitest(), preact()],
        test: {
          name: 'edges and views',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/build/**', ...PURE],
        },
      },
    ],
  },
});
