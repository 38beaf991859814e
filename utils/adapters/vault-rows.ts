import type { Treatment } from '../core/contact/types.ts';
import { readEntry } from '../core/log/read.ts';
import { isSealed, placeOf } from '../core/vault/sealed-value.ts';
import type { Database, Schema, StoredFile, StoredHeld, StoredLine, StoredPrivateLine } from './database.ts';
import type { Open } from './opener.ts';
import type { Sealer } from './sealer.ts';
import { openFile, sealFile } from './stored-file.ts';
import { isSealedHeld, openHeld, sealHeld } from './stored-held.ts';

/** The stores that a passphrase covers, in the order in which they are sealed. */
export const SEALED_STORES = ['lines', 'private', 'held', 'files'] as const;
export type SealedStore = (typeof SEALED_STORES)[number];
export type SealedRow = Schema[SealedStore]['value'];

/** A row of one store, sealed or opened. The rows are those of the store that is named with them. */
export interface Turn {
  /** Nothing is left to do. */
  isDone(store: SealedStore, row: SealedRow): boolean;
  turn(store: SealedStore, row: SealedRow): Promise<SealedRow>;
}

export function isSealedRow(store: SealedStore, row: SealedRow): boolean {
  if (store === 'held') return isSealedHeld(row as StoredHeld);
  if (store === 'files') return (row as StoredFile).sealed === true;
  return isSealed((row as StoredLine | StoredPrivateLine).line);
}

export const sealing = (sealer: Sealer): Turn => ({
  isDone: isSealedRow,
  async turn(store, row) {
    if (store === 'held') return sealHeld(row as StoredHeld as Parameters<typeof sealHeld>[0], sealer);
    if (store === 'files') return sealFile(row as StoredFile, sealer);
    const { seq, line } = row as StoredLine | StoredPrivateLine;
    const sealed = { ...(row as StoredLine), line: await sealer.seal(placeOf(store, seq), line) };
    const entry = store === 'lines' ? readEntry(line, null) : null;
    return entry?.kind === 'contact' && entry.treatment !== null
      ? { ...sealed, treatment: entry.treatment as Treatment }
      : sealed;
  },
});

export const opening = (open: Open): Turn => ({
  isDone: (store, row) => !isSealedRow(store, row),
  async turn(store, row) {
    if (store === 'held') return openHeld(row as StoredHeld, open);
    if (store === 'files') return openFile(row as StoredFile, open);
    const { treatment: _treatment, ...rest } = row as StoredLine;
    return { ...rest, line: await open(placeOf(store, rest.seq), rest.line) };
  },
});

/** Copies of files can be big: one at a time. */
const pieceOf = (store: SealedStore): number => (store === 'files' ? 1 : 500);

/** The rows of one store in pieces, oldest first; what arrives meanwhile at its end is left out. */
export async function* piecesOf(db: Database, store: SealedStore): AsyncGenerator<readonly SealedRow[]> {
  const end = await db.transaction(store).store.openKeyCursor(null, 'prev');
  if (end === null) return;
  let range = IDBKeyRange.upperBound(end.key);
  for (;;) {
    const piece: readonly SealedRow[] = await db.getAll(store, range, pieceOf(store));
    const last = piece.at(-1);
    if (last === undefined) return;
    yield piece;
    if (keyOf(last) === end.key) return;
    range = IDBKeyRange.bound(keyOf(last), end.key, true);
  }
}

export const keyOf = (row: SealedRow): string | number =>
  'sha256' in row ? row.sha256 : 'id' in row ? row.id : row.seq;
