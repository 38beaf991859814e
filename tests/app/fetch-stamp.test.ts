import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FetchStampPorts, fetchStamp } from '../../utils/app/fetch-stamp.ts';
import { hex, utf8 } from '../../utils/core/log/bytes.ts';
import { fail, ok } from '../../utils/core/result.ts';
import { readTimeStamp } from '../../utils/core/sign/time-stamp.ts';
import { STAMP, stampBytes } from '../core/export/sample.ts';
import { sha256 } from '../core/log/sample.ts';
import { answer, makeAuthority } from '../core/sign/time-stamp-authority.ts';
import { memoryCheckpoints } from './checkpoint-fakes.ts';

const LOG = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const URL = 'https://stamp.example.org/tsr';
const WISH = { log: LOG, number: 1, url: URL };

beforeAll(makeAuthority, 20_000);

let checkpoints: ReturnType<typeof memoryCheckpoints>;
let ports: FetchStampPorts;
let draws = 0;
beforeEach(async () => {
  checkpoints = memoryCheckpoints();
  await checkpoints.add({
    log: LOG,
    size: 8,
    hash: 'f'.repeat(64),
    at: 1,
    reason: 'asked',
    text: STAMP.text,
    signature: 's',
  });
  ports = {
    checkpoints,
    stamps: checkpoints.stamps,
    sha256,
    random(length) {
      draws += 1;
      return new Uint8Array(length).fill(draws);
    },
    ask: vi.fn(async (_url: string, request: Uint8Array) => ok(answer(request))),
    chain: vi.fn(async () => 9),
  };
});

const stamps = async () => (await checkpoints.all(LOG))[0]?.stamps ?? [];

describe('a time stamp', () => {
  it('of the checkpoint is kept beside it, and chained', async () => {
    const done = await fetchStamp(ports, WISH);
    const [kept] = await stamps();
    if (!done.ok || kept === undefined) throw new Error('no stamp');
    expect(kept).toMatchObject({ url: URL, at: done.value });
    const response = new Uint8Array(Buffer.from(kept.response, 'base64'));
    const read = readTimeStamp(response);
    if (!read.ok) throw new Error(read.problem.code);
    expect(hex(read.value.imprint)).toBe(hex(await sha256(utf8(STAMP.text))));
    expect(read.value.at).toBe(done.value);
    expect(vi.mocked(ports.ask).mock.calls[0]?.[0]).toBe(URL);
    expect(vi.mocked(ports.chain).mock.calls).toEqual([
      [{ kind: 'anchor', what: 'rfc3161', last: 8, when: done.value, digest: hex(await sha256(response)) }],
    ]);
  });

  it('is asked for with another nonce each time, and three times at most', async () => {
    for (let round = 0; round < 3; round += 1) expect((await fetchStamp(ports, WISH)).ok).toBe(true);
    const requests = vi.mocked(ports.ask).mock.calls.map(([, request]) => hex(request));
    expect(new Set(requests).size).toBe(3);
    expect(await fetchStamp(ports, WISH)).toMatchObject({ problem: { code: 'stamp.too-many', values: { most: 3 } } });
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['stamp.unknown', { ...WISH, number: 2 }, {}],
    // An answer to an earlier question about the same text: somebody plays it again.
    ['stamp.nonce', WISH, { ask: async () => ok(stampBytes()) }],
    ['stamp.rejected', WISH, { ask: async (_: string, request: Uint8Array) => ok(answer(request, 'unwilling')) }],
    ['stamp.damaged', WISH, { ask: async () => ok(utf8('<!doctype html>')) }],
    ['stamp.unreachable', WISH, { ask: async () => fail('stamp.unreachable', 'url') }],
  ])('is refused with %s, and leaves nothing behind', async (code, wish, change) => {
    expect(await fetchStamp({ ...ports, ...change }, wish)).toMatchObject({ ok: false, problem: { code } });
    expect(await stamps()).toEqual([]);
    expect(ports.chain).not.toHaveBeenCalled();
  });
});
