import type { ManualReport } from '../core/contact/manual.ts';
import type { Decision, HeldItem, OfferedContact, Treatment } from '../core/contact/types.ts';
import type { HoursOverride, Verdict } from '../core/hours/types.ts';
import type { WeekOfHours } from '../core/hours/week.ts';
import type { AnchorDraft, Erasure, ExportDraft, FileMark } from '../core/log/types.ts';
import type { Result } from '../core/result.ts';
import type { Settings } from '../core/settings/types.ts';
import type { SignedCheckpoint } from '../core/sign/signed-checkpoint.ts';
import type { Instant } from '../core/time/instant.ts';
import type { VaultState } from '../core/vault/types.ts';

/** How one chosen app stands. */
export interface AppStatus {
  readonly id: string;
  readonly name: string;
  readonly employment: string;
  /** Treatment in force after hours, with `general` resolved. */
  readonly treatment: Treatment;
  /** False where the browser's permission for it is missing, withheld or withdrawn. */
  readonly watching: boolean;
  /** Match patterns to ask the browser for (no ports). */
  readonly origins: readonly string[];
}

export interface TodayCounts {
  /** After-hours contacts per app id since local midnight. */
  readonly afterHours: Readonly<Record<string, number>>;
  /** In-hours contacts per app id since local midnight: a plain counter, nothing else is kept of them. */
  readonly inHours: Readonly<Record<string, number>>;
}

/** What popup and badge show. */
export interface Status {
  readonly now: Instant;
  readonly settings: Settings;
  /** False until at least one employment with hours exists. */
  readonly setUp: boolean;
  /** One verdict per employment id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** `working` when any employment is working, else `on-call` when any stands by, else `off`; null before set-up. */
  readonly state: Verdict['kind'] | null;
  /** When `state` changes next; null when nothing known changes it. */
  readonly until: Instant | null;
  readonly override: HoursOverride | null;
  /** This week of the first job; null before set-up. */
  readonly week: WeekOfHours | null;
  readonly apps: readonly AppStatus[];
  readonly heldCount: number;
  readonly today: TodayCounts;
  /** May the extension raise its own digest notification? */
  readonly mayNotify: boolean;
  /** The last write failed (disk full, profile damaged): notifications are shown and not logged until it works again. */
  readonly logBroken: boolean;
  /** Is the log under a passphrase, and can it be read now? */
  readonly vault: VaultState;
}

export type SelfTestOutcome = 'held' | 'flagged' | 'shown' | 'no-tab' | 'site-may-not-notify' | 'no-answer';

/** Every message: what goes up, what comes back, in DESIGN's words. Requests are validated by `schemas.ts`. */
export interface Messages {
  // From a work page's bridge.
  'contact.seen': {
    request: { items: readonly OfferedContact[] };
    reply: { decisions: Readonly<Record<string, Decision>>; mark: string };
  };
  'contact.in-hours': { request: { count: number }; reply: null };
  'call.state': { request: { inCall: boolean }; reply: null };

  // From our own pages.
  'status.read': { request: null; reply: Status };
  'settings.save': { request: { settings: unknown }; reply: Result<Settings> };
  'settings.export': { request: null; reply: { text: string; fileName: string } };
  'override.start': {
    request: { kind: HoursOverride['kind']; until: Instant; reason: string };
    reply: Result<Settings>;
  };
  'override.end': { request: null; reply: Result<Settings> };
  /** Off from now on in every job, to care for somebody. */
  'care.start': { request: null; reply: Result<Settings> };
  'care.end': { request: null; reply: Result<Settings> };
  /** Sealed items come without their words: `adapters/held-desk.ts` reads those for pages. */
  'held.read': { request: null; reply: readonly HeldItem[] };
  /**
   * Focuses or opens the app; the site's own click handler runs where its page still lives. The item is dismissed. A page that
   * could read a sealed item names its origin.
   */
  'held.open': { request: { id: string; origin?: string }; reply: null };
  'held.dismiss': { request: { ids: readonly string[] }; reply: null };
  /**
   * Signs the log as it stands; the latest checkpoint where nothing was logged since. Null for an empty log. A
   * countersignature is taken in by the page itself: `adapters/witness-desk.ts`.
   */
  'checkpoints.make': { request: null; reply: SignedCheckpoint | null };
  /** What the person says of line `ref`: an `Annotation` or a `Correction`. Gives the number of the new line. */
  'log.annotate': {
    request: {
      id: string;
      ref: number;
      what: 'annotation' | 'correction';
      fields: Readonly<Record<string, string | number>>;
      files: readonly FileMark[];
    };
    reply: Result<number>;
  };
  /** A contact that the person typed in. Gives the number of its line. */
  'log.report': { request: ManualReport; reply: Result<number> };
  /** Chains what a page of ours did: a time stamp was fetched, a bundle was written. Gives the number of the new line. */
  'log.chain': { request: { draft: AnchorDraft | ExportDraft }; reply: number };
  /** Lets go of private lines, held items and kept copies of files. Gives the number of the line that says so. */
  'log.erase': { request: Erasure; reply: Result<number> };
  /** Lets go of the whole record and, where asked, of the settings too. A new log begins with the next entry. */
  'log.erase-all': { request: { settings: boolean }; reply: null };
  /** A page of ours has set, taken off, opened or locked the passphrase of the log: the other pages are to hear of it. */
  'vault.changed': { request: null; reply: null };
  /** Call after a permission was granted or declined, so that scripts and status follow at once. */
  'sites.refresh': { request: null; reply: null };
  /** Raises a real notification inside an open page of the app and reports what became of it. */
  'test.send': { request: { app: string }; reply: SelfTestOutcome };
}

export type MessageName = keyof Messages;
export type RequestOf<N extends MessageName> = Messages[N]['request'];
export type ReplyOf<N extends MessageName> = Messages[N]['reply'];
