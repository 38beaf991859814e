import { fail, ok, type Problem, type Result } from '../result.ts';
import type { RandomAccess } from './types.ts';

/** Fields and their places are those of PKWARE's APPNOTE 6.3.10: §4.3.7 local header, §4.3.12 directory, §4.3.16 end. */
const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const LOCAL_BYTES = 30;
const DIRECTORY_BYTES = 46;
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/** Flag bits: encrypted, sizes in a descriptor behind the data, patch data, strong encryption, hidden headers. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const DESCRIPTOR = 0x0008;
const PATCH = 0x0020;
/** Extra fields that say the name or the sizes a second time (ZIP64, Unicode path): readers would differ on which counts. */
const SECOND_OPINIONS: ReadonlySet<number> = new Set([0x0001, 0x7075]);
const ZIP64_MARK = 0xffffffff;
const UNIX_LINK = 0xa000;

/** A bundle of ten years has some thousand checkpoint files and at most gigabytes where nothing was trimmed. */
export const ZIP_CAPS = {
  entries: 20_000,
  directoryBytes: 4_000_000,
  fileBytes: 1_000_000_000,
  totalBytes: 2_000_000_000,
  /** Unpacked to packed, for files of more than a megabyte. The salts keep ours far below. */
  ratio: 400,
  ratioFrom: 1_000_000,
} as const;

export interface ZipEntry {
  /** As it stands in the directory, read as UTF-8: hostile text. */
  readonly name: string;
  readonly flags: number;
  readonly method: typeof STORED | typeof DEFLATED;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly offset: number;
  /** The name's bytes, to be compared with the local header's. */
  readonly nameBytes: Uint8Array;
}

export interface ZipData {
  readonly entry: ZipEntry;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const decoder = new TextDecoder();

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const damaged = (name: string): Result<never> => fail('bundle.zip-entry', 'zip', { name });

interface Directory {
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The end record must be the last bytes: where a comment or anything else follows, readers find different archives. */
async function readDirectory(source: RandomAccess): Promise<Result<Directory>> {
  const begin = viewOf(await source.slice(0, 4));
  const begins = begin.byteLength === 4 && [LOCAL_SIGNATURE, END_SIGNATURE].includes(begin.getUint32(0, true));
  const end = viewOf(await source.slice(Math.max(0, source.size - END_BYTES), source.size));
  if (end.byteLength !== END_BYTES || end.getUint32(0, true) !== END_SIGNATURE)
    return fail(begins ? 'bundle.zip-incomplete' : 'bundle.not-a-zip', 'zip');
  const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((at) => end.getUint16(at, true));
  const size = end.getUint32(12, true);
  const offset = end.getUint32(16, true);
  if (disk !== 0 || firstDisk !== 0 || here !== count || count === undefined) return fail('bundle.zip-parts', 'zip');
  if (count === 0xffff || size === ZIP64_MARK || offset === ZIP64_MARK) return fail('bundle.zip-large', 'zip');
  if (count > ZIP_CAPS.entries || size > ZIP_CAPS.directoryBytes)
    return fail('bundle.zip-entries', 'zip', { most: ZIP_CAPS.entries });
  if (end.getUint16(20, true) !== 0 || offset + size !== source.size - END_BYTES) return fail('bundle.zip-gap', 'zip');
  return ok({ count, bytes: await source.slice(offset, offset + size), offset });
}

/** Does one of the extra fields give name or sizes again, or is their list broken? */
function hasSecondOpinion(extra: Uint8Array): boolean {
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length) {
    if (SECOND_OPINIONS.has(view.getUint16(at, true))) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return at !== extra.length;
}

function faultOf(entry: ZipEntry, method: number, attributes: number): Problem | null {
  const problem = (code: string): Problem => ({ code, field: 'zip', values: { name: entry.name } });
  if ((entry.flags & ENCRYPTED) !== 0) return problem('bundle.zip-encrypted');
  if ((method !== STORED && method !== DEFLATED) || (entry.flags & PATCH) !== 0) return problem('bundle.zip-method');
  if (((attributes >>> 16) & 0xf000) === UNIX_LINK) return problem('bundle.zip-link');
  if ([entry.packed, entry.size, entry.offset].includes(ZIP64_MARK)) return problem('bundle.zip-large');
  if (method === STORED && entry.packed !== entry.size) return problem('bundle.zip-entry');
  if (entry.size > ZIP_CAPS.fileBytes) return problem('bundle.zip-big');
  if (entry.size > ZIP_CAPS.ratioFrom && entry.size / Math.max(entry.packed, 1) > ZIP_CAPS.ratio)
    return problem('bundle.zip-bomb');
  return namesNoPlace(entry.name) ? problem('bundle.zip-path') : null;
}

/** Absolute, with a drive, with a backslash, climbing out, or with a control character. */
const namesNoPlace = (name: string): boolean =>
  name === '' || /^\/|^[A-Za-z]:|[\\\u0000-\u001f\u007f]|(?:^|\/)\.{1,2}(?:\/|$)|\/\//u.test(name);

function readEntries({ count, bytes, offset: end }: Directory): Result<readonly ZipEntry[]> {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_BYTES > bytes.length || view.getUint32(at, true) !== DIRECTORY_SIGNATURE)
      return fail('bundle.zip-incomplete', 'zip');
    const [flags = 0, method = 0] = [8, 10].map((field) => view.getUint16(at + field, true));
    const [crc = 0, packed = 0, size = 0] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
    const [nameLength = 0, extraLength = 0, commentLength = 0, disk] = [28, 30, 32, 34].map((field) =>
      view.getUint16(at + field, true),
    );
    const names = at + DIRECTORY_BYTES;
    const next = names + nameLength + extraLength + commentLength;
    if (next > bytes.length) return fail('bundle.zip-incomplete', 'zip');
    const nameBytes = bytes.slice(names, names + nameLength);
    const entry: ZipEntry = {
      name: decoder.decode(nameBytes),
      flags,
      method: method === STORED ? STORED : DEFLATED,
      crc,
      packed,
      size,
      offset: view.getUint32(at + 42, true),
      nameBytes,
    };
    const problem = faultOf(entry, method, view.getUint32(at + 38, true));
    if (problem !== null) return { ok: false, problem };
    if (disk !== 0) return fail('bundle.zip-parts', 'zip');
    if (hasSecondOpinion(bytes.subarray(names + nameLength, next - commentLength)) || entry.offset >= end)
      return damaged(entry.name);
    entries.push(entry);
    at = next;
  }
  if (at !== bytes.length) return fail('bundle.zip-gap', 'zip');
  return ok(entries);
}

