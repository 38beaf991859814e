import 'fake-indexeddb/auto';
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import english from '../../public/text/en.json' with { type: 'json' };
import { exportBundleHere, planBundleHere } from '../../utils/adapters/bundle-desk.ts';
import { openDatabase } from '../../utils/adapters/database.ts';
import { createLogStore } from '../../utils/adapters/log-store.ts';
import { sealCrypto } from '../../utils/adapters/seal-crypto.ts';
import { NOTHING_DISCLOSED } from '../../utils/core/export/selection.ts';
import { makeKeyPair } from '../../utils/core/seal/types.ts';
import { send } from '../../utils/messages/send.ts';
import { EVENING } from '../app/fakes.ts';
import { opened } from '../core/seal/files.ts';

vi.mock('../../utils/messages/send.ts', () => ({ send: vi.fn(async () => 1) }));

const WISH = {
  name: 'papers',
  period: { first: '2020-01-01', last: '2037-12-31' },
  apps: null,
  disclose: NOTHING_DISCLOSED,
  inHours: false,
  language: 'en',
  whose: '',
} as const;
const course = { onProgress: () => {}, signal: new AbortController().signal };
const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** What the package answers: the catalogue as the build lays it out, and a page. */
const packaged = vi.fn(async (url: URL | string) => {
  const path = `${url}`;
  if (path.endsWith('keys.json')) return Response.json(Object.keys(english));
  return path.endsWith('.json') ? Response.json(Object.values(english)) : new Response('<html>');
});

beforeEach(async () => {
  vi.clearAllMocks();
  vi.stubGlobal('fetch', packaged);
  browser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Clocked Off', version: '0.1.0' });
  globalThis.indexedDB = new IDBFactory();
  const db = await openDatabase();
  let random = 0;
  const log = createLogStore({
    db,
    writer: '1.0 test',
    sha256,
    stamp: () => ({ at: EVENING, zone: 'America/Bogota', epoch: 'e', monotonicMs: 1 }),
    random: (bytes) => {
      random += 1;
      return new Uint8Array(bytes).fill(random % 256);
    },
  });
  await log.append([{ draft: { kind: 'watch', app: 'slack', what: 'watched' } }]);
  db.close();
});

async function exported(recipient?: Uint8Array): Promise<Buffer> {
  const plan = await planBundleHere(WISH, course);
  if (!plan.ok) throw new Error(plan.problem.code);
  const made = await exportBundleHere(plan.value, course, recipient);
  if (!made.ok) throw new Error(made.problem.code);
  return Buffer.concat(made.value.parts as Uint8Array[]);
}

/** What the log was told of it. */
const chained = (): unknown => vi.mocked(send).mock.calls.findLast(([name]) => name === 'log.chain')?.[1];

describe('a bundle of the stored log', () => {
  it('is a ZIP where it is not sealed, and the log does not call it so', async () => {
    expect(Object.keys(unzipSync(await exported()))).toContain('papers/data/log.ndjson');
    expect(JSON.stringify(chained())).not.toContain('sealed');
  });

  it('leaves in no other form where it is sealed: nothing of the ZIP is in the file, but all of it for the delegate', async () => {
    const { secret, recipient } = await makeKeyPair(sealCrypto);
    const file = await exported(recipient);
    for (const plain of ['PK\u0003\u0004', 'papers/', 'log.ndjson']) expect(file.includes(plain)).toBe(false);
    const zip = await opened(file, [secret]);
    if (!zip.ok) throw new Error(zip.problem.code);
    expect(Object.keys(unzipSync(zip.value))).toContain('papers/data/log.ndjson');
    expect(chained()).toMatchObject({ draft: { kind: 'export', sealed: true } });
  });
});
