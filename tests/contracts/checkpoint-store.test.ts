import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCheckpointStore } from '../../utils/adapters/checkpoint-store.ts';
import { openDatabase } from '../../utils/adapters/database.ts';
import { createStampStore } from '../../utils/adapters/stamp-store.ts';
import type { CheckpointStore, StampStore } from '../../utils/app/ports.ts';
import type { SignedCheckpoint } from '../../utils/core/sign/signed-checkpoint.ts';
import { memoryCheckpoints } from '../app/checkpoint-fakes.ts';

const LOG = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

const checkpoint = (size: number, change: Partial<SignedCheckpoint> = {}) => ({
  log: LOG,
  size,
  hash: size.toString(16).padStart(64, '0'),
  at: 1_000 * size,
  reason: 'weekly' as const,
  text: `text ${size}`,
  signature: `signature ${size}`,
  ...change,
});

describe.each<[string, () => Promise<CheckpointStore & { readonly stamps: StampStore }>]>([
  [
    'IndexedDB',
    async () => {
      const db = await openDatabase();
      return { ...createCheckpointStore(db), stamps: createStampStore(db) };
    },
  ],
  ['memory', async () => memoryCheckpoints()],
])('checkpoints in %s', (_, open) => {
  let store: CheckpointStore & { readonly stamps: StampStore };
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    store = await open();
  });

  it('are none at first', async () => {
    expect(await store.latest(LOG)).toBeNull();
    expect(await store.all(LOG)).toEqual([]);
  });

  it('are numbered from 1 in each log, and all kept, oldest first', async () => {
    for (let size = 1; size <= 12; size += 1) await store.add(checkpoint(size));
    await store.add(checkpoint(5, { log: OTHER }));
    expect((await store.all(LOG)).map(({ number, size }) => [number, size])).toEqual(
      Array.from({ length: 12 }, (__, index) => [index + 1, index + 1]),
    );
    expect(await store.latest(LOG)).toEqual({ ...checkpoint(12), number: 12, witnesses: [] });
    expect(await store.all(OTHER)).toEqual([{ ...checkpoint(5, { log: OTHER }), number: 1, witnesses: [] }]);
    expect(await store.latest('c'.repeat(32))).toBeNull();
  });

  it('of the head that the latest one names are not added again, also by two at once', async () => {
    const [first, again] = await Promise.all([store.add(checkpoint(3)), store.add(checkpoint(3, { at: 9_999 }))]);
    expect(again).toEqual(first);
    expect(await store.all(LOG)).toEqual([first]);
  });

  it('of a log that was set back are kept beside those before', async () => {
    await store.add(checkpoint(3));
    await store.add(checkpoint(3, { hash: 'f'.repeat(64) }));
    await store.add(checkpoint(2));
    expect((await store.all(LOG)).map(({ size }) => size)).toEqual([3, 3, 2]);
  });

  it('keep the time stamps that came for them, beside their witnesses', async () => {
    await store.add(checkpoint(3));
    const stamp = { url: 'https://stamp.example.org', at: 9_000, response: 'MA==' };
    expect(await store.stamps.add(LOG, 1, stamp)).toBe(true);
    await store.addWitness(LOG, 1, { text: 'seen', signature: 'signed' });
    expect(await store.stamps.add(LOG, 1, { ...stamp, at: 9_001 })).toBe(true);
    expect(await store.stamps.add(LOG, 2, stamp)).toBe(false);
    expect(await store.stamps.add(OTHER, 1, stamp)).toBe(false);
    expect(await store.all(LOG)).toEqual([
      {
        ...checkpoint(3),
        number: 1,
        witnesses: [{ text: 'seen', signature: 'signed' }],
        stamps: [stamp, { ...stamp, at: 9_001 }],
      },
    ]);
    expect(await store.all(OTHER)).toEqual([]);
  });

  it('take in what witnesses signed, each once', async () => {
    await store.add(checkpoint(3));
    const witness = { text: 'seen', signature: 'signed' };
    expect(await store.addWitness(LOG, 1, witness)).toBe(true);
    expect(await store.addWitness(LOG, 1, witness)).toBe(true);
    expect(await store.addWitness(LOG, 1, { text: 'seen', signature: 'by another' })).toBe(true);
    expect(await store.addWitness(LOG, 2, witness)).toBe(false);
    expect(await store.addWitness(OTHER, 1, witness)).toBe(false);
    expect(await store.latest(LOG)).toEqual({
      ...checkpoint(3),
      number: 1,
      witnesses: [witness, { text: 'seen', signature: 'by another' }],
    });
    expect(await store.all(OTHER)).toEqual([]);
  });
});
