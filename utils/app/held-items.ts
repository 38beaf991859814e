import { parsePattern } from '../core/apps/patterns.ts';
import type { HeldItem } from '../core/contact/types.ts';
import type { Settings } from '../core/settings/types.ts';
import type { HeldStore, SettingsStore, Tabs } from './ports.ts';

export interface HeldItems {
  /** Brings the app to the front, has the site open the conversation where its page still lives, and dismisses the item. */
  open(id: string): Promise<void>;
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
    async open(id) {
      const item = await ports.held.find(id);
      if (item === undefined) return;
      const there = (await ports.tabs.open()).some(
        (tab) => tab.id === item.tabId && tab.url.startsWith(`${item.origin}/`),
      );
      if (there && (await ports.tabs.focus(item.tabId))) await ports.tabs.click(item.tabId, item.frameId, id);
      else await ports.tabs.create(homeOf(await ports.settings.read(), item));
      await dismiss([id]);
    },
  };
}

/** Where the item's account begins; one that was chosen by its path has one pattern. */
function homeOf({ apps }: Settings, { app, origin }: HeldItem): string {
  const pattern = apps.find(({ id }) => id === app)?.patterns[0] ?? '';
  return `${origin}${parsePattern(pattern)?.path ?? ''}/`;
}
