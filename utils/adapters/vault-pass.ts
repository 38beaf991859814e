import { vaultMark } from '../core/vault/mark.ts';
import type { SealedContext, VaultRecord } from '../core/vault/types.ts';
import type { Database, StoredHeld } from './database.ts';
import { abandon } from './log-transaction.ts';
import { keyOf, piecesOf, SEALED_STORES, type SealedRow, type SealedStore, type Turn } from './vault-rows.ts';

/** How a long piece of work is followed and stopped. */
export interface VaultCourse {
  /** From 0 to 1. */
  progress(share: number): void;
  readonly signal?: AbortSignal;
}

/** Another page set, took off or erased the passphrase meanwhile. */
export class VaultMoved extends Error {}

/**
 * Seals or opens all rows in place, piece by piece. What breaks off, or is broken off, leaves a log of both kinds that reads
 * as before; the next pass goes on. Contacts that arrive meanwhile are written as the vault says by then.
 * @param mark of the vault for which it is done.
 * @throws {VaultMoved} when the vault is another by then.
 * @throws the signal's reason when it is aborted; what the store throws.
 */
export async function turnRows(
  db: Database,
  mark: string,
  work: Turn,
  { progress, signal }: VaultCourse,
  context: SealedContext | null,
): Promise<void> {
  const counts = await Promise.all(SEALED_STORES.map((store) => db.count(store)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const store of SEALED_STORES) {
    for await (const piece of piecesOf(db, store)) {
      signal?.throwIfAborted();
      const todo = piece.filter((row) => !work.isDone(store, row));
      const turned = await Promise.all(todo.map((row) => work.turn(store, row)));
      if (turned.length > 0) await put(db, { mark, store, turned, work, context });
      done += piece.length;
      progress(Math.min(1, done / total));
    }
  }
}

interface Piece {
  readonly mark: string;
  readonly store: SealedStore;
  readonly turned: readonly SealedRow[];
  readonly work: Turn;
  readonly context: SealedContext | null;
}

/** Stores them where the rows are still there and still as they were: what was erased meanwhile stays erased. */
async function put(db: Database, { mark, store, turned, work, context }: Piece): Promise<void> {
  const tx = db.transaction([store, 'state', 'contexts'], 'readwrite', { durability: 'strict' });
  const rows = tx.objectStore(store);
  const replace = async (row: SealedRow): Promise<void> => {
    const now: SealedRow | undefined = await rows.get(keyOf(row));
    if (now === undefined || work.isDone(store, now)) return;
    await rows.put(store === 'held' ? { ...(row as StoredHeld), handedOverAt: (now as StoredHeld).handedOverAt } : row);
  };
  const guard = async (): Promise<void> => {
    const vault = (await tx.objectStore('state').get('vault')) as VaultRecord | undefined;
    if (vaultMark(vault) !== mark) throw new VaultMoved();
  };
  const keep = async (): Promise<void> => {
    if (context !== null) await tx.objectStore('contexts').put(context);
  };
  try {
    await Promise.all([guard(), keep(), ...turned.map(replace), tx.done]);
  } catch (error) {
    abandon(tx);
    await tx.done.catch(() => undefined);
    throw error;
  }
}

/** Rows that a passphrase covers and that are not sealed. Reads all of them. */
export async function countUnsealed(db: Database, isSealedRow: Turn['isDone']): Promise<number> {
  let count = 0;
  for (const store of SEALED_STORES)
    for await (const piece of piecesOf(db, store)) count += piece.filter((row) => !isSealedRow(store, row)).length;
  return count;
}
