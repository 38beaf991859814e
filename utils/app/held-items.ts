import { originOf } from './judge.ts';
import type { HeldStore, Tabs } from './ports.ts';

export interface HeldItems {
  /** Brings the app to the front, has the site open the conversation where its page still lives, and dismisses the item. */
  open(id: string): Promise<void>;
  dismiss(ids: readonly string[]): Promise<void>;
}

export function createHeldItems(ports: { held: HeldStore; tabs: Tabs; changed: () => void }): HeldItems {
  const dismiss = async (ids: readonly string[]): Promise<void> => {
    await ports.held.remove(ids);
    ports.changed();
  };
  return {
    dismiss,
    async open(id) {
      const item = await ports.held.find(id);
      if (item === undefined) return;
      const there = (await ports.tabs.open()).some((tab) => tab.id === item.tabId && originOf(tab.url) === item.origin);
      if (there && (await ports.tabs.focus(item.tabId))) await ports.tabs.click(item.tabId, item.frameId, id);
      else await ports.tabs.create(`${item.origin}/`);
      await dismiss([id]);
    },
  };
}
