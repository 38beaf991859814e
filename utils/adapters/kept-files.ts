import { hex } from '../core/log/bytes.ts';
import type { FileMark } from '../core/log/types.ts';
import type { Instant } from '../core/time/instant.ts';
import { LockedError } from '../core/vault/locked.ts';
import { vaultMark } from '../core/vault/mark.ts';
import type { Database, Schema, StoredFile } from './database.ts';
import { newSha256 } from './hash-stream.ts';
import { createOpener, type Open } from './opener.ts';
import { createSealer } from './sealer.ts';
import { openFile, sealFile } from './stored-file.ts';
import { storedVault } from './vault-state.ts';

/** Copies of files that the person chose to keep, by their SHA-256: a file that two entries name is kept once. */
export interface KeptFiles {
  /**
   * Stores a copy for good before it resolves. False where it is kept already; `changed` where the bytes are not those of
   * the mark.
   * @throws when the file cannot be read, or the browser cannot store it (disk full).
   */
  keep(mark: FileMark, file: Blob, at: Instant): Promise<boolean | 'changed'>;
  drop(hashes: readonly string[]): Promise<void>;
  /** Hashes of all copies, or of those that were kept before an instant. */
  hashes(before?: Instant): Promise<readonly string[]>;
  /**
   * Null where no copy is kept, or it is damaged.
   * @throws {LockedError} when it is sealed and the log is locked.
   */
  bytesOf(sha256: string): Promise<Uint8Array | null>;
}

export function createKeptFiles(db: Database): KeptFiles {
  const opener = createOpener(db);

  /**
   * Not in one transaction with what it depends on: a copy of a big file must keep no line waiting. Where a passphrase is
   * set or taken off meanwhile, it is stored anew.
   */
  const store = async (file: StoredFile): Promise<void> => {
    const vault = await storedVault(db);
    const sealer = await createSealer(vault);
    if (sealer !== null) await put('contexts', sealer.context);
    await put('files', sealer === null ? file : await sealFile(file, sealer));
    if (vaultMark(await storedVault(db)) !== vaultMark(vault)) await store(file);
  };

  const put = async <N extends 'files' | 'contexts'>(name: N, row: Schema[N]['value']): Promise<void> => {
    const tx = db.transaction(name, 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.put(row), tx.done]);
  };

  return {
    async keep({ sha256, type = '' }, file, at) {
      if ((await db.getKey('files', sha256)) !== undefined) return false;
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (hashOf(bytes) !== sha256) return 'changed';
      await store({ sha256, size: bytes.length, type, bytes, at });
      return true;
    },
    async drop(hashes) {
      const tx = db.transaction('files', 'readwrite');
      await Promise.all([...hashes.map((sha256) => tx.store.delete(sha256)), tx.done]);
    },
    // By keys alone: the copies themselves are big.
    hashes: (before) =>
      before === undefined
        ? db.getAllKeys('files')
        : db.getAllKeysFromIndex('files', 'at', IDBKeyRange.upperBound(before, true)),
    async bytesOf(sha256) {
      const stored = await db.get('files', sha256);
      const bytes = stored === undefined ? null : await plainBytes(stored, opener());
      return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
    },
  };
}

async function plainBytes(stored: StoredFile, open: Open): Promise<Uint8Array | null> {
  try {
    return (await openFile(stored, open)).bytes;
  } catch (error) {
    if (error instanceof LockedError) throw error;
    return null;
  }
}

function hashOf(bytes: Uint8Array): string {
  const hash = newSha256();
  hash.update(bytes);
  return hex(hash.digest());
}
