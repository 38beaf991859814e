import type { HeldItem, Treatment } from '../core/contact/types.ts';
import type { Gate } from '../core/gate/types.ts';
import type { EntryDraft, LogHead, WatchState } from '../core/log/types.ts';
import type { Settings } from '../core/settings/types.ts';
import type { SignedCheckpoint, StoredStamp, StoredWitness } from '../core/sign/signed-checkpoint.ts';
import type { Signer } from '../core/sign/types.ts';
import type { Instant, LocalDate, ZoneName } from '../core/time/instant.ts';

/** The edge as the use-cases see it. One adapter each; tests bring their own. */

export interface Clock {
  now(): Instant;
  /** IANA zone of the device. */
  zone(): ZoneName;
}

export interface SettingsStore {
  read(): Promise<Settings>;
  write(settings: Settings): Promise<void>;
}

/** One entry to append; held items go into the same transaction as the entry that records them. */
export interface Append {
  readonly draft: EntryDraft;
  readonly held?: readonly Omit<HeldItem, 'seq'>[];
  /** For entries that are no contact: a key under which they are appended only once. */
  readonly once?: string;
  /** Ids of the contacts that a `collapse` entry counts; those that are in the log already are not counted again. */
  readonly counts?: readonly string[];
  /** Ids of held items that are no longer held: the page has shown it, or the person let go of them. */
  readonly unhold?: string | readonly string[];
  /** SHA-256 (hex) of kept copies of files that the person let go of. */
  readonly drop?: readonly string[];
}

/** The keys under which an entry is appended only once. */
export function keysOf({ draft, once, counts }: Append): readonly string[] {
  if ('id' in draft) return [draft.id];
  return counts ?? (once === undefined ? [] : [once]);
}

/**
 * The key of what the person says of line `ref`. It begins so that the notes on a line, and the lines that were corrected,
 * are found by it.
 */
export const noteKey = (ref: number, what: 'annotation' | 'correction', id: string): string =>
  `note ${ref} ${what} ${id}`;
/** How the keys of all notes on a line, or on all lines, begin. */
export const notesBegin = (ref?: number): string => (ref === undefined ? 'note ' : `note ${ref} `);
/** The line that such a key says is wrong; null for any other. */
export const correctedBy = (key: string): number | null => {
  const [, ref] = /^note (\d+) correction /.exec(key) ?? [];
  return ref === undefined ? null : Number(ref);
};

export interface Appended {
  readonly seq: number;
  /** It was in the log already (a retry): the treatment that had been recorded. Null for a new entry. */
  readonly before: Treatment | null;
}

export interface LogStore {
  /**
   * Appends in order and resolves once the entries are durable. All of one call succeed, or none.
   * @throws when the browser could not store them (disk full, profile damaged).
   */
  append(items: readonly Append[]): Promise<readonly Appended[]>;
  /**
   * Notes that we are alive. After a pause, a `gap` is chained first, by this or by the next append; so is a `clock` entry
   * where the clock was set. No line where there is nothing to note, and none opens an empty log.
   * @throws as `append` does.
   */
  beat(): Promise<void>;
  head(): Promise<LogHead>;
}

export interface ErasableLog extends LogStore {
  /** Lets go of the log and of all that belongs to it; what is appended later opens a new one. Takes its turn in the queue. */
  wipe(): Promise<void>;
}

/** What the latest `watch` line of each app says; `at` is its time. */
export type LoggedWatch = Readonly<Record<string, { readonly what: WatchState; readonly at: Instant }>>;

export interface LoggedWatchStore {
  read(): Promise<LoggedWatch>;
  write(logged: LoggedWatch): Promise<void>;
}

export interface LineTimes {
  /** When line `seq` was written; null where there is none. */
  of(seq: number): Promise<Instant | null>;
}

export interface HeldStore {
  all(): Promise<readonly HeldItem[]>;
  find(id: string): Promise<HeldItem | undefined>;
  count(): Promise<number>;
  remove(ids: readonly string[]): Promise<void>;
  /** Returns the ids that were not marked before: of several who ask at the same time, each item goes to one. */
  markHandedOver(ids: readonly string[], at: Instant): Promise<readonly string[]>;
}

