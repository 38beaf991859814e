import type { Instant } from '../time/instant.ts';

/**
 * The records of a ZIP file as PKWARE's APPNOTE.TXT 6.3 lays them out: names in ASCII, sizes and CRC behind the bytes
 * (general purpose bit 3), no ZIP64. fflate's own writer takes dates from the machine's zone, so only its deflate is used.
 */
const VERSION_NEEDED = 20;
/** Unix, so that the mode below counts. */
const MADE_BY = (3 << 8) | VERSION_NEEDED;
const SIZES_FOLLOW = 0x0008;
const DEFLATED = 8;
/** A regular file that its owner may write and everybody may read. */
const MODE = 0o100644 << 16;

export interface ZipEntry {
  /** ASCII. */
  readonly path: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** `[low half: time, high half: date]` as MS-DOS counts, in UTC, with two seconds' grain; 1980 to 2107. */
function dosTime(at: Instant): number {
  const date = new Date(Math.min(Math.max(at, Date.UTC(1980, 0, 1)), Date.UTC(2107, 11, 31)));
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >>> 1);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return ((day << 16) | time) >>> 0;
}

/** Bytes of little-endian numbers: each is `[value, number of bytes]`. */
function record(fields: readonly (readonly [value: number, width: 2 | 4])[], name = ''): Uint8Array {
  const length = fields.reduce((sum, [, width]) => sum + width, 0);
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  for (let index = 0; index < name.length; index += 1) bytes[length + index] = name.charCodeAt(index);
  return bytes;
}

export const localHeader = (path: string, at: Instant): Uint8Array =>
  record(
    [
      [0x04034b50, 4],
      [VERSION_NEEDED, 2],
      [SIZES_FOLLOW, 2],
      [DEFLATED, 2],
      [dosTime(at), 4],
      [0, 4],
      [0, 4],
      [0, 4],
      [path.length, 2],
      [0, 2],
    ],
    path,
  );

export const dataDescriptor = ({ crc, packed, size }: ZipEntry): Uint8Array =>
  record([
    [0x08074b50, 4],
    [crc, 4],
    [packed, 4],
    [size, 4],
  ]);

export const centralHeader = ({ path, crc, packed, size, offset }: ZipEntry, at: Instant): Uint8Array =>
  record(
    [
      [0x02014b50, 4],
      [MADE_BY, 2],
      [VERSION_NEEDED, 2],
      [SIZES_FOLLOW, 2],
      [DEFLATED, 2],
      [dosTime(at), 4],
      [crc, 4],
      [packed, 4],
      [size, 4],
      [path.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [MODE, 4],
      [offset, 4],
    ],
    path,
  );

export const endOfCentralDirectory = (entries: number, size: number, offset: number): Uint8Array =>
  record([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries, 2],
    [entries, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);
