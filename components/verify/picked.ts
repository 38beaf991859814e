import { fail, type Problem, type Result } from '../../utils/core/result.ts';
import { looksSealed, openSealed } from '../../utils/core/seal/open.ts';
import type { SealCrypto } from '../../utils/core/seal/types.ts';
import { readFolder } from '../../utils/core/verify/read-folder.ts';
import { readZip } from '../../utils/core/verify/read-zip.ts';
import { type BundleView, type RandomAccess, UnreadableFile } from '../../utils/core/verify/types.ts';

/** What the person gave us: one ZIP, or the files of one folder by their relative paths. */
export type Picked =
  | { readonly kind: 'zip'; readonly name: string; readonly file: Blob }
  | { readonly kind: 'folder'; readonly name: string; readonly files: ReadonlyMap<string, Blob> };

const accessTo = (blob: Blob): RandomAccess => ({
  size: blob.size,
  slice: async (from, until) => new Uint8Array(await blob.slice(from, until).arrayBuffer()),
});

/** Opens sealed files. */
export interface Unsealing {
  readonly crypto: SealCrypto;
  /** The person's keys; none: they are asked for. */
  readonly secrets: readonly Uint8Array[];
  readonly signal: AbortSignal;
}

/** Null: it is sealed, and there is no key to try. */
export async function openPicked(picked: Picked, unsealing: Unsealing): Promise<Result<BundleView> | null> {
  try {
    if (picked.kind === 'zip') return await openFile(accessTo(picked.file), unsealing);
    return readFolder(new Map([...picked.files].map(([path, file]) => [path, accessTo(file)])));
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, problem: error.problem };
    const problem = sealProblem(error);
    // A file that was moved or changed after it was chosen cannot be read any more.
    return problem === null ? fail('bundle.file-gone', 'bundle', { name: picked.name }) : { ok: false, problem };
  }
}

async function openFile(
  file: RandomAccess,
  { crypto, secrets, signal }: Unsealing,
): Promise<Result<BundleView> | null> {
  if (!(await looksSealed(file))) return readZip(file);
  if (secrets.length === 0) return null;
  const opened = await openSealed(file, secrets, crypto, signal);
  return opened.ok ? readZip(opened.value) : opened;
}

/** X25519 came to browsers in 2024 and 2025. */
export const sealProblem = (error: unknown): Problem | null =>
  error instanceof DOMException && error.name === 'NotSupportedError'
    ? { code: 'seal.old-browser', field: 'bundle' }
    : null;

/** A folder from an `<input webkitdirectory>`. */
export function pickedFolder(files: readonly File[]): Picked | null {
  const [first] = files;
  if (first === undefined) return null;
  const name = first.webkitRelativePath.split('/', 1)[0] ?? '';
  return { kind: 'folder', name, files: new Map(files.map((file) => [file.webkitRelativePath || file.name, file])) };
}

/** What was dropped; null where it is not one file or one folder. Must be called before the event is over. */
export async function pickedByDrop({ items }: DataTransfer): Promise<Picked | null> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) return null;
  if (isFile(entry)) return { kind: 'zip', name: entry.name, file: await fileOf(entry) };
  const files = new Map<string, Blob>();
  if (isFolder(entry)) await collect(entry, '', files);
  return { kind: 'folder', name: entry.name, files };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function collect(folder: FileSystemDirectoryEntry, before: string, files: Map<string, Blob>): Promise<void> {
  const path = `${before}${folder.name}/`;
  const reader = folder.createReader();
  for (;;) {
    // Browsers hand out a hundred at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const entry of some) {
      if (isFile(entry)) files.set(path + entry.name, await fileOf(entry));
      else if (isFolder(entry)) await collect(entry, path, files);
    }
  }
}