export interface DayCounts {
  readonly afterHours: Readonly<Record<string, number>>;
  readonly inHours: Readonly<Record<string, number>>;
}

/** Plain counters per day and app; the only thing kept of contacts during hours. */
export interface DayCountStore {
  addInHours(date: LocalDate, app: string, count: number): Promise<void>;
  of(date: LocalDate): Promise<DayCounts>;
}

/** Keyed pseudonyms that mean nothing outside this device. */
export interface Pseudonyms {
  aliasOf(app: string, sender: string): Promise<string>;
}

export interface GateStore {
  write(gate: Gate): Promise<void>;
}

export interface Sites {
  /** Which of these match patterns (no ports) may we watch? */
  granted(patterns: readonly string[]): Promise<readonly string[]>;
  /** Registers hook and bridge for exactly these patterns, and injects them into open tabs that lack them. */
  watch(patterns: readonly string[]): Promise<void>;
}

export interface WorkTab {
  readonly id: number;
  /** Empty where we may not see it. */
  readonly url: string;
  readonly muted: boolean;
  /** The mute is one of ours. */
  readonly mutedByUs: boolean;
  /** The person lifted a mute themselves; that is not ours to undo. */
  readonly unmutedByPerson: boolean;
  readonly discarded: boolean;
}

export interface Tabs {
  /** Open tabs whose address we may see, and those that carry a mute of ours. */
  open(): Promise<readonly WorkTab[]>;
  setMuted(tabId: number, muted: boolean): Promise<void>;
  /** Does a page in it hold a live microphone? Null where the page stands still and does not say. */
  inCall(tabId: number): Promise<boolean | null>;
  /** Brings a tab to the front; false when it no longer exists. */
  focus(tabId: number): Promise<boolean>;
  create(url: string): Promise<void>;
  /** Has the page's own click handler run for a contact it still holds. */
  click(tabId: number, frameId: number, contactId: string): Promise<void>;
  /** Has the page ask about each notification, also in hours, or again do as the gate says. */
  askAboutEach(tabId: number, each: boolean): Promise<void>;
  /** Raises a notification inside the page, as the site itself would. */
  notifyInside(tabId: number, title: string, body: string): Promise<'raised' | 'site-may-not-notify'>;
}

export interface Badge {
  show(look: {
    readonly text: string;
    readonly title: string;
    readonly tone: 'working' | 'off' | 'on-call' | 'unset' | 'trouble';
  }): Promise<void>;
}

export interface Alarms {
  /** One alarm at the next boundary, one heartbeat; both only nudges. */
  schedule(boundary: Instant | null): Promise<void>;
}

export interface Notifier {
  allowed(): Promise<boolean>;
  digest(title: string, body: string): Promise<void>;
}

/** Hearing of every tab's navigation wakes the background often, so it is heard of only while somebody needs it. */
export interface TabWatch {
  want(wanted: boolean): void;
}

export interface Announcer {
  /** Tells our open pages that the status changed. */
  statusChanged(): void;
}

/** Keeps every checkpoint that was ever made; none is changed or removed. */
export interface CheckpointStore {
  latest(log: string): Promise<SignedCheckpoint | null>;
  /** Oldest first. */
  all(log: string): Promise<readonly SignedCheckpoint[]>;
  /** Gives it the next number. Where the latest one names the same head, that one is returned and nothing stored. */
  add(fresh: Omit<SignedCheckpoint, 'number' | 'witnesses'>): Promise<SignedCheckpoint>;
  /** A witness that is there already is not added again. False where there is no such checkpoint. */
  addWitness(log: string, number: number, witness: StoredWitness): Promise<boolean>;
}

export interface StampStore {
  /** Keeps a time stamp beside its checkpoint. False where there is no such checkpoint. */
  add(log: string, number: number, stamp: StoredStamp): Promise<boolean>;
}

export interface SigningKeys {
  /** The log's own key, made when it is first asked for. */
  signerOf(log: string): Promise<Signer>;
}
