import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from '../../../utils/core/log/bytes.ts';
import { allowedSignersLine, readAllowedSigners } from '../../../utils/core/sign/allowed-signers.ts';
import { formatCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { fingerprint, keyNumber, publicKeyLine } from '../../../utils/core/sign/keys.ts';
import { checkSsh, signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES, type SignatureCrypto } from '../../../utils/core/sign/types.ts';
import { checkWitness, formatWitness } from '../../../utils/core/sign/witness.ts';
import { crypto, delegate, hexBytes, sha256, sha512, signerOf, worker } from './keys.ts';
import { checkByCli, inFolder, signByCli, verifyByCli, write, writePrivateKey } from './ssh-keygen.ts';

/** The test vectors and the commands that docs/checkpoints.md gives to a stranger, held to what ssh-keygen says. */
const DOC = readFileSync(new URL('../../../docs/checkpoints.md', import.meta.url), 'utf8');
const fileOf = (name: string): URL => new URL(`../../vectors/${name}`, import.meta.url);
const VECTORS = JSON.parse(readFileSync(fileOf('sign.json'), 'utf8'));
const { checkpoint, witness, keys, allowedSigners, refusedForTheCheckpoint } = VECTORS;
const PATIENCE_MS = 60_000;

const recorded: Uint8Array[] = [];
/** Notes what the signature was asked to fit. */
const noting: SignatureCrypto = {
  sha512,
  verify: (publicKey, signature, data) => {
    recorded.push(data);
    return crypto.verify(publicKey, signature, data);
  },
};

describe('the test vectors', { timeout: PATIENCE_MS }, () => {
  it.each(['worker', 'delegate'] as const)('hold the key of the %s as we name it', async (name) => {
    const key = keys[name];
    const { publicKey } = signerOf(hexBytes(key.seed));
    expect(key).toEqual({
      seed: key.seed,
      publicKey: hex(publicKey),
      line: publicKeyLine(publicKey, name),
      fingerprint: await fingerprint(publicKey, sha256),
      number: await keyNumber(publicKey, sha256),
    });
  });

  it('are what this version writes', async () => {
    const { log, size, hash } = checkpoint;
    expect(formatCheckpoint({ log, size, hash }, Date.parse(checkpoint.time))).toBe(checkpoint.text);
    expect(formatWitness(checkpoint.text, Date.parse(witness.time), witness.by)).toEqual({
      ok: true,
      value: witness.text,
    });
    const lines = [
      allowedSignersLine('worker', worker.publicKey, [NAMESPACES.checkpoint, NAMESPACES.bundle]),
      allowedSignersLine('delegate', delegate.publicKey, [NAMESPACES.witness]),
    ];
    expect(`${lines.join('\n')}\n`).toBe(allowedSigners);
    expect(readAllowedSigners(allowedSigners)).toMatchObject({ ok: true, value: [{}, {}] });
    expect(await signSsh(worker, NAMESPACES.checkpoint, utf8(checkpoint.text), sha512)).toBe(checkpoint.signature);
    expect(await signSsh(delegate, NAMESPACES.witness, utf8(witness.text), sha512)).toBe(witness.signature);
  });

  it('are what this version accepts, over the bytes that they name', async () => {
    recorded.length = 0;
    const signed = await checkSsh(checkpoint.signature, NAMESPACES.checkpoint, utf8(checkpoint.text), noting);
    expect(signed).toMatchObject({ ok: true, value: { publicKey: hexBytes(keys.worker.publicKey) } });
    const seen = await checkWitness(witness.text, witness.signature, checkpoint.text, noting);
    expect(seen).toMatchObject({ ok: true, value: { by: witness.by, publicKey: hexBytes(keys.delegate.publicKey) } });
    expect(recorded.map(hex)).toEqual([checkpoint.signedData, witness.signedData]);
  });

  it('are good for ssh-keygen', () => {
    const good = { good: true };
    const byWorker = [NAMESPACES.checkpoint, checkpoint.text, checkpoint.signature] as const;
    expect(verifyByCli(allowedSigners, 'worker', ...byWorker)).toMatchObject(good);
    expect(verifyByCli(allowedSigners, 'delegate', ...byWorker).good).toBe(false);
    expect(verifyByCli(allowedSigners, 'delegate', NAMESPACES.witness, witness.text, witness.signature)).toMatchObject(
      good,
    );
    writePrivateKey('worker', hexBytes(keys.worker.seed));
    expect(signByCli('worker', NAMESPACES.checkpoint, checkpoint.text)).toBe(checkpoint.signature);
  });

  it.each(refusedForTheCheckpoint as { name: string; code: string; signature: string }[])(
    'are refused: $name',
    async ({ code, signature }) => {
      const checked = await checkSsh(signature, NAMESPACES.checkpoint, utf8(checkpoint.text), crypto);
      expect(checked).toMatchObject({ ok: false, problem: { code, field: 'signature' } });
      // What ssh-keygen takes for a good signature all the same is only what we are stricter about.
      const stricter = ['signature.hash', 'signature.key-type'].includes(code);
      expect(checkByCli(NAMESPACES.checkpoint, checkpoint.text, signature).good).toBe(stricter);
    },
  );

  it('are as many as the document says', () => {
    expect(refusedForTheCheckpoint).toHaveLength(16);
    expect(DOC).toContain('sixteen signatures');
  });
});

function snippet(fence: string): string {
  const code = new RegExp(`^\`\`\`${fence}\\n(.*?)^\`\`\`$`, 'msu').exec(DOC)?.[1];
  if (code === undefined) throw new Error(`docs/checkpoints.md has no block that begins with \`\`\`${fence}`);
  return code;
}

function run(fence: string): { status: number | null; told: string } {
  const [command, ...flags] = fence.startsWith('python') ? ['python3', '-c'] : ['sh', '-ec'];
  const { status, stdout, error } = spawnSync(command ?? '', [...flags, snippet(fence)], {
    cwd: inFolder('.'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error !== undefined) throw error;
  return { status, told: stdout.trim() };
}

function layOut(): void {
  write('0001.txt', checkpoint.text);
  write('0001.sig', checkpoint.signature);
  write('allowed_signers', allowedSigners);
  write('worker.pub', `${keys.worker.line}\n`);
  writePrivateKey('delegate', hexBytes(keys.delegate.seed));
  copyFileSync(fileOf('log-1.ndjson'), inFolder('log.ndjson'));
}

describe('the document', { timeout: PATIENCE_MS }, () => {
  it('shows the test vectors', () => {
    expect(DOC).toContain(`\`\`\`\n${checkpoint.text}\`\`\``);
    expect(DOC).toContain(`\`\`\`\n${checkpoint.signature}\`\`\``);
    expect(DOC).toContain(keys.worker.number);
    for (const namespace of Object.values(NAMESPACES)) expect(DOC).toContain(`\`${namespace}\``);
  });

  it('has a command that accepts the signature, and refuses one changed byte', () => {
    layOut();
    const good = run('sh verify');
    expect(good).toMatchObject({ status: 0, told: expect.stringMatching(/^Good "clocked-off\/checkpoint\/v1"/u) });
    write('0001.txt', checkpoint.text.replace('\n8\n', '\n9\n'));
    expect(run('sh verify').status).not.toBe(0);
  });

  it('has a command for the key number', () => {
    layOut();
    expect(run('python number')).toEqual({ status: 0, told: keys.worker.number });
  });

  it('has a command that compares checkpoint and log, and shows a changed line', () => {
    layOut();
    const [line, head] = run('sh compare').told.split('\n');
    expect([line, head]).toEqual([checkpoint.hash, checkpoint.hash]);
    const log = readFileSync(inFolder('log.ndjson'), 'utf8');
    writeFileSync(inFolder('log.ndjson'), `${log.trimEnd().slice(0, -2)}x}\n`);
    const [changed, same] = run('sh compare').told.split('\n');
    expect(same).toBe(checkpoint.hash);
    expect(changed).toMatch(/^(?!f86430)[0-9a-f]{64}$/u);
  });

  it('has commands that make a countersignature, which we accept, and check it', async () => {
    layOut();
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    expect(run('sh witness').status).toBe(0);
    const [text, signature] = ['0001.witness.txt', '0001.witness.sig'].map((name) =>
      readFileSync(inFolder(name), 'utf8'),
    );
    const checked = await checkWitness(text ?? '', signature ?? '', checkpoint.text, crypto);
    if (!checked.ok) throw new Error(checked.problem.code);
    expect(checked.value).toMatchObject({ by: witness.by, publicKey: delegate.publicKey });
    expect(checked.value.at).toBeGreaterThanOrEqual(before);
    expect(checked.value.at).toBeLessThanOrEqual(Date.now());
    expect(run('sh countersigned').status).toBe(0);
    write('0001.txt', checkpoint.text.replace('\n8\n', '\n9\n'));
    expect(run('sh countersigned').status).not.toBe(0);
  });
});
