import { describe, expect, it } from 'vitest';
import { FILES } from '../../../utils/core/export/names.ts';
import { checkBundle } from '../../../utils/core/verify/check-bundle.ts';
import { readFolder } from '../../../utils/core/verify/read-folder.ts';
import { readZip } from '../../../utils/core/verify/read-zip.ts';
import type { BundleView } from '../../../utils/core/verify/types.ts';
import { worstState } from '../../../utils/core/verify/verdict.ts';
import { signedBundle } from '../export/sample.ts';
import { accessTo, type Files, goodBundle, ports } from './bundle.ts';

/** `MUTATIONS=10000 npx vitest run tests/core/verify/mutations.test.ts` for the long run. */
const RUNS = Number(process.env.MUTATIONS ?? 1_000) / 2;
const PATIENCE_MS = 60_000 + RUNS * 200;

/** mulberry32: the same mutations in every run, so that a failure can be looked at again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const spliced = (bytes: Uint8Array, at: number, gone: number, put: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)]);

const BYTE_MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.with(random(bytes.length), random(256)),
  (bytes, random) => {
    const at = random(bytes.length);
    return bytes.with(at, (bytes[at] ?? 0) ^ (1 << random(8)));
  },
  (bytes, random) => spliced(bytes, random(bytes.length), 1 + random(40), new Uint8Array()),
  (bytes, random) =>
    spliced(
      bytes,
      random(bytes.length + 1),
      0,
      Uint8Array.from({ length: 1 + random(8) }, () => random(256)),
    ),
  (bytes, random) => bytes.slice(0, random(bytes.length)),
  // A piece of it once more, in another place or over another one.
  (bytes, random) => {
    const from = random(bytes.length);
    return spliced(bytes, random(bytes.length), random(2) * 60, bytes.slice(from, from + 1 + random(60)));
  },
  // Numbers of headers love extremes.
  (bytes, random) =>
    spliced(
      bytes,
      random(bytes.length - 4),
      4,
      Uint8Array.from({ length: 4 }, () => [0, 0xff, 1, 0x80][random(4)] ?? 0),
    ),
];

const LINE_MUTATIONS: readonly ((lines: string[], random: Random) => string[])[] = [
  (lines, random) => lines.toSpliced(random(lines.length), 1),
  (lines, random) => lines.toSpliced(random(lines.length), 0, lines[random(lines.length)] ?? ''),
  (lines, random) => {
    const [one, other] = [random(lines.length), random(lines.length)];
    return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
  },
];

const pick = <T>(list: readonly T[], random: Random): T => {
  const one = list[random(list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

function withMutatedFile(files: Files, random: Random): Files {
  const path = pick([...files.keys()], random);
  const bytes = files.get(path) ?? new Uint8Array();
  const mutated = new Map(files);
  const way = random(10);
  if (way === 0) mutated.delete(path);
  else if (way === 1) mutated.set(pick([...files.keys()], random), bytes);
  else if (way < 5) {
    const lines = Buffer.from(bytes).toString('latin1').split('\n');
    mutated.set(path, Buffer.from(pick(LINE_MUTATIONS, random)(lines, random).join('\n'), 'latin1'));
  } else mutated.set(path, pick(BYTE_MUTATIONS, random)(bytes, random));
  return mutated;
}

/** The signature's text may be broken into lines otherwise: what it says is the same. */
const meaning = (path: string, bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString('latin1');
  return path === FILES.signature ? text.replace(/\s/gu, '') : text;
};

async function contentsOf(view: BundleView): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const [path, file] of view.files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.read()) pieces.push(piece);
    contents[path] = meaning(path, Buffer.concat(pieces));
  }
  return contents;
}

/** Null where it was refused or found wrong; otherwise what all of its files say. */
async function acceptedAs(view: Awaited<ReturnType<typeof readZip>>): Promise<Record<string, string> | null> {
  if (!view.ok) return null;
  const verdict = await checkBundle(view.value, ports);
  if (worstState(verdict) === 'bad' || verdict.files.state !== 'good') return null;
  return { ...(await contentsOf(view.value)), strangers: view.value.strangers.join() };
}

describe(`${2 * RUNS} mutations`, { timeout: PATIENCE_MS }, () => {
  it('of the ZIP: none crashes, and what is still accepted holds the same files to the last byte', async () => {
    const zip = await signedBundle();
    const original = await acceptedAs(await readZip(accessTo(zip)));
    expect(original).not.toBeNull();
    let accepted = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const random = randomFrom(run);
      const answer = await acceptedAs(await readZip(accessTo(pick(BYTE_MUTATIONS, random)(zip, random))));
      if (answer === null) continue;
      accepted += 1;
      expect(answer, `mutation ${run}`).toEqual(original);
    }
    // Times and attributes of files in a ZIP are nobody's evidence; there are few such bytes.
    expect(accepted / RUNS).toBeLessThan(0.1);
  });

  it('of its files: none crashes, and none is accepted', async () => {
    const files = await goodBundle();
    const same = (other: Files): boolean =>
      other.size === files.size &&
      [...files].every(([path, bytes]) => meaning(path, other.get(path) ?? new Uint8Array()) === meaning(path, bytes));
    let mutations = 0;
    for (let run = 0; mutations < RUNS; run += 1) {
      const mutated = withMutatedFile(files, randomFrom(run));
      if (same(mutated)) continue;
      mutations += 1;
      const view = readFolder(new Map([...mutated].map(([path, bytes]) => [path, accessTo(bytes)])));
      expect(await acceptedAs(view), `mutation ${run}`).toBeNull();
    }
  });
});
