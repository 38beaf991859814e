import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LoggedWatch } from '../app/ports.ts';
import type { HeldItem, Treatment } from '../core/contact/types.ts';
import type { LifeSign } from '../core/log/continuity.ts';
import type { LogHead } from '../core/log/types.ts';
import type { SignedCheckpoint } from '../core/sign/signed-checkpoint.ts';
import type { Instant, LocalDate } from '../core/time/instant.ts';
import type { SealedContext, VaultRecord } from '../core/vault/types.ts';

/**
 * A chain line as stored. `line` is the truth, under a passphrase sealed (core/vault/sealed-value.ts); the rest are indexes
 * made from it.
 */
export interface StoredLine {
  readonly seq: number;
  readonly at: Instant;
  readonly app?: string;
  /** The contact's id, or other keys under which this entry is appended only once. (Format 1 had one without a list.) */
  readonly once?: readonly string[] | string;
  /** Of a contact whose line is sealed: a retry asks for it while the log is locked. */
  readonly treatment?: Treatment;
  readonly line: Uint8Array;
}

export interface StoredPrivateLine {
  readonly seq: number;
  readonly line: Uint8Array;
}

/** A held item under a passphrase. */
export interface SealedHeld extends Omit<HeldItem, 'origin' | 'sender' | 'title' | 'text' | 'sealed'> {
  /** JSON of what is left out above. */
  readonly sealed: Uint8Array;
}

export type StoredHeld = HeldItem | SealedHeld;

export interface StoredDay {
  readonly date: LocalDate;
  readonly app: string;
  readonly inHours: number;
  readonly afterHours: number;
}

/** A copy of a file that the person chose to keep. */
export interface StoredFile {
  /** Of the file itself, in hex. */
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  /** Sealed under a passphrase where `sealed` says so: a file may begin with any byte. */
  readonly bytes: Uint8Array;
  readonly sealed?: true;
  /** When it was kept. */
  readonly at: Instant;
}

/** The key that signs for one log: Ed25519, not extractable. */
export interface StoredSigningKey {
  readonly log: string;
  readonly publicKey: Uint8Array;
  readonly privateKey: CryptoKey;
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
  /** When the background last ran. Not in the chain: a line every quarter of an hour would say nothing more. */
  readonly alive: LifeSign;
  /** What the log says last of each app. */
  readonly watched: LoggedWatch;
  /** Keys of the passphrase; none where the log lies open. */
  readonly vault: VaultRecord;
}

export interface Schema extends DBSchema {
  lines: { key: number; value: StoredLine; indexes: { at: number; once: string } };
  private: { key: number; value: StoredPrivateLine };
  held: { key: string; value: StoredHeld };
  days: { key: [LocalDate, string]; value: StoredDay };
  state: { key: keyof StateRows; value: StateRows[keyof StateRows] };
  keys: { key: string; value: StoredSigningKey };
  checkpoints: { key: [string, number]; value: SignedCheckpoint };
  files: { key: string; value: StoredFile; indexes: { at: number } };
  contexts: { key: string; value: SealedContext };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'clocked-off';
const VERSION = 3;

/**
 * Opens the extension's own database. Upgrades add stores and indexes; they never rewrite lines (DESIGN §7).
 * @throws when the browser refuses (profile damaged, disk full).
 */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>(NAME, VERSION, {
    upgrade(db, before, _after, tx) {
      if (before < 1) {
        const lines = db.createObjectStore('lines', { keyPath: 'seq' });
        lines.createIndex('at', 'at');
        lines.createIndex('once', 'once', { unique: true });
        db.createObjectStore('private', { keyPath: 'seq' });
        db.createObjectStore('held', { keyPath: 'id' });
        db.createObjectStore('days', { keyPath: ['date', 'app'] });
        db.createObjectStore('state');
      }
      if (before < 2) {
        const lines = tx.objectStore('lines');
        lines.deleteIndex('once');
        lines.createIndex('once', 'once', { unique: true, multiEntry: true });
        db.createObjectStore('keys', { keyPath: 'log' });
        db.createObjectStore('checkpoints', { keyPath: ['log', 'number'] });
      }
      if (before < 3) {
        const files = db.createObjectStore('files', { keyPath: 'sha256' });
        files.createIndex('at', 'at');
        db.createObjectStore('contexts', { keyPath: 'id' });
      }
    },
    blocking(_current, _blocked, event) {
      // Another page or version wants to upgrade: an open connection must not keep it waiting.
      (event.target as IDBDatabase).close();
    },
  });
}

/** Opens a connection for one piece of work of our own pages, and closes it. @throws as {@link openDatabase} and the work do. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
