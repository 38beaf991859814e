import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
/** Version 2.0, and "names are UTF-8". */
const VERSION = 20;
const UTF8 = 0x0800;

/** A folder as an uncompressed ZIP archive: what Firefox takes as an installable add-on. */
export async function zipFolder(dir: string): Promise<Buffer> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files.sort()) {
    const name = Buffer.from(relative(dir, file).split(sep).join('/'));
    const data = await readFile(file);
    const common = commonFields(name, data);
    const local = Buffer.concat([number32(LOCAL_HEADER), common, name, data]);
    // Comment, disk and attributes are empty; then where the file begins.
    directory.push(number32(CENTRAL_HEADER), number16(VERSION), common, Buffer.alloc(10), number32(offset), name);
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = number16(files.length);
  const end = [number32(END_OF_CENTRAL), Buffer.alloc(4), count, count, number32(central.length), number32(offset)];
  return Buffer.concat([...bodies, central, ...end, Buffer.alloc(2)]);
}

/** The fields that both headers share: from "version needed" to the length of the extra field. */
function commonFields(name: Buffer, data: Buffer): Buffer {
  const method = number16(0);
  const dateAndTime = number32(0);
  const sizes = [number32(crc32(data)), number32(data.length), number32(data.length)];
  return Buffer.concat([
    number16(VERSION),
    number16(UTF8),
    method,
    dateAndTime,
    ...sizes,
    number16(name.length),
    number16(0),
  ]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
