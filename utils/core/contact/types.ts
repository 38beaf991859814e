import type { Instant } from '../time/instant.ts';

/** What happens to a notification after hours: not shown but kept, shown silently with a mark, or shown. */
export type Treatment = 'hold' | 'flag' | 'show';

/** How we saw a contact (DESIGN §2). */
export type Route = 'page' | 'page-registration' | 'site-worker' | 'toast' | 'title' | 'badge' | 'manual';

export type Certainty = 'observed' | 'inferred' | 'reported';

/** The background's answer for one offered contact. `native`: not ours to touch (during hours, or not a work app). */
export type Decision = Treatment | 'native';

/** Caps on captured text, in UTF-16 code units; the page's hook cuts and says so in `cut`. */
export const TITLE_CAP = 512;
export const TEXT_CAP = 2_048;
export const TAG_CAP = 256;

/** How many contacts one message may carry. */
export const OFFER_BATCH = 250;

/** A contact as a page offers it. All text is a claim of the page; origin and tab come from the browser. */
export interface OfferedContact {
  /** 32 hex digits, made by the bridge; the same on every retry. */
  readonly id: string;
  readonly route: 'page' | 'page-registration' | 'site-worker';
  readonly title: string;
  readonly text: string;
  readonly tag: string;
  /** Something above was longer than its cap. */
  readonly cut: boolean;
  /** The page got no answer in time and has already shown the notification. */
  readonly failedOpen: boolean;
}

/** Where the browser says a message came from. */
export interface ContactSource {
  readonly origin: string;
  /** Of the tab where that has this origin, else of the frame; it tells which account. Looked at, never stored. */
  readonly address: string;
  readonly tabId: number;
  readonly frameId: number;
}

/** A held notification: kept on the device until the person dismisses it, never part of the log. */
export interface HeldItem {
  readonly id: string;
  /** The log entry that records it. */
  readonly seq: number;
  readonly app: string;
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly at: Instant;
  /** As the catalogue's rule for the app reads it; null where the app does not tell. */
  readonly sender: string | null;
  readonly title: string;
  readonly text: string;
  /** Null until the digest at the start of hours has named it. */
  readonly handedOverAt: Instant | null;
  /** The log is locked: sender, title, text and origin are empty. */
  readonly sealed?: true;
}