/** What the directory says, once it is safe to go by; `end` is where the directory begins. */
export async function listZip(source: RandomAccess): Promise<Result<{ entries: readonly ZipEntry[]; end: number }>> {
  const directory = await readDirectory(source);
  if (!directory.ok) return directory;
  const entries = readEntries(directory.value);
  if (!entries.ok) return entries;
  const names = new Set<string>();
  let total = 0;
  for (const { name, size } of entries.value) {
    if (names.has(name)) return fail('bundle.zip-twice', 'zip', { name });
    names.add(name);
    total += size;
  }
  if (total > ZIP_CAPS.totalBytes) return fail('bundle.zip-total', 'zip');
  return ok({ entries: entries.value, end: directory.value.offset });
}

/**
 * Finds an entry's packed bytes by its local header, which must say the same as the directory, and checks that nothing lies
 * between them and the next entry: such gaps, and entries that overlap, are how one archive shows two readers different
 * files.
 * @param next where the next entry or the directory begins.
 */
export async function locate(source: RandomAccess, entry: ZipEntry, next: number): Promise<Result<ZipData>> {
  const { name, nameBytes, offset, flags, method, crc, packed, size } = entry;
  const head = await source.slice(offset, Math.min(offset + LOCAL_BYTES, next));
  if (head.length !== LOCAL_BYTES) return damaged(name);
  const view = viewOf(head);
  const nameLength = view.getUint16(26, true);
  const start = offset + LOCAL_BYTES + nameLength + view.getUint16(28, true);
  const tail = next - start - packed;
  if (nameLength !== nameBytes.length || tail < 0) return damaged(name);
  const names = await source.slice(offset + LOCAL_BYTES, start);
  const late = (flags & DESCRIPTOR) !== 0;
  const sizes = [14, 18, 22].map((at) => view.getUint32(at, true));
  const same = [crc, packed, size].every((value, index) => sizes[index] === value);
  const agrees =
    view.getUint32(0, true) === LOCAL_SIGNATURE &&
    view.getUint16(6, true) === flags &&
    view.getUint16(8, true) === method &&
    (same || (late && sizes.every((value) => value === 0))) &&
    nameBytes.every((byte, index) => names[index] === byte) &&
    !hasSecondOpinion(names.subarray(nameLength));
  if (!agrees) return damaged(name);
  const descriptor = await source.slice(start + packed, next);
  return (late ? isDescriptor(descriptor, [crc, packed, size]) : tail === 0)
    ? ok({ entry, start })
    : fail('bundle.zip-gap', 'zip');
}

/** Three numbers behind the data, with or without a signature before them. */
function isDescriptor(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const view = viewOf(bytes);
  const signed = bytes.length === 16 && view.getUint32(0, true) === DESCRIPTOR_SIGNATURE;
  if (!signed && bytes.length !== 12) return false;
  return wanted.every((value, index) => view.getUint32((signed ? 4 : 0) + 4 * index, true) === value);
}
