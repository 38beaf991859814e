import { fail, type Result } from '../result.ts';
import { type BundleFile, type BundleView, type RandomAccess, UnreadableFile } from './types.ts';
import { arrange } from './view.ts';
import { ZIP_CAPS } from './zip-directory.ts';

const PIECE_BYTES = 256 * 1_024;

/**
 * The same view over an unpacked bundle.
 * @param found by relative path with forward slashes, as `webkitRelativePath` gives it: the picked folder's name first.
 * Codes: `bundle.folder-big`, `bundle.not-a-bundle`.
 */
export function readFolder(found: ReadonlyMap<string, RandomAccess>): Result<BundleView> {
  const total = [...found.values()].reduce((sum, { size }) => sum + size, 0);
  if (found.size > ZIP_CAPS.entries || total > ZIP_CAPS.totalBytes)
    return fail('bundle.folder-big', 'folder', { most: ZIP_CAPS.entries });
  return arrange([...found].map(([path, source]) => fileOf(path, source)));
}

const fileOf = (path: string, source: RandomAccess): BundleFile => ({
  path,
  size: source.size,
  async *read() {
    for (let at = 0; at < source.size; at += PIECE_BYTES) {
      const piece = await source.slice(at, Math.min(at + PIECE_BYTES, source.size));
      // It was shortened while we read it.
      if (piece.length === 0)
        throw new UnreadableFile({ code: 'bundle.file-gone', field: 'folder', values: { name: path } });
      yield piece;
    }
  },
});
