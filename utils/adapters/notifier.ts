import { browser } from 'wxt/browser';
import type { Notifier } from '../app/ports.ts';

export const DIGEST_ID = 'digest';

/** The extension's own notification. The permission is optional: without it the badge and the popup still tell. */
export function createNotifier(): Notifier {
  const allowed = (): Promise<boolean> => browser.permissions.contains({ permissions: ['notifications'] });
  return {
    allowed,
    async digest(title, message) {
      if (!(await allowed())) return;
      const iconUrl = browser.runtime.getURL('/icon/128.png' as never);
      await browser.notifications.create(DIGEST_ID, { type: 'basic', iconUrl, title, message });
    },
  };
}
