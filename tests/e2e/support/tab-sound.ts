import type { Page } from 'puppeteer-core';

/** What the browser says of a tab to a page of ours. */
interface BrowserTab {
  readonly id: number;
  readonly url?: string;
  readonly discarded: boolean;
  readonly mutedInfo: { readonly muted: boolean; readonly extensionId?: string };
}

declare const chrome: {
  readonly runtime: { readonly id: string };
  readonly tabs: {
    query(about: object): Promise<BrowserTab[]>;
    discard(id: number): Promise<unknown>;
    update(id: number, change: { readonly active: boolean }): Promise<unknown>;
  };
};

export type Sound = 'on' | 'muted by us' | 'muted by others';

export interface TabSound {
  readonly id: number;
  readonly sound: Sound;
  readonly discarded: boolean;
  /** Null where no permission lets us see it. */
  readonly url: string | null;
}

/** Every open tab. `desk` is a page of ours. */
export const tabSounds = (desk: Page): Promise<TabSound[]> =>
  desk.evaluate(async () => {
    const soundOf = ({ mutedInfo }: BrowserTab): Sound => {
      if (!mutedInfo.muted) return 'on';
      return mutedInfo.extensionId === chrome.runtime.id ? 'muted by us' : 'muted by others';
    };
    const tabs = await chrome.tabs.query({});
    return tabs.map((tab) => ({
      id: tab.id,
      sound: soundOf(tab),
      discarded: tab.discarded,
      url: tab.url ?? null,
    }));
  });

/** Opens a tab by `open` and returns its id with it. */
export async function withTabId(desk: Page, open: () => Promise<Page>): Promise<{ page: Page; id: number }> {
  const before = new Set((await tabSounds(desk)).map(({ id }) => id));
  const page = await open();
  const fresh = (await tabSounds(desk)).filter(({ id }) => !before.has(id));
  if (fresh[0] === undefined) throw new Error('No tab was opened.');
  return { page, id: fresh[0].id };
}

/** Has the browser drop the contents of a tab behind, as it does when memory is short. */
export const discard = (desk: Page, id: number): Promise<unknown> =>
  desk.evaluate((tab) => chrome.tabs.discard(tab).then(() => null), id);

/** The person turns to a tab; one that was discarded is loaded anew. */
export const turnTo = (desk: Page, id: number): Promise<unknown> =>
  desk.evaluate((tab) => chrome.tabs.update(tab, { active: true }).then(() => null), id);
