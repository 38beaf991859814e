import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../../utils/core/export/crc32.ts';
import { startPacking, ZipWriter } from '../../../utils/core/export/zip.ts';
import { judged, PATIENCE_MS, removeFolders, run, unpacked } from './unpacked.ts';

afterAll(removeFolders);

/** 2026-03-08 02:30:07 UTC: an hour that clocks in New York leave out. */
const AT = Date.UTC(2026, 2, 8, 2, 30, 7);

async function zipOf(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void parts.push(bytes), AT);
  for (const [path, bytes] of Object.entries(files)) await zip.addFile(`top/${path}`, bytes);
  await zip.end();
  return Buffer.concat(parts);
}

describe('crc32', () => {
  it('is that of zlib, in however many pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
        const whole = crc32(bytes);
        expect(whole).toBe(nodeCrc32(bytes));
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(whole);
      }),
    );
  });
});

describe('a ZIP', { timeout: PATIENCE_MS }, () => {
  const long = new TextEncoder().encode('{"seq":1,"salt":"0f1e2d3c"}\n'.repeat(20_000));
  const files = { 'empty.txt': new Uint8Array(), 'data/a.txt': new Uint8Array([1, 2, 3]), 'long.txt': long };

  it('comes back whole from Python, with its dates in UTC and its order kept', async () => {
    const zip = await zipOf(files);
    expect(judged([zip])[0]).toEqual(
      Object.entries(files).map(([path, bytes]) => ({
        name: `top/${path}`,
        date: [2026, 3, 8, 2, 30, 6],
        mode: '0o100644',
        size: bytes.length,
      })),
    );
    expect(unpacked(zip).read('long.txt')).toBe(new TextDecoder().decode(long));
  });

  it('is taken by unzip, where there is one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unzip-'));
    writeFileSync(join(folder, 'a.zip'), await zipOf(files));
    const { ok, told } = run(
      ['sh', '-c', 'command -v unzip >/dev/null || { echo none; exit; }; unzip -t a.zip'],
      folder,
    );
    expect(told).toMatch(/^none|No errors detected/u);
    expect(ok).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('can take files of pieces that were deflated before their turn', async () => {
    const parts: Uint8Array[] = [];
    const zip = new ZipWriter((bytes) => void parts.push(bytes), AT);
    const [first, second] = [startPacking(), startPacking()];
    await zip.startFile('top/first.txt');
    for (let at = 0; at < long.length; at += 50_000) {
      first.push(long.subarray(at, at + 50_000));
      second.push(long.subarray(at, at + 50_000));
      await zip.writePacked(first);
    }
    first.push(new Uint8Array(), true);
    second.push(new Uint8Array([10]), true);
    await zip.endFile(first);
    await zip.startFile('top/second.txt');
    await zip.endFile(second);
    await zip.end();
    const { read } = unpacked(Buffer.concat(parts));
    expect(judged([Buffer.concat(parts)])[0]?.map(({ size }) => size)).toEqual([long.length, long.length + 1]);
    expect(read('first.txt')).toBe(new TextDecoder().decode(long));
    expect(read('second.txt')).toBe(`${new TextDecoder().decode(long)}\n`);
  });

  it('waits for its sink', async () => {
    let writing = 0;
    let most = 0;
    const zip = new ZipWriter(async () => {
      writing += 1;
      most = Math.max(most, writing);
      // Longer than the writer's own steps take.
      for (let step = 0; step < 50; step += 1) await Promise.resolve();
      writing -= 1;
    }, AT);
    await zip.addFile('a.txt', long);
    await zip.end();
    expect([writing, most]).toEqual([0, 1]);
  });
});
