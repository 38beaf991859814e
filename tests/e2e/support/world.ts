import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type Driver, type LaunchOptions, launch } from '../../../scripts/browsers/index.ts';
import { type PracticeServer, startPractice } from '../../../scripts/practice/server.ts';
import { saveEvidence } from './evidence.ts';

/** What a file of tests works with: one browser and the practice app. */
export interface World {
  readonly driver: Driver;
  readonly practice: PracticeServer;
}

export interface WorldOptions extends Partial<LaunchOptions> {
  /** `none`: a browser without our extension, to see what the browser itself does. */
  readonly extension?: 'ours' | 'none';
}

/**
 * Starts a browser and the practice app for all tests of the calling file (or `describe`), and ends them afterwards. The
 * practice app may notify. When a test fails, its pages and what was shown are saved under `tests/e2e/artifacts`.
 */
export function useWorld(options: WorldOptions = {}): () => World {
  let world: World | undefined;
  const get = (): World => {
    if (world === undefined) throw new Error('The world is there within tests only.');
    return world;
  };

  beforeAll(async () => {
    const { extension = 'ours', ...rest } = options;
    const practice = await startPractice({
      deliverPush: (payload) => get().driver.deliverPush(`${practice.origin}/`, payload),
    });
    const driver = await launch(inject('browser'), {
      extensionDir: extension === 'ours' ? inject('extensionDir') : null,
      headless: true,
      notifications: [practice.origin, practice.otherOrigin],
      ...rest,
    });
    world = { driver, practice };
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && world !== undefined) await saveEvidence(world.driver, task.fullName);
  });

  afterAll(async () => {
    await world?.driver.close();
    await world?.practice.close();
  });

  return get;
}
