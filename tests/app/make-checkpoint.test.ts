import { beforeEach, describe, expect, it } from 'vitest';
import { makeCheckpoint } from '../../utils/app/make-checkpoint.ts';
import { takeWitness } from '../../utils/app/take-witness.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import { formatCheckpoint } from '../../utils/core/sign/checkpoint.ts';
import type { CheckpointReason, SignedCheckpoint } from '../../utils/core/sign/signed-checkpoint.ts';
import { checkSsh, signSsh } from '../../utils/core/sign/sshsig.ts';
import { NAMESPACES } from '../../utils/core/sign/types.ts';
import { formatWitness } from '../../utils/core/sign/witness.ts';
import { crypto, delegate, sha512 } from '../core/sign/keys.ts';
import { headOf, memoryCheckpoints, memoryKeys } from './checkpoint-fakes.ts';
import { clockAt, EVENING } from './fakes.ts';

const LOG = 'a'.repeat(32);
const headAt = (size: number, hash = size.toString(16).padStart(64, '0')) => ({ log: LOG, size, hash });

let log: ReturnType<typeof headOf>;
let clock: ReturnType<typeof clockAt>;
let checkpoints: ReturnType<typeof memoryCheckpoints>;
beforeEach(() => {
  log = headOf(headAt(7));
  clock = clockAt(EVENING + 250);
  checkpoints = memoryCheckpoints();
});

const make = (reason: CheckpointReason = 'window-end'): Promise<SignedCheckpoint | null> =>
  makeCheckpoint({ clock, log, keys: memoryKeys, checkpoints, sha512 }, reason);

describe('a checkpoint of the log', () => {
  it('names size, head and time, is signed with the log’s key, and is kept', async () => {
    const made = await make();
    expect(made).toMatchObject({
      ...headAt(7),
      number: 1,
      at: EVENING + 250,
      reason: 'window-end',
      text: `clocked-off-checkpoint/1\n${LOG}\n7\n${headAt(7).hash}\n2026-11-25T02:00:00Z\n`,
      witnesses: [],
    });
    const checked = await checkSsh(made?.signature ?? '', NAMESPACES.checkpoint, utf8(made?.text ?? ''), crypto);
    expect(checked).toMatchObject({ ok: true, value: { publicKey: (await memoryKeys.signerOf(LOG)).publicKey } });
    expect(await checkpoints.all(LOG)).toEqual([made]);
  });

  it('is not made anew while nothing is logged, whoever asks', async () => {
    const first = await make('window-end');
    clock.set(EVENING + 7 * 86_400_000);
    expect(await make('weekly')).toEqual(first);
    expect(await make('export')).toEqual(first);
    expect(await checkpoints.all(LOG)).toEqual([first]);
  });

  it('is made for every new head, and the earlier ones stay', async () => {
    const first = await make('window-end');
    log.set(headAt(9));
    const second = await make('export');
    expect(second).toMatchObject({ number: 2, size: 9, reason: 'export' });
    expect(await checkpoints.all(LOG)).toEqual([first, second]);
  });

  it('is made where a log was set back or rewritten, since that is what happened', async () => {
    await make();
    log.set(headAt(7, 'f'.repeat(64)));
    expect(await make()).toMatchObject({ number: 2, size: 7, hash: 'f'.repeat(64) });
    log.set(headAt(3));
    expect(await make()).toMatchObject({ number: 3, size: 3 });
  });

  it('is not made of an empty log', async () => {
    log.set(headAt(0));
    expect(await make('export')).toBeNull();
    expect(await checkpoints.all(LOG)).toEqual([]);
  });

  it('is one where two ask at the same time', async () => {
    const [one, two] = await Promise.all([make('window-end'), make('export')]);
    expect(two).toEqual(one);
    expect(await checkpoints.all(LOG)).toHaveLength(1);
  });
});

describe('a countersignature that comes back', () => {
  const take = (file: string) => takeWitness({ checkpoints, crypto }, file);
  const codeOf = (result: Awaited<ReturnType<typeof take>>): string | null => (result.ok ? null : result.problem.code);

  async function witnessed(text: string): Promise<{ text: string; signature: string }> {
    const witness = formatWitness(text, EVENING + 60_000, 'Works council');
    if (!witness.ok) throw new Error(witness.problem.code);
    return {
      text: witness.value,
      signature: await signSsh(delegate, NAMESPACES.witness, utf8(witness.value), sha512),
    };
  }

  it('is checked, kept beside its checkpoint, and says who received it when', async () => {
    const first = await make();
    // As many lines, but others; then the same again, later.
    log.set(headAt(7, 'f'.repeat(64)));
    await make();
    log.set(headAt(7));
    clock.set(EVENING + 5_000);
    await make();
    const witness = await witnessed(first?.text ?? '');
    expect(await take(witness.text + witness.signature)).toMatchObject({
      ok: true,
      value: { by: 'Works council', at: EVENING + 60_000, publicKey: delegate.publicKey },
    });
    expect((await checkpoints.all(LOG)).map(({ witnesses }) => witnesses)).toEqual([[witness], [], []]);
  });

  it('changes nothing where it is forged, for a checkpoint of somebody else, or no countersignature', async () => {
    const made = await make();
    const { text, signature } = await witnessed(made?.text ?? '');
    const other = await witnessed(formatCheckpoint(headAt(8), EVENING));
    const otherTime = await witnessed(formatCheckpoint(headAt(7), EVENING + 9_000));
    expect(codeOf(await take(text.replace('council', 'counsel') + signature))).toBe('signature.mismatch');
    expect(codeOf(await take(other.text + other.signature))).toBe('checkpoint.unknown');
    expect(codeOf(await take(otherTime.text + otherTime.signature))).toBe('checkpoint.unknown');
    expect(codeOf(await take(text))).toBe('checkpoint.witness');
    expect(codeOf(await take('hello'))).toBe('checkpoint.witness');
    expect(codeOf(await take(`hello\n${signature}`))).toBe('checkpoint.not-ours');
    expect((await checkpoints.all(LOG))[0]?.witnesses).toEqual([]);
  });
});
