import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { sealCrypto } from '../../../utils/adapters/seal-crypto.ts';
import { CHUNK_BYTES, SEALED_CHUNK_BYTES } from '../../../utils/core/seal/chunks.ts';
import { openSealed } from '../../../utils/core/seal/open.ts';
import { Sealer } from '../../../utils/core/seal/seal.ts';
import { makeKeyPair } from '../../../utils/core/seal/types.ts';
import { UnreadableFile } from '../../../utils/core/verify/types.ts';
import { accessTo, opened, sample, sealed } from './files.ts';

const DAMAGE = 2_400;
/** Each of them costs a dozen calls of WebCrypto. */
const SLOW_MS = 60_000;

/** xorshift32: the same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const keys = makeKeyPair(sealCrypto);
const codeOf = async (file: Uint8Array): Promise<string | null> => {
  const result = await opened(file, [(await keys).secret]);
  return result.ok ? null : result.problem.code;
};

/** Header and nonce of a file, and its chunks. */
async function takenApart(plain: Uint8Array): Promise<{ head: Uint8Array; chunks: Uint8Array[] }> {
  const file = await sealed(plain, (await keys).recipient);
  const payload = plain.length + 16 * Math.max(1, Math.ceil(plain.length / CHUNK_BYTES));
  const head = file.subarray(0, file.length - payload);
  const chunks: Uint8Array[] = [];
  for (let at = head.length; at < file.length; at += SEALED_CHUNK_BYTES)
    chunks.push(file.subarray(at, at + SEALED_CHUNK_BYTES));
  return { head, chunks };
}

describe('a sealed file that was tampered with', () => {
  it(
    `is refused: ${DAMAGE} flipped bits, cuts and additions`,
    async () => {
      const next = numbers(20_261_124);
      const file = await sealed(sample(1_500), (await keys).recipient);
      expect(await codeOf(file)).toBeNull();
      const opening: string[] = [];
      for (let round = 0; round < DAMAGE; round += 1) {
        const kind = next(4);
        const at = next(file.length);
        const bad = Uint8Array.from(file);
        bad[at] = (bad[at] ?? 0) ^ (1 << next(8));
        const changed = [bad, bad, file.subarray(0, at), Buffer.concat([file, file.subarray(0, 1 + at)])][kind] ?? bad;
        const code = await codeOf(changed);
        if (code === null || !code.startsWith('seal.')) opening.push(`${kind} at ${at}: ${code}`);
      }
      expect(opening).toEqual([]);
    },
    SLOW_MS,
  );

  it('is refused where chunks are missing, doubled or in another order', async () => {
    const { head, chunks } = await takenApart(sample(3 * CHUNK_BYTES + 5));
    const [a, b, c, d] = chunks as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    expect(await codeOf(Buffer.concat([head, a, b, c, d]))).toBeNull();
    const orders = [[a, b, c], [b, a, c, d], [a, c, d], [a, b, b, c, d], [a, b, c, d, d], [d], [], [a, b, d, c]];
    for (const order of orders) expect(await codeOf(Buffer.concat([head, ...order]))).toBe('seal.damaged');
  });

  it('is refused where its chunks are those of another file to the same key', async () => {
    const one = await takenApart(sample(CHUNK_BYTES + 1));
    const other = await takenApart(sample(CHUNK_BYTES + 1));
    expect(await codeOf(Buffer.concat([one.head, ...other.chunks]))).toBe('seal.damaged');
  });

  it('is refused where its writing was broken off', async () => {
    const parts: Uint8Array[] = [];
    const { recipient } = await keys;
    const sealer = await Sealer.start(recipient, (bytes) => void parts.push(bytes), sealCrypto);
    await sealer.push(sample(3 * CHUNK_BYTES));
    expect(await codeOf(Buffer.concat(parts))).toBe('seal.damaged');
    await sealer.end();
    expect(await codeOf(Buffer.concat(parts))).toBeNull();
  });

  it('is refused in the middle of reading, where it changes only then', async () => {
    const { secret, recipient } = await keys;
    const file = await sealed(sample(2 * CHUNK_BYTES), recipient);
    const source = await openSealed(accessTo(file), [secret], sealCrypto);
    if (!source.ok) throw new Error(source.problem.code);
    file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
    expect(await source.value.slice(0, 10)).toEqual(sample(10));
    await expect(source.value.slice(CHUNK_BYTES - 1, CHUNK_BYTES + 1)).rejects.toBeInstanceOf(UnreadableFile);
  });
});

describe('an opened file', () => {
  it('is read in any place, over the edges of chunks, with one chunk at a time', async () => {
    const { secret, recipient } = await keys;
    const plain = sample(3 * CHUNK_BYTES + 77);
    const asked: number[] = [];
    const { size, slice } = accessTo(await sealed(plain, recipient));
    const watched = {
      size,
      slice(from: number, until: number) {
        asked.push(until - from);
        return slice(from, until);
      },
    };
    const source = await openSealed(watched, [secret], sealCrypto);
    if (!source.ok) throw new Error(source.problem.code);
    expect(source.value.size).toBe(plain.length);
    for (const [from, until] of [
      [0, 1],
      [65_535, 65_537],
      [1, 200_000],
      [196_608, 999_999],
      [5, 5],
    ] as const)
      expect(Buffer.compare(await source.value.slice(from, until), plain.subarray(from, until))).toBe(0);
    expect(Math.max(...asked)).toBeLessThanOrEqual(SEALED_CHUNK_BYTES);
  });

  it('can be meant for others too; a passphrase is none of our keys', async () => {
    const stanza = '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n8SHBz/ldWnjyGFQqfjat6uNBarWqqEMDS7W8X7+Xq5Q\n';
    const file = `age-encryption.org/v1\n${stanza}--- HK2NmOBN9Dpq0Gw6xMCuhFcQlQLvZ/wQUi/2scLG75s\n`;
    expect(await codeOf(Buffer.from(file))).toBe('seal.passphrase');
  });
});
