import { browser } from 'wxt/browser';
import type { DataPorts } from '../../components/data/types.ts';
import { send } from '../../utils/messages/send.ts';

/** What reads the log for it is fetched when the person first asks. */
const desk = () => import('../../utils/adapters/erase-desk.ts');

export const DATA: DataPorts = {
  readParts: async () => (await desk()).readPrivateParts(),
  plan: async (choice) => (await desk()).planErasure(choice),
  countBefore: async (at) => (await desk()).countBefore(at),
  async erase(erasure) {
    const result = await send('log.erase', erasure);
    return result.ok ? null : result.problem;
  },
  async eraseAll(settings) {
    await send('log.erase-all', { settings });
    if (settings) await giveBackPermissions().catch((error: unknown) => console.error(error));
  },
  makeCheckpoint: async () => (await send('checkpoints.make', null))?.number ?? null,
};

/** The browser's list of allowed sites would still name the work apps. */
async function giveBackPermissions(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
