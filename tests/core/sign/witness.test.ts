import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { allowedSignersLine } from '../../../utils/core/sign/allowed-signers.ts';
import { formatCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES } from '../../../utils/core/sign/types.ts';
import { checkWitness, formatWitness, parseWitness, splitWitnessFile } from '../../../utils/core/sign/witness.ts';
import { crypto, DELEGATE_SEED, delegate, sha512, worker } from './keys.ts';
import { signByCli, verifyByCli, writePrivateKey } from './ssh-keygen.ts';

const HEAD = { log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size: 8, hash: 'ab'.repeat(32) };
const MADE = Date.UTC(2026, 10, 24, 22, 14, 3);
const RECEIVED = Date.UTC(2026, 10, 25, 8, 0, 0);
const CHECKPOINT = formatCheckpoint(HEAD, MADE);
const TEXT = `${CHECKPOINT}witness 2026-11-25T08:00:00Z\nby Works council, Bogotá\n`;

const codeOf = (result: { ok: boolean; problem?: { code: string } }): string | null => result.problem?.code ?? null;
const sign = (text: string, signer = delegate, namespace: string = NAMESPACES.witness): Promise<string> =>
  signSsh(signer, namespace, utf8(text), sha512);

describe('what a witness signs', () => {
  it('is the checkpoint, the time and the name', () => {
    expect(formatWitness(CHECKPOINT, RECEIVED + 999, ' Works council, Bogotá ')).toEqual({ ok: true, value: TEXT });
    expect(parseWitness(TEXT)).toEqual({
      ok: true,
      value: { checkpoint: { head: HEAD, at: MADE }, at: RECEIVED, by: 'Works council, Bogotá' },
    });
  });

  it('takes any name that fits on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const text = formatWitness(CHECKPOINT, RECEIVED, name);
        if (text.ok) expect(parseWitness(text.value)).toMatchObject({ ok: true, value: { by: name.trim() } });
        else expect(codeOf(text)).toBe('checkpoint.witness-name');
      }),
    );
    for (const name of ['María', 'علی‌رضا', '山田太郎', 'A\u202eB'])
      expect(formatWitness(CHECKPOINT, RECEIVED, name).ok).toBe(true);
  });

  it.each(['', '  ', 'a\nb', 'a\rb', 'a\u2028b', '\ud800', 'a\0', 'x'.repeat(101)])('refuses the name %j', (name) => {
    expect(codeOf(formatWitness(CHECKPOINT, RECEIVED, name))).toBe('checkpoint.witness-name');
    expect(parseWitness(`${CHECKPOINT}witness 2026-11-25T08:00:00Z\nby ${name}\n`).ok).toBe(false);
  });

  it.each([
    ['checkpoint.witness', CHECKPOINT],
    ['checkpoint.witness', TEXT.replace('witness ', 'seen ')],
    ['checkpoint.witness', TEXT.replace('T08:00', 'T25:00')],
    ['checkpoint.witness', TEXT.replace('by ', 'from ')],
    ['checkpoint.witness', TEXT.trimEnd()],
    ['checkpoint.witness', `${TEXT}more\n`],
    ['checkpoint.witness', `${TEXT}\n`],
    ['checkpoint.witness', TEXT + 'x'.repeat(2_000)],
    ['checkpoint.witness-name', TEXT.replace('by ', 'by  ')],
    ['checkpoint.line-ends', TEXT.replaceAll('\n', '\r\n')],
    ['checkpoint.not-ours', 'hello'],
    ['checkpoint.line', TEXT.replace('\n8\n', '\n08\n')],
  ])('%s: %j', (code, text) => {
    expect(codeOf(parseWitness(text))).toBe(code);
  });
});

describe('a countersignature', () => {
  it('says whose key received which checkpoint, when and by what name', async () => {
    expect(await checkWitness(TEXT, await sign(TEXT), CHECKPOINT, crypto)).toEqual({
      ok: true,
      value: {
        checkpoint: { head: HEAD, at: MADE },
        at: RECEIVED,
        by: 'Works council, Bogotá',
        publicKey: delegate.publicKey,
      },
    });
  });

  it('may come from ssh-keygen, and is checked by it', async () => {
    writePrivateKey('delegate', DELEGATE_SEED);
    const byCli = signByCli('delegate', NAMESPACES.witness, TEXT);
    expect(codeOf(await checkWitness(TEXT, byCli, CHECKPOINT, crypto))).toBeNull();
    const signers = `${allowedSignersLine('delegate', delegate.publicKey, [NAMESPACES.witness])}\n`;
    expect(verifyByCli(signers, 'delegate', NAMESPACES.witness, TEXT, await sign(TEXT)).good).toBe(true);
  });

  it('is refused for another text, another checkpoint, or where it was signed as a checkpoint', async () => {
    const other = formatCheckpoint({ ...HEAD, size: 9 }, MADE);
    const signed = await sign(TEXT);
    const check = async (text: string, signature: string, checkpoint = CHECKPOINT): Promise<string | null> =>
      codeOf(await checkWitness(text, signature, checkpoint, crypto));
    expect(await check(TEXT.replace('08:00:00', '07:00:00'), signed)).toBe('signature.mismatch');
    expect(await check(TEXT, signed, other)).toBe('checkpoint.witness-other');
    expect(await check(TEXT, signed, '')).toBe('checkpoint.witness-other');
    expect(await check(TEXT, signed, CHECKPOINT.slice(0, 40))).toBe('checkpoint.witness-other');
    expect(await check(TEXT, await sign(TEXT, worker, NAMESPACES.checkpoint))).toBe('signature.namespace');
    // A checkpoint that was signed for the wrong use is still no witness.
    expect(await check(CHECKPOINT, await sign(CHECKPOINT))).toBe('checkpoint.witness');
  });
});

describe('the file that a witness sends back', () => {
  it('is the text with the signature right behind it, whatever a mail program did to its line ends', async () => {
    const signature = await sign(TEXT);
    for (const file of [TEXT + signature, (TEXT + signature).replaceAll('\n', '\r\n')])
      expect(splitWitnessFile(file)).toEqual({ ok: true, value: { text: TEXT, signature } });
  });

  it('is refused without a signature, and when it is far too long', () => {
    expect(codeOf(splitWitnessFile(TEXT))).toBe('checkpoint.witness');
    expect(codeOf(splitWitnessFile('-----BEGIN SSH SIGNATURE-----'.repeat(1_000)))).toBe('checkpoint.witness');
  });
});
