import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { readFolder } from '../../../utils/core/verify/read-folder.ts';
import { readZip } from '../../../utils/core/verify/read-zip.ts';
import { type BundleView, type RandomAccess, UnreadableFile } from '../../../utils/core/verify/types.ts';
import { accessTo, type Files, goodBundle, zipOf } from './bundle.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

const bytesOf = async (view: BundleView, path: string): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of view.files.get(path)?.read() ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
};

const opened = async (zip: Uint8Array): Promise<BundleView> => {
  const view = await readZip(accessTo(zip));
  if (!view.ok) throw new Error(view.problem.code);
  return view.value;
};

const refusal = async (zip: Uint8Array): Promise<string> => {
  const view = await readZip(accessTo(zip));
  return view.ok ? 'accepted' : view.problem.code;
};

const contents = async (view: BundleView): Promise<Files> => {
  const files: Files = new Map();
  for (const path of view.files.keys()) files.set(path, await bytesOf(view, path));
  return files;
};

const sorted = (files: Files): [string, string][] =>
  [...files].map(([path, bytes]): [string, string] => [path, Buffer.from(bytes).toString('hex')]).toSorted();

/** Where the header of the `index`-th file begins. Headers are found by their signatures, as a recovery program does. */
function headerAt(zip: Uint8Array, signature: number, index = 0): number {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let found = -1;
  for (let at = 0; at + 4 <= zip.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue;
    found += 1;
    if (found === index) return at;
  }
  throw new Error('no such header');
}

