import { describe, expect, test } from 'vitest';
import { pageScript } from '../../../scripts/browsers/page-script.ts';
import type { World } from '../support/world.ts';
import type { Chain, FullDisk } from './log-store-rounds.ts';

declare const rounds: {
  offeredAgain(count: number): Promise<Chain>;
  twoWriters(count: number): Promise<Chain>;
  fullDisk(): Promise<FullDisk>;
};

/** In a page of the practice app, which has a database of its own: what IndexedDB really does is what counts. */
export const logStoreTests = (world: () => World): void => {
  describe('the log store', () => {
    test('stays one whole chain when contacts are offered again, and when two write at once', async () => {
      const { driver, practice } = world();
      const page = await driver.openPage(`${practice.origin}/`);
      await page.evaluate(await pageScript(new URL('log-store-rounds.ts', import.meta.url)));
      const again = await page.evaluate(() => rounds.offeredAgain(200));
      expect(again).toMatchObject({ verdict: { ok: true }, contacts: 200 });
      const two = await page.evaluate(() => rounds.twoWriters(30));
      expect(two).toMatchObject({ verdict: { ok: true }, contacts: 60 });
    });

    test('loses nothing that it acknowledged when the disk is full, says that it could not, and goes on when there is room', async () => {
      const { driver, practice } = world();
      const page = await driver.openPage(`${practice.otherOrigin}/`);
      await page.evaluate(await pageScript(new URL('log-store-rounds.ts', import.meta.url)));
      expect(await page.evaluate(() => rounds.fullDisk())).toMatchObject({
        verdict: { ok: true },
        refused: 'QuotaExceededError',
        lost: 0,
        after: 10,
      });
    });
  });
};
