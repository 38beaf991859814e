import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { exceptions } from './after-hours/exceptions.ts';
import { faithful } from './after-hours/faithful.ts';
import { frames } from './after-hours/frames.ts';
import { withoutMouse } from './after-hours/keyboard.ts';
import { logPage } from './after-hours/log-page.ts';
import { useWorld } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'clocked-off-after-hours-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/**
 * One browser for what needs no more than a work app and hours. Each part begins with its own settings and an empty list;
 * what the others logged stays.
 */
describe('after hours', () => {
  const world = useWorld({ downloadDir: folder });
  describe('frames', () => frames(world));
  describe('a held notification looks to the site like a native one', () => faithful(world));
  describe('what differs from the usual hours', () => exceptions(world));
  describe('without a mouse', () => withoutMouse(world));
  describe('the log page', () => logPage(world, folder));
});