function patched(zip: Uint8Array, change: (view: DataView, zip: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(zip);
  change(new DataView(copy.buffer), copy);
  return copy;
}

/** Both headers of the first file, with the same change. */
const inBoth = (
  zip: Uint8Array,
  local: number,
  central: number,
  write: (view: DataView, at: number) => void,
): Uint8Array =>
  patched(zip, (view, bytes) => {
    write(view, headerAt(bytes, LOCAL) + local);
    write(view, headerAt(bytes, CENTRAL) + central);
  });

const SMALL: Files = new Map([
  ['bagit.txt', utf8('BagIt-Version: 1.0\n')],
  ['data/log.ndjson', utf8('x'.repeat(5_000))],
]);

const folder = mkdtempSync(join(tmpdir(), 'read-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** ZIPs by a program that nobody here wrote, all by one process: starting Python is slow on small machines. */
const PYTHON = `
import io, stat, sys, warnings, zipfile
from zipfile import ZipFile, ZipInfo
warnings.simplefilter("ignore")

class Stream(io.RawIOBase):
    def __init__(self, path): self.file = open(path, "wb")
    def writable(self): return True
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()

def small(target):
    with ZipFile(target, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(ZipInfo("evidence/"), "")
        z.writestr("evidence/bagit.txt", "BagIt-Version: 1.0\\n")
        z.writestr("evidence/data/log.ndjson", "x" * 5000)

small("file.zip")
small(Stream("stream.zip"))
with ZipFile("twice.zip", "w") as z:
    for text in "ab": z.writestr("bagit.txt", text)
with ZipFile("link.zip", "w") as z:
    info = ZipInfo("bagit.txt")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    z.writestr(info, "/etc/passwd")
with ZipFile("bzip2.zip", "w", zipfile.ZIP_BZIP2) as z: z.writestr("bagit.txt", "x")
with ZipFile("zip64.zip", "w") as z:
    with z.open("bagit.txt", "w", force_zip64=True) as f: f.write(b"x")
`;

const byPython = (name: string): Uint8Array => readFileSync(join(folder, name));

beforeAll(() => {
  const { status, stderr, error } = spawnSync('python3', ['-c', PYTHON], { cwd: folder, encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw error ?? new Error(stderr);
});

const PATIENCE_MS = 60_000;

describe('readZip', { timeout: PATIENCE_MS }, () => {
  it('reads what fflate writes, packed or stored, in any order, below a folder or not', async () => {
    const files = await goodBundle();
    for (const name of ['evidence/', '', 'Zürich 2026/']) {
      const view = await opened(zipOf(files, name));
      expect(sorted(await contents(view))).toEqual(sorted(files));
      expect(view.strangers).toEqual([]);
    }
    const stored = zipSync(Object.fromEntries([...files].toReversed()), { level: 0, mtime: '2026-03-05' });
    expect(sorted(await contents(await opened(stored)))).toEqual(sorted(files));
  });

  it.each(['file.zip', 'stream.zip'])('reads what Python writes: %s', async (name) => {
    expect(sorted(await contents(await opened(byPython(name))))).toEqual(sorted(SMALL));
  });

  it('looks over what Finder and Explorer leave behind, and sets other files apart', async () => {
    const more = [
      '__MACOSX/evidence/._bagit.txt',
      'evidence/.DS_Store',
      'evidence/data/Thumbs.db',
      'evidence/data/x.ndjson',
    ];
    const files = new Map([...SMALL].map(([path, bytes]) => [`evidence/${path}`, bytes]));
    const view = await opened(
      zipOf(new Map([...files, ...more.map((path): [string, Uint8Array] => [path, utf8('')])]), ''),
    );
    expect(sorted(await contents(view))).toEqual(sorted(SMALL));
    expect(view.strangers).toEqual(['data/x.ndjson']);
  });

  it('refuses what is no ZIP, no bundle, or cut off', async () => {
    const zip = zipOf(SMALL);
    expect(await refusal(new Uint8Array())).toBe('bundle.not-a-zip');
    expect(await refusal(utf8('%PDF-1.7 and so on, and so on'))).toBe('bundle.not-a-zip');
    expect(await refusal(zipOf(new Map([['letter.docx', utf8('x')]])))).toBe('bundle.not-a-bundle');
    expect(await refusal(zipSync({}))).toBe('bundle.not-a-bundle');
    for (const length of [5, 40, 100, zip.length - 30, zip.length - 1])
      expect(await refusal(zip.slice(0, length))).toBe('bundle.zip-incomplete');
  });

  it('refuses bytes before, between and behind the files', async () => {
    const zip = zipOf(SMALL);
    expect(await refusal(Buffer.concat([zip, utf8('\n')]))).toBe('bundle.zip-incomplete');
    expect(await refusal(Buffer.concat([utf8('#!/bin/sh\n'), zip]))).toBe('bundle.zip-gap');
    const end = zip.length - 22;
    const directory = headerAt(zip, CENTRAL);
    const shifted = (by: Uint8Array): Uint8Array =>
      patched(Buffer.concat([zip.slice(0, directory), by, zip.slice(directory)]), (view) =>
        view.setUint32(end + by.length + 16, directory + by.length, true),
      );
    expect(await refusal(shifted(new Uint8Array()))).toBe('accepted');
    expect(await refusal(shifted(utf8('hidden')))).toBe('bundle.zip-gap');
    const longer = Buffer.concat([zip.slice(0, end), utf8('hidden'), zip.slice(end)]);
    const within = patched(longer, (view) => view.setUint32(end + 6 + 12, end + 6 - directory, true));
    expect(await refusal(within)).toBe('bundle.zip-gap');
    const commented = patched(zip, (view) => view.setUint16(end + 20, 3, true));
    expect(await refusal(Buffer.concat([commented, utf8('abc')]))).toBe('bundle.zip-incomplete');
    expect(await refusal(patched(zip, (view) => view.setUint32(end + 16, 10, true)))).toBe('bundle.zip-gap');
  });

  it('refuses one name twice', async () => {
    expect(await refusal(byPython('twice.zip'))).toBe('bundle.zip-twice');
  });

  it.each([
    '../bagit.txt',
    '/bagit.txt',
    'C:/bagit.txt',
    'a\\bagit.txt',
    'a/../../bagit.txt',
    'a//bagit.txt',
    './bagit.txt',
    'a\nb',
  ])('refuses the path %j', async (name) => {
    expect(await refusal(zipOf(new Map([...SMALL, [name, utf8('x')]]), ''))).toBe('bundle.zip-path');
  });

  it('refuses links, encryption, other methods and further parts', async () => {
    expect(await refusal(byPython('link.zip'))).toBe('bundle.zip-link');
    expect(await refusal(byPython('bzip2.zip'))).toBe('bundle.zip-method');
    const zip = zipOf(SMALL);
    for (const flag of [0x0001, 0x0040, 0x2000])
      expect(await refusal(inBoth(zip, 6, 8, (view, at) => view.setUint16(at, flag, true)))).toBe(
        'bundle.zip-encrypted',
      );
    expect(await refusal(inBoth(zip, 6, 8, (view, at) => view.setUint16(at, 0x0020, true)))).toBe('bundle.zip-method');
    expect(await refusal(patched(zip, (view) => view.setUint16(zip.length - 22 + 4, 1, true)))).toBe(
      'bundle.zip-parts',
    );
    expect(await refusal(patched(zip, (view) => view.setUint16(zip.length - 22 + 8, 1, true)))).toBe(
      'bundle.zip-parts',
    );
    expect(await refusal(patched(zip, (view, bytes) => view.setUint16(headerAt(bytes, CENTRAL) + 34, 1, true)))).toBe(
      'bundle.zip-parts',
    );
  });

  it('refuses the 64-bit form and second opinions on names', async () => {
    expect(await refusal(byPython('zip64.zip'))).toBe('bundle.zip-entry');
    const zip = zipOf(SMALL);
    const count = patched(zip, (view) => [8, 10].map((at) => view.setUint16(zip.length - 22 + at, 0xffff, true)));
    expect(await refusal(count)).toBe('bundle.zip-large');
    const size = patched(zip, (view, bytes) => view.setUint32(headerAt(bytes, CENTRAL) + 24, 0xffffffff, true));
    expect(await refusal(size)).toBe('bundle.zip-large');
    const unicodePath = zipSync({ 'bagit.txt': [utf8('x'), { extra: { 28789: utf8('\u0001\0\0\0\0evil') } }] });
    expect(await refusal(unicodePath)).toBe('bundle.zip-entry');
    const localOnly = patched(unicodePath, (view, bytes) =>
      view.setUint16(headerAt(bytes, CENTRAL) + 46 + 'bagit.txt'.length, 0x9999, true),
    );
    expect(await refusal(localOnly)).toBe('bundle.zip-entry');
  });

  it.each([
    ['signature', 0],
    ['flags', 6],
    ['method', 8],
    ['CRC', 14],
    ['packed size', 18],
    ['size', 22],
    ['length of the name', 26],
    ['length of the extra field', 28],
    ['name', 30],
  ])('refuses a local header that tells another %s', async (_, at) => {
    const zip = patched(zipOf(SMALL), (view, bytes) => {
      const place = headerAt(bytes, LOCAL) + at;
      view.setUint8(place, view.getUint8(place) ^ (at === 6 ? 2 : 1));
    });
    expect(await refusal(zip)).toMatch(/^bundle\.zip-(?:entry|gap)$/u);
  });

  it('refuses files that lie over one another', async () => {
    const zip = patched(zipOf(SMALL), (view, bytes) => {
      const [first, second] = [headerAt(bytes, CENTRAL), headerAt(bytes, CENTRAL, 1)];
      view.setUint32(second + 42, view.getUint32(first + 42, true), true);
    });
    expect(await refusal(zip)).toMatch(/^bundle\.zip-(?:entry|gap)$/u);
  });

  it('refuses what would swell without measure, by what is claimed and by what comes out', async () => {
    const swelling = zipOf(new Map([...SMALL, ['data/log.csv', new Uint8Array(20_000_000)]]));
    expect(await refusal(swelling)).toBe('bundle.zip-bomb');
    const huge = inBoth(zipOf(SMALL), 22, 24, (view, at) => view.setUint32(at, 1_500_000_000, true));
    expect(await refusal(huge)).toBe('bundle.zip-big');
    const many = inBoth(zipOf(SMALL), 22, 24, (view, at) => view.setUint32(at, 1_000, true));
    const lying = inBoth(swelling, 22, 24, () => undefined);
    const log = patched(lying, (view, bytes) => {
      for (const [signature, at] of [
        [LOCAL, 22],
        [CENTRAL, 24],
      ] as const)
        view.setUint32(headerAt(bytes, signature, 2) + at, 5_000, true);
    });
    await expect(opened(many).then((view) => bytesOf(view, 'bagit.txt'))).rejects.toThrow(UnreadableFile);
    let most = 0;
    const reading = (async () => {
      for await (const piece of (await opened(log)).files.get('data/log.csv')?.read() ?? []) most += piece.length;
    })();
    await expect(reading).rejects.toThrow(UnreadableFile);
    expect(most).toBeLessThanOrEqual(5_000);
  });

  it('refuses more files than any bundle has, and more bytes', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`${index}`, new Uint8Array()]));
    expect(await refusal(zipSync({ 'bagit.txt': utf8('x'), ...many }, { level: 0 }))).toBe('bundle.zip-entries');
    const files = new Map(['bagit.txt', 'REPORT.html', 'VERIFY.html'].map((name) => [name, utf8('x'.repeat(9))]));
    const total = patched(zipOf(files), (view, bytes) => {
      for (const index of [0, 1, 2]) {
        for (const [signature, packed] of [
          [LOCAL, 18],
          [CENTRAL, 20],
        ] as const) {
          const at = headerAt(bytes, signature, index) + packed;
          view.setUint32(at, 2_400_000, true);
          view.setUint32(at + 4, 900_000_000, true);
        }
      }
    });
    expect(await refusal(total)).toBe('bundle.zip-total');
  });

  it('notices damaged data, packed or stored', async () => {
    const log = (await goodBundle()).get('data/log.ndjson') ?? new Uint8Array();
    for (const level of [0, 6] as const) {
      const zip = zipSync({ 'data/log.ndjson': log }, { level });
      const broken = patched(zip, (view) => {
        const at = Math.floor(zip.length / 2);
        view.setUint8(at, view.getUint8(at) ^ 0x10);
      });
      await expect(opened(broken).then((view) => bytesOf(view, 'data/log.ndjson'))).rejects.toThrow(UnreadableFile);
    }
  });

  it('reads a big file piece by piece', async () => {
    const big = createHash('shake256', { outputLength: 3_000_000 }).digest();
    const zip = zipOf(new Map([...SMALL, ['data/log.csv', big]]));
    const asked: number[] = [];
    const source: RandomAccess = {
      size: zip.length,
      slice: async (from, until) => {
        asked.push(until - from);
        return zip.slice(from, until);
      },
    };
    const view = await readZip(source);
    if (!view.ok) throw new Error(view.problem.code);
    const pieces: number[] = [];
    for await (const piece of view.value.files.get('data/log.csv')?.read() ?? []) pieces.push(piece.length);
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(3_000_000);
    expect(Math.max(...asked)).toBeLessThanOrEqual(16_384);
    expect(Math.max(...pieces)).toBeLessThan(1_000_000);
  });
});

describe('readFolder', () => {
  const sources = (files: Files, name = ''): Map<string, RandomAccess> =>
    new Map([...files].map(([path, bytes]) => [name + path, accessTo(bytes)]));

  it('shows the same as the ZIP that it was unpacked from', async () => {
    const files = await goodBundle();
    for (const name of ['evidence/', '']) {
      const view = readFolder(sources(files, name));
      if (!view.ok) throw new Error(view.problem.code);
      expect(sorted(await contents(view.value))).toEqual(sorted(files));
    }
  });

  it('refuses another folder, and one that is too big', () => {
    expect(readFolder(new Map())).toMatchObject({ problem: { code: 'bundle.not-a-bundle' } });
    expect(readFolder(sources(new Map([['a/b.txt', utf8('x')]])))).toMatchObject({
      problem: { code: 'bundle.not-a-bundle' },
    });
    const huge = new Map([['bagit.txt', { size: 3_000_000_000, slice: async () => new Uint8Array() }]]);
    expect(readFolder(huge)).toMatchObject({ problem: { code: 'bundle.folder-big' } });
  });

  it('says so when a file is gone while it is read', async () => {
    const gone = new Map([['bagit.txt', { size: 10, slice: async () => new Uint8Array() }]]);
    const view = readFolder(gone);
    if (!view.ok) throw new Error(view.problem.code);
    await expect(bytesOf(view.value, 'bagit.txt')).rejects.toThrow(UnreadableFile);
  });
});
