import { placeOf } from '../core/vault/sealed-value.ts';
import type { StoredFile } from './database.ts';
import type { Open } from './opener.ts';
import type { Sealer } from './sealer.ts';

/** Of a kept copy the bytes alone are sealed: by hash, size and time it is found while the log is locked. */
export const sealFile = async (file: StoredFile, sealer: Sealer): Promise<StoredFile> => ({
  ...file,
  sealed: true,
  bytes: await sealer.seal(placeOf('files', file.sha256), file.bytes),
});

/** @throws as `Open` does. */
export async function openFile({ sealed, ...file }: StoredFile, open: Open): Promise<StoredFile> {
  return sealed ? { ...file, bytes: await open(placeOf('files', file.sha256), file.bytes) } : file;
}
