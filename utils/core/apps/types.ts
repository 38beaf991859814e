import type { Route, Treatment } from '../contact/types.ts';

export type AppCategory = 'email' | 'chat' | 'calendar' | 'meeting' | 'project' | 'other';

/** How sure the catalogue is of what it says about an app; `low` is marked so wherever it is shown. */
export type Confidence = 'high' | 'medium' | 'low';

/** Where an app's own notifications carry the sender's name. The first group of `pattern` is the name. */
export interface SenderRule {
  readonly from: 'title' | 'text';
  readonly pattern: string;
}

/** Shape of a message by which a page asks its own site worker to notify. Paths are dot-separated keys. */
export interface WorkerMessageShape {
  readonly typeKey: string;
  readonly typeValue: string;
  readonly titlePath: string;
  readonly textPath: string;
  readonly tagPath: string | null;
}

/** A known work app, as data. */
export interface CatalogueApp {
  readonly id: string;
  readonly name: string;
  readonly category: AppCategory;
  /** Match patterns (`https://*.example.com/*`); empty for software that every employer hosts itself. */
  readonly patterns: readonly string[];
  readonly selfHosted: boolean;
  /** Routes by which it is known to notify; `none`: draws inside its own page; `push`: its site worker, out of reach. */
  readonly routes: readonly (Route | 'push' | 'none' | 'unknown')[];
  readonly confidence: Confidence;
  /** Regular expression over the page title; its first group that takes part is the unread count. Null: title has none. */
  readonly titleRule: string | null;
  /**
   * Which part of an address names an account, each `<…>` being one segment: `/client/<team>`. Empty where addresses do not
   * tell accounts apart, null where we do not know.
   */
  readonly accountPath: string | null;
  /** Key of a sentence in the text catalogue that tells the person a limit of this app; null when there is none. */
  readonly noteKey: string | null;
}

/** A work app that the person chose. */
export interface ChosenApp {
  /** The catalogue's id (`slack-2` for a second account), or `site-…` for a site the person added. */
  readonly id: string;
  readonly name: string;
  /**
   * Match patterns without a port, except for added sites, which keep theirs: `http://intranet:8065/*`. With a path where
   * only one account is meant: `https://app.slack.com/client/T0001/*`.
   */
  readonly patterns: readonly string[];
  readonly employment: string;
  /** `general` follows the general treatment of the settings. */
  readonly treatment: Treatment | 'general';
}
