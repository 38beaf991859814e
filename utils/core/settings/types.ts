import type { ChosenApp } from '../apps/types.ts';
import type { Treatment } from '../contact/types.ts';
import type { Employment } from '../hours/types.ts';

export const LANGUAGES = ['en', 'es', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

export const SETTINGS_FORMAT = 'clocked-off-settings/1';

/** How much of a contact's content enters the private part of the log (DESIGN §7); each step is the person's own. */
export interface RecordLevel {
  readonly sender: 'none' | 'alias' | 'name';
  readonly title: boolean;
  readonly text: boolean;
}

/** Months. */
export const RETENTIONS = [6, 12, 24, 36, 60] as const;
export type Retention = (typeof RETENTIONS)[number];

export interface Settings {
  readonly format: typeof SETTINGS_FORMAT;
  /** `auto` follows the browser. */
  readonly language: Language | 'auto';
  readonly employments: readonly Employment[];
  readonly apps: readonly ChosenApp[];
  /** The general treatment; apps may differ. */
  readonly treatment: Treatment;
  readonly record: RecordLevel;
  /** Mute work tabs after hours. */
  readonly muteAfterHours: boolean;
  /** Raise one digest notification at the start of hours (needs the optional `notifications` permission). */
  readonly digest: boolean;
  /** Addresses of services that stamp checkpoints (RFC 3161), asked only when the person clicks. */
  readonly timeStamps?: readonly string[];
  /** The person is reminded of entries that are older than so many months. Nothing is erased by it. */
  readonly retention?: Retention;
}

export const DEFAULT_SETTINGS: Settings = {
  format: SETTINGS_FORMAT,
  language: 'auto',
  employments: [],
  apps: [],
  treatment: 'hold',
  record: { sender: 'alias', title: false, text: false },
  muteAfterHours: false,
  digest: true,
};
