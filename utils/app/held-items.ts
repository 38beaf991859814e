import { parsePattern } from '../core/apps/patterns.ts';
import type { HeldItem } from '../core/contact/types.ts';
import type { Settings } from '../core/settings/types.ts';
import type { HeldStore, SettingsStore, Tabs } from './ports.ts';

export interface HeldItems {
  /**
   * Brings the app to the front, has the site open the conversation where its page still lives, and dismisses the item.
   * @param origin of a sealed item, from a page that could read it; without it, the app's home is opened.
   */
  open(id: string, origin?: string): Promise<void>;
  dismiss(ids: readonly string[]): Promise<void>;
}

export function createHeldItems(ports: {
  held: HeldStore;
  settings: SettingsStore;
  tabs: Tabs;
  changed: () => void;
}): HeldItems {
  const dismiss = async (ids: readonly string[]): Promise<void> => {
    await ports.held.remove(ids);
    ports.changed();
  };
  return {
    dismiss,
    async open(id, origin) {
      const stored = await ports.held.find(id);
      if (stored === undefined) return;
      const item = stored.sealed && origin ? { ...stored, origin } : stored;
      const there = (await ports.tabs.open()).some(
        (tab) => tab.id === item.tabId && tab.url.startsWith(`${item.origin}/`),
      );
      if (there && (await ports.tabs.focus(item.tabId))) await ports.tabs.click(item.tabId, item.frameId, id);
      else {
        const home = homeOf(await ports.settings.read(), item);
        if (home !== '') await ports.tabs.create(home);
      }
      await dismiss([id]);
    },
  };
}

/** Where the item's account begins; one that was chosen by its path has one pattern. Empty: a sealed item of no chosen app. */
function homeOf({ apps }: Settings, { app, origin }: HeldItem): string {
  const pattern = parsePattern(apps.find(({ id }) => id === app)?.patterns[0] ?? '');
  const path = `${pattern?.path ?? ''}/`;
  if (origin !== '' || pattern === null) return origin && `${origin}${path}`;
  const { scheme, host, port } = pattern;
  return `${scheme.replace('*', 'https')}://${host}${port === null ? '' : `:${port}`}${path}`;
}
