import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { randomBytes } from '../../utils/adapters/crypto.ts';
import { type Database, openDatabase } from '../../utils/adapters/database.ts';
import { openLogReader } from '../../utils/adapters/log-reader.ts';
import { createLogSource } from '../../utils/adapters/log-source.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import type { Append, ErasableLog } from '../../utils/app/ports.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { StoredLine as CheckedLine } from '../../utils/core/log/verify.ts';
import { verifyChain } from '../../utils/core/log/verify.ts';
import { contactDraft, EVENING, heldItem } from '../app/fakes.ts';

const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

export const DONE = { ok: true, value: null };
export const problem = (code: string) => ({ ok: false, problem: { code } });

/** A database and a browser without a past. A passphrase takes a while to become a key; here it need not. */
export async function freshDatabase(): Promise<Database> {
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  const { deriveKey } = crypto.subtle;
  vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation((params, ...rest) =>
    deriveKey.call(crypto.subtle, { ...(params as Pbkdf2Params), iterations: 10 }, ...rest),
  );
  return openDatabase();
}

export const PASSPHRASE = 'lusab-babad-gutih-tugad-zizur';
export const KEEP_MS = 300_000;
export const COURSE = { progress: () => undefined };

/** A background: each has a writer of its own. */
export const writerOn = (db: Database): ErasableLog =>
  createLogStore({
    db,
    writer: '1.0 test',
    sha256,
    stamp: () => ({ at: EVENING, zone: 'America/Bogota', epoch: 'e', monotonicMs: 1 }),
    random: randomBytes,
  });

/** What must not be found on the disk. */
export const titleOf = (n: number): string => `Budget of room ${n}`;
export const ALIAS = 'alias-of-ana';

export const contact = (n: number): Append => {
  const { seq: _seq, ...held } = heldItem(n, { title: titleOf(n), text: `Text ${titleOf(n)}`, sender: ALIAS });
  return {
    draft: contactDraft(n, { content: { title: titleOf(n), alias: ALIAS } }),
    held: [held],
  };
};

export const contacts = (from: number, count: number): Append[] =>
  Array.from({ length: count }, (_, index) => contact(from + index));

export const names = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => titleOf(from + index));

/** Titles by the two ways that read the log. @throws {LockedError} */
export async function titles(db: Database): Promise<string[]> {
  const reader = await openLogReader();
  const rows = await reader.rows({ limit: 10_000 });
  const found = rows.flatMap(({ line, privateLine }) => readEntry(line, privateLine)?.content?.title ?? []);
  const other: string[] = [];
  const last = (await createLogSource(db).head())?.size ?? 0;
  for await (const { line, privateLine } of createLogSource(db).lines({ first: 1, last }))
    other.push(...[readEntry(line, privateLine)?.content?.title ?? []].flat());
  if (found.toReversed().join() !== other.join()) throw new Error('the two readings differ');
  return other;
}

export async function verdict(db: Database) {
  const last = (await createLogSource(db).head())?.size ?? 0;
  async function* all(): AsyncGenerator<CheckedLine> {
    yield* createLogSource(db).lines({ first: 1, last });
  }
  return verifyChain(all(), sha256);
}

const COVERED = ['lines', 'private', 'held', 'files'] as const;

/** All that is stored of it, byte by byte. */
export async function disk(db: Database): Promise<string> {
  const rows = await Promise.all(COVERED.map((name) => db.getAll(name)));
  return serialize(rows).toString('latin1');
}
