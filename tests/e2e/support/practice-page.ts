import type { Page } from 'puppeteer-core';

/** What the practice app's own script offers (scripts/practice/site/chat/ring.js). */
export interface Ring {
  readonly route: 'page' | 'page-registration' | 'site-worker' | 'push' | 'toast' | 'title' | 'badge';
  readonly title: string;
  readonly body?: string;
  readonly tag?: string;
  readonly silent?: boolean;
  /** Through the constructor that the page kept from when it was loaded. */
  readonly captured?: boolean;
}

export interface Rung {
  readonly id: number;
  readonly outcome: 'returned' | 'threw';
  /** What the call returned or threw, as text. */
  readonly value: string;
}

/** Something the site noticed of its own notifications. */
export interface Sighting {
  readonly what: 'returned' | 'threw' | 'show' | 'click' | 'close' | 'error';
  readonly id: number;
  readonly route: Ring['route'];
  readonly title: string;
  readonly detail: string;
}

declare const practice: {
  send(ring: Ring): Promise<Rung>;
  close(id: number): void;
  listed(): Promise<{ title: string; body: string; tag: string }[]>;
  readonly seen: Sighting[];
};

/** Has the app raise a notification. */
export const ring = (page: Page, what: Ring): Promise<Rung> => page.evaluate((order) => practice.send(order), what);

/** Has the app raise several at once. */
export const ringAll = (page: Page, what: readonly Ring[]): Promise<Rung[]> =>
  page.evaluate((orders) => Promise.all(orders.map((order) => practice.send(order))), what);

/** The site itself takes one back. */
export const closeRung = (page: Page, id: number): Promise<void> => page.evaluate((n) => practice.close(n), id);

/** What the site's registration lists as being on display. */
export const listed = (page: Page): Promise<{ title: string; body: string; tag: string }[]> =>
  page.evaluate(() => practice.listed());

export const seenBy = (page: Page): Promise<Sighting[]> => page.evaluate(() => practice.seen);

/** Resolves when the site has noticed `what` about its notification number `id`. */
export async function waitUntilSeen(page: Page, id: number, what: Sighting['what'], timeoutMs = 20_000): Promise<void> {
  const noticed = (n: number, wanted: string): boolean => practice.seen.some((s) => s.id === n && s.what === wanted);
  await page.waitForFunction(noticed, { timeout: timeoutMs, polling: 50 }, id, what);
}
