/** Runs inside a page of the extension: writing and checking a bundle of the whole log, against native hashing and deflating. */
import { Deflate, Inflate, unzipSync } from 'fflate';
import { exportBundleHere, planBundleHere } from '../../utils/adapters/bundle-desk.ts';
import { sha256 } from '../../utils/adapters/crypto.ts';
import { newSha256 } from '../../utils/adapters/hash-stream.ts';
import { signatureCrypto } from '../../utils/adapters/signature-crypto.ts';
import { checkBundle } from '../../utils/core/verify/check-bundle.ts';
import { readZip } from '../../utils/core/verify/read-zip.ts';

const PIECE = 65_536;
const course = { onProgress: () => undefined, signal: new AbortController().signal };
const disclose = { alias: true, sender: true, title: true, text: true, notes: true, personal: true };

let zip: Blob | null = null;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** Milliseconds to write the bundle of all days between two dates, everything handed over; its plan comes before. */
async function write(first: string, last: string): Promise<number> {
  const period = { first, last };
  const wish = { name: 'bench', period, apps: null, disclose, inHours: true, language: 'en', whose: '' } as const;
  const plan = await planBundleHere(wish, course);
  if (!plan.ok) throw new Error(plan.problem.code);
  return timed(async () => {
    const made = await exportBundleHere(plan.value, course);
    if (!made.ok) throw new Error(made.problem.code);
    zip = new Blob([...made.value.parts]);
  });
}

/** Milliseconds to check that bundle. */
async function check(): Promise<number> {
  const blob = whole();
  const source = {
    size: blob.size,
    slice: async (from: number, until: number) => new Uint8Array(await blob.slice(from, until).arrayBuffer()),
  };
  return timed(async () => {
    const view = await readZip(source);
    if (!view.ok) throw new Error(view.problem.code);
    const verdict = await checkBundle(view.value, { sha256, newHash: newSha256, signatures: signatureCrypto });
    if (verdict.files.state !== 'good' || verdict.chain.state !== 'good') throw new Error(JSON.stringify(verdict));
  });
}

/** Milliseconds to hash natively and deflate, and to inflate and hash, the bytes of all files of that bundle. */
async function raw(): Promise<{ deflate: number; inflate: number; bytes: number }> {
  const files = Object.values(unzipSync(new Uint8Array(await whole().arrayBuffer())));
  const packed: Uint8Array[][] = [];
  const deflate = await timed(async () => {
    for (const file of files) {
      await crypto.subtle.digest('SHA-256', file as Uint8Array<ArrayBuffer>);
      const parts: Uint8Array[] = [];
      const stream = new Deflate({ level: 1 }, (part) => void parts.push(part));
      for (let at = 0; at < file.length; at += PIECE) stream.push(file.subarray(at, at + PIECE));
      stream.push(new Uint8Array(), true);
      packed.push(parts);
    }
  });
  const inflate = await timed(async () => {
    for (const [index, parts] of packed.entries()) {
      const stream = new Inflate(() => undefined);
      for (const [place, part] of parts.entries()) stream.push(part, place === parts.length - 1);
      await crypto.subtle.digest('SHA-256', files[index] as Uint8Array<ArrayBuffer>);
    }
  });
  return { deflate, inflate, bytes: files.reduce((sum, { length }) => sum + length, 0) };
}

function whole(): Blob {
  if (zip === null) throw new Error('No bundle was written yet.');
  return zip;
}

(globalThis as typeof globalThis & { bench?: unknown }).bench = { write, check, raw };
