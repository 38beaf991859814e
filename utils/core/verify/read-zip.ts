import { Inflate } from 'fflate';
import { crc32 } from '../export/crc32.ts';
import { fail, type Result } from '../result.ts';
import { type BundleFile, type BundleView, type RandomAccess, UnreadableFile } from './types.ts';
import { arrange } from './view.ts';
import { listZip, locate, type ZipData, type ZipEntry } from './zip-directory.ts';

/** Stored bytes are read in pieces of this size; packed ones in smaller ones, since one of them can unpack a thousandfold. */
const PIECE_BYTES = 256 * 1_024;
const PACKED_PIECE_BYTES = 16 * 1_024;

/**
 * Opens a ZIP by its central directory. Refuses whatever could make two readers see different files, and what would
 * exhaust a small machine; nothing is unpacked yet. Codes: `bundle.not-a-zip`, `bundle.not-a-bundle`, `bundle.zip-…`.
 */
export async function readZip(source: RandomAccess): Promise<Result<BundleView>> {
  const listed = await listZip(source);
  if (!listed.ok) return listed;
  const inPlace = listed.value.entries.toSorted((one, other) => one.offset - other.offset);
  if (inPlace[0] !== undefined && inPlace[0].offset !== 0) return fail('bundle.zip-gap', 'zip');
  const files: (BundleFile & { readonly path: string })[] = [];
  for (const [index, entry] of inPlace.entries()) {
    const data = await locate(source, entry, inPlace[index + 1]?.offset ?? listed.value.end);
    if (!data.ok) return data;
    if (isFolder(entry)) continue;
    files.push({ path: entry.name, size: entry.size, read: () => unpack(source, data.value) });
  }
  return arrange(files);
}

/** Folders are listed by some programs; they hold nothing. */
const isFolder = ({ name, size }: ZipEntry): boolean => name.endsWith('/') && size === 0;

/** Counts and sums what comes out, and breaks off as soon as it is more than was announced. */
async function* unpack(source: RandomAccess, { entry, start }: ZipData): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let size = 0;
  const unreadable = new UnreadableFile({ code: 'bundle.zip-entry', field: 'zip', values: { name: entry.name } });
  for await (const piece of entry.method === 0
    ? pieces(source, entry, start, PIECE_BYTES)
    : inflate(source, entry, start)) {
    size += piece.length;
    if (size > entry.size) throw unreadable;
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size || crc !== entry.crc) throw unreadable;
}

async function* pieces(
  source: RandomAccess,
  { packed, name }: ZipEntry,
  start: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  const read = (at: number): Promise<Uint8Array> => {
    const piece = source.slice(start + at, start + Math.min(at + length, packed));
    piece.catch(() => undefined); // Whoever waits for it hears of it; nobody may.
    return piece;
  };
  // The next piece is fetched while this one is worked on.
  let ahead = packed > 0 ? read(0) : null;
  for (let at = 0; ahead !== null; at += length) {
    const piece = await ahead;
    ahead = at + length < packed ? read(at + length) : null;
    if (piece.length === 0) throw new UnreadableFile({ code: 'bundle.zip-entry', field: 'zip', values: { name } });
    yield piece;
  }
}

async function* inflate(source: RandomAccess, entry: ZipEntry, start: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const inflater = new Inflate((piece) => ready.push(piece));
  const push = (piece: Uint8Array, final: boolean): void => {
    try {
      inflater.push(piece, final);
    } catch {
      throw new UnreadableFile({ code: 'bundle.zip-entry', field: 'zip', values: { name: entry.name } });
    }
  };
  let read = 0;
  for await (const piece of pieces(source, entry, start, PACKED_PIECE_BYTES)) {
    read += piece.length;
    push(piece, read === entry.packed);
    yield* ready.splice(0);
  }
}
