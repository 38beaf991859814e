import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIZE_BUDGETS, type SizeName, sizesOf } from '../../scripts/bench/build-sizes.ts';
import { ROOT } from '../repo/files.ts';

const QUESTIONS: Readonly<Record<SizeName, string>> = {
  hookAndBridge: 'page-hook.js and bridge.js are in every work page: what can go to the background?',
  background: 'The background starts on every wake-up: which import does it not need?',
  popup: 'The popup must open at once: which import does it not need?',
  package: 'Which file of the package is not worth its weight?',
};

describe.each(['chrome', 'firefox', 'edge'])('the build for %s', (browser) => {
  const folder = join(ROOT, `.output/${browser}-mv3`);

  it.each(Object.entries(SIZE_BUDGETS))('keeps the budget of %s: %i bytes', (name, budget) => {
    expect(sizesOf(folder)[name as SizeName], QUESTIONS[name as SizeName]).toBeLessThanOrEqual(budget);
  });
});
