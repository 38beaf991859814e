import { defineConfig } from 'vitest/config';

/** What the built packages must keep: sizes and manifests. Runs after `npm run build`. */
export default defineConfig({ test: { include: ['tests/build/**/*.test.ts'] } });
