import { WaitError } from './wait.ts';

/** A notification that the browser handed to the system for display: what a person would have seen. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Whom the display names as its origin; null for the browser's and extensions' own. */
  readonly origin: string | null;
  /** The browser asked the system for no sound; null where it says nothing about it. */
  readonly silent: boolean | null;
  /** Wall clock, epoch milliseconds. */
  readonly at: number;
  readonly closedAt: number | null;
  /** `replaced`: another with the same tag took its place. `browser`: the site, an extension or the browser. */
  readonly closedBy: 'browser' | 'person' | 'replaced' | null;
  /** Whatever else came with it, for a look at what browsers really send. */
  readonly details: Readonly<Record<string, unknown>>;
}

export type ShownPredicate = (shown: Shown) => boolean;

/** The record of displayed notifications, in order of display. Lives on the observer's side, beneath every page. */
export class ShownList {
  private readonly items: Shown[] = [];
  private readonly index = new Map<string, number>();
  private readonly changed = new Set<() => void>();

  all(): readonly Shown[] {
    return [...this.items];
  }

  get(id: string): Shown {
    const item = this.items[this.index.get(id) ?? -1];
    if (item === undefined) throw new Error(`No notification ${id} was shown.`);
    return item;
  }

  add(item: Omit<Shown, 'closedAt' | 'closedBy'>): void {
    this.index.set(item.id, this.items.length);
    this.items.push({ ...item, closedAt: null, closedBy: null });
    this.announce();
  }

  /** Marks it closed; of several reasons the first one stands. */
  close(id: string, closedBy: NonNullable<Shown['closedBy']>, closedAt: number): void {
    const at = this.index.get(id);
    const item = at === undefined ? undefined : this.items[at];
    if (at === undefined || item === undefined || item.closedAt !== null) return;
    this.items[at] = { ...item, closedAt, closedBy };
    this.announce();
  }

  clear(): void {
    this.items.length = 0;
    this.index.clear();
  }

  /** Calls `listener` after every change, until the returned function is called. */
  watch(listener: () => void): () => void {
    this.changed.add(listener);
    return () => this.changed.delete(listener);
  }

  /** The first notification that fits, now or later. */
  waitFor(predicate: ShownPredicate, timeoutMs: number): Promise<Shown> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        unwatch();
        act();
      };
      const look = (): void => {
        const found = this.items.find(predicate);
        if (found !== undefined) settle(() => resolve(found));
      };
      const unwatch = this.watch(look);
      const timer = setTimeout(() => settle(() => reject(this.late(timeoutMs))), timeoutMs);
      look();
    });
  }

  private late(timeoutMs: number): WaitError {
    const titles = this.items.slice(-10).map((item) => JSON.stringify(item.title.slice(0, 60)));
    return new WaitError(
      `Waited ${timeoutMs / 1_000} s for a notification. Shown so far: ${titles.join(', ') || 'none'}.`,
    );
  }

  private announce(): void {
    for (const listener of [...this.changed]) listener();
  }
}
