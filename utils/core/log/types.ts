import type { Certainty, Route, Treatment } from '../contact/types.ts';
import type { Verdict } from '../hours/types.ts';
import type { Instant, ZoneName } from '../time/instant.ts';
import type { Annotation } from './annotation.ts';

/** Kinds of chain lines. Some are written by later versions only; readers must accept all of them. */
export const ENTRY_KINDS = [
  'start',
  'contact',
  'gap',
  'clock',
  'watch',
  'policy',
  'hours',
  'anchor',
  'note',
  'collapse',
  'erase',
  'export',
] as const;

/** What every line is stamped with at the moment of writing. */
export interface EntryStamp {
  readonly at: Instant;
  /** Zone of the device. */
  readonly zone: ZoneName;
  /** Random id of this run of the background, and its monotonic milliseconds. */
  readonly epoch: string;
  readonly monotonicMs: number;
}

/** A file that the person has, known to the log by its hash and length. */
export interface FileMark {
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the file as the person chose it. */
  readonly name?: string;
  /** Media type, as the browser gave it. */
  readonly type?: string;
}

/**
 * The part of an entry that may be withheld or erased: of a contact, only what the person's record level allows; and
 * whatever the person said of it.
 */
export interface PrivateContent extends Annotation {
  readonly alias?: string;
  readonly sender?: string;
  readonly title?: string;
  readonly text?: string;
  readonly files?: readonly FileMark[];
  /** Why an entry is wrong: of a correction. */
  readonly wrong?: string;
  /** The page's text was longer than our caps. */
  readonly cut?: true;
}

export interface ContactDraft {
  readonly kind: 'contact';
  /** The contact's id: makes a retried append idempotent. */
  readonly id: string;
  readonly app: string;
  readonly origin: string;
  readonly route: Route;
  readonly certainty: Certainty;
  /** What the person was given, as far as known when written. */
  readonly treatment: Treatment;
  /** The page had shown it natively already, since no answer came in time. */
  readonly failedOpen: boolean;
  readonly employment: string;
  readonly verdict: Verdict;
  readonly content: PrivateContent | null;
}

/** A contact that the person typed in: nothing was seen, nothing was held. */
export interface ReportedDraft {
  readonly kind: 'reported';
  /** As of any contact. */
  readonly id: string;
  /** The channel: `manual-call` and so on. */
  readonly app: string;
  /** When it happened, as the person says; whole minutes. */
  readonly when: Instant;
  /** When it ended; null where it has no length. */
  readonly end: Instant | null;
  /** Typed in a good while after it. */
  readonly later: boolean;
  readonly employment: string;
  readonly verdict: Verdict;
  readonly content: PrivateContent | null;
}

export interface StartDraft {
  readonly kind: 'start';
  /** `<version> <browser>` of the writer, such as `0.1.0 firefox`. */
  readonly writer: string;
}

/** The rules of hours as they stand from now on: SHA-256 over the employments as canonical settings JSON. */
export interface HoursDraft {
  readonly kind: 'hours';
  readonly digest: string;
}

/** A remark on an earlier entry or on the run of things. */
export interface NoteDraft {
  readonly kind: 'note';
  /**
   * `shown-by-timeout`: the page showed entry `ref` before our answer. `self-test`: the person tried the extension.
   * `annotation`: the person says more about entry `ref`. `correction`: they say that it is wrong.
   */
  readonly what:
    | 'shown-by-timeout'
    | 'self-test'
    | 'working-now'
    | 'off-now'
    | 'override-ended'
    | 'annotation'
    | 'correction';
  readonly ref?: number;
  /** All that the person says. */
  readonly content?: PrivateContent;
}

/** `count` further contacts of one origin that came faster than the log takes single lines. */
export interface CollapseDraft {
  readonly kind: 'collapse';
  readonly app: string;
  readonly origin: string;
  readonly count: number;
  readonly from: Instant;
}

/** A time in which nothing was watched, noted after it. Half-open. */
export interface GapDraft {
  readonly kind: 'gap';
  /** `not-running`: the browser was closed, the device slept or was off, or the extension was switched off. */
  readonly what: 'not-running';
  readonly from: Instant;
  readonly until: Instant;
}

/** The device's clock moved from `from` to the time of this very line. */
export interface ClockDraft {
  readonly kind: 'clock';
  /** `jump-or-sleep`: set forward, or the device slept; they cannot be told apart. `back`: set back. */
  readonly what: 'jump-or-sleep' | 'back';
  readonly from: Instant;
}

/** `no-permission`: chosen, but the browser's permission is missing. `not-chosen`: no longer among the work apps. */
export type WatchState = 'watched' | 'no-permission' | 'not-chosen';

/** How it stands with one work app from now on: written when that changes, and once a week where it does not. */
export interface WatchDraft {
  readonly kind: 'watch';
  readonly app: string;
  readonly what: WatchState;
}

/** A time stamp came for a checkpoint. Whatever follows in the chain was written after it. */
export interface AnchorDraft {
  readonly kind: 'anchor';
  readonly what: 'rfc3161';
  /** The lines up to this one were stamped. */
  readonly last: number;
  /** SHA-256 (hex) of what the service sent: the checkpoint's `.tsr` file. */
  readonly digest: string;
  /** When it was stamped, by the clock of the service. */
  readonly when: Instant;
}

/** A bundle was written: what left with it. Not to whom, and not under which name. */
export interface ExportDraft {
  readonly kind: 'export';
  /** Numbers of the first and the last line. */
  readonly first: number;
  readonly last: number;
  /** Lines of which only the hash left. */
  readonly stubs: number;
  /** Private lines that left whole. */
  readonly opened: number;
  /** Which parts of private lines were shown: `DISCLOSED_PARTS`. */
  readonly parts: readonly string[];
  /** SHA-256 (hex) of its `tagmanifest-sha256.txt`, which binds every byte of it. */
  readonly digest: string;
  /** It left sealed to a delegate's key, and in no other form. */
  readonly sealed?: true;
}

/** Both lines included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The person let go of private lines; their chain lines stay. Written in the transaction that deletes them. */
export interface EraseDraft {
  readonly kind: 'erase';
  readonly what: 'private';
  /** How many private lines there were in the ranges. */
  readonly count: number;
  /** Ascending; a range may run over lines that had no private line. At most `MOST_RANGES`. */
  readonly lines: readonly LineRange[];
}

/** What is to be let go of: found by `ErasePlanner`. */
export interface Erasure {
  readonly lines: readonly Pick<EraseDraft, 'count' | 'lines'>[];
  /** Ids of held items. */
  readonly held: readonly string[];
  /** SHA-256 (hex) of kept copies of files. */
  readonly files: readonly string[];
}

export type EntryDraft =
  | ContactDraft
  | ReportedDraft
  | StartDraft
  | HoursDraft
  | NoteDraft
  | CollapseDraft
  | GapDraft
  | ClockDraft
  | WatchDraft
  | AnchorDraft
  | ExportDraft
  | EraseDraft;

/** Size and head hash of a log: what a checkpoint will name. */
export interface LogHead {
  /** 32 hex digits. */
  readonly log: string;
  /** Number of lines; the last one has this `seq`. */
  readonly size: number;
  /** SHA-256 (hex) of the last line's bytes without LF; 64 zeros for an empty log. */
  readonly hash: string;
}
