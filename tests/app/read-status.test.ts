import { expect, test } from 'vitest';
import { readStatus } from '../../utils/app/read-status.ts';
import { CHAT, clockAt, EVENING, heldIn, SETTINGS, settingsIn } from './fakes.ts';

test('what was typed in is not among today’s contacts: the popup shows what was seen', async () => {
  const status = await readStatus({
    clock: clockAt(EVENING),
    settings: settingsIn(SETTINGS),
    held: heldIn([]),
    days: {
      addInHours: async () => undefined,
      of: async () => ({
        afterHours: { [CHAT.id]: 2, 'manual-call': 5 },
        inHours: { [CHAT.id]: 3, 'manual-call': 0 },
      }),
    },
    sites: { granted: async () => [], watch: async () => undefined },
    notifier: { allowed: async () => false, digest: async () => undefined },
    logBroken: () => false,
    vault: async () => 'locked',
  });
  expect(status.vault).toBe('locked');
  expect(status.today).toEqual({ afterHours: { [CHAT.id]: 2 }, inHours: { [CHAT.id]: 3 } });
});
