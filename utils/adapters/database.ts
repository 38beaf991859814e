import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { HeldItem } from '../core/contact/types.ts';
import type { LogHead } from '../core/log/types.ts';
import type { Instant, LocalDate } from '../core/time/instant.ts';

/** A chain line as stored. `line` is the truth; the rest are indexes made from it. */
export interface StoredLine {
  readonly seq: number;
  readonly at: Instant;
  readonly app?: string;
  /** The contact's id, or another key under which this entry is appended only once. */
  readonly once?: string;
  readonly line: Uint8Array;
}

export interface StoredPrivateLine {
  readonly seq: number;
  readonly line: Uint8Array;
}

export interface StoredDay {
  readonly date: LocalDate;
  readonly app: string;
  readonly inHours: number;
  readonly afterHours: number;
}

/** Single values: one row each. */
export interface StateRows {
  readonly head: LogHead;
  /** Settings as they stand in memory; parsed by core/settings when they are read. */
  readonly settings: unknown;
  /** Key of the pseudonyms (HMAC-SHA256, not extractable). */
  readonly aliasKey: CryptoKey;
  /** Writer named in the log's latest `start` entry. */
  readonly writer: string;
  /** The first-run page has been opened. */
  readonly welcomed: boolean;
}

export interface Schema extends DBSchema {
  lines: { key: number; value: StoredLine; indexes: { at: number; once: string } };
  private: { key: number; value: StoredPrivateLine };
  held: { key: string; value: HeldItem };
  days: { key: [LocalDate, string]; value: StoredDay };
  state: { key: keyof StateRows; value: StateRows[keyof StateRows] };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'clocked-off';
const VERSION = 1;

/**
 * Opens the extension's own database. Upgrades add stores and indexes; they never rewrite lines (DESIGN §7).
 * @throws when the browser refuses (profile damaged, disk full).
 */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      const lines = db.createObjectStore('lines', { keyPath: 'seq' });
      lines.createIndex('at', 'at');
      lines.createIndex('once', 'once', { unique: true });
      db.createObjectStore('private', { keyPath: 'seq' });
      db.createObjectStore('held', { keyPath: 'id' });
      db.createObjectStore('days', { keyPath: ['date', 'app'] });
      db.createObjectStore('state');
    },
    blocking(_current, _blocked, event) {
      // Another page or version wants to upgrade: an open connection must not keep it waiting.
      (event.target as IDBDatabase).close();
    },
  });
}
