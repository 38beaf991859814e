import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes, utf8 } from '../../../utils/core/log/bytes.ts';
import { allowedSignersLine } from '../../../utils/core/sign/allowed-signers.ts';
import { toBase64 } from '../../../utils/core/sign/base64.ts';
import { KEY_TYPE, keyBlob } from '../../../utils/core/sign/key-blob.ts';
import { uint32, writeStrings } from '../../../utils/core/sign/ssh-strings.ts';
import { checkSsh, signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES, type SignatureCrypto } from '../../../utils/core/sign/types.ts';
import { crypto, DELEGATE_SEED, delegate, sha512, WORKER_SEED, worker } from './keys.ts';
import { checkByCli, makeKey, signByCli, verifyByCli, writePrivateKey } from './ssh-keygen.ts';

const SPACE = NAMESPACES.checkpoint;
const MESSAGE = utf8('five lines\n');
const PATIENCE_MS = 60_000;

const sign = (message = MESSAGE, namespace: string = SPACE): Promise<string> =>
  signSsh(worker, namespace, message, sha512);

/** Code of the refusal, or null where it was accepted. */
async function refusal(armoured: string, message = MESSAGE, namespace: string = SPACE): Promise<string | null> {
  const checked = await checkSsh(armoured, namespace, message, crypto);
  return checked.ok ? null : checked.problem.code;
}

describe('signatures and ssh-keygen', { timeout: PATIENCE_MS }, () => {
  const signers = `${allowedSignersLine('worker', worker.publicKey, [SPACE])}\n`;

  it('writes byte for byte what ssh-keygen -Y sign writes with the same key', async () => {
    writePrivateKey('worker', WORKER_SEED);
    writePrivateKey('delegate', DELEGATE_SEED);
    for (const message of [new Uint8Array(0), MESSAGE, new Uint8Array(100_000).fill(0x0a)]) {
      for (const namespace of Object.values(NAMESPACES)) {
        expect(await sign(message, namespace)).toBe(signByCli('worker', namespace, message));
        expect(await signSsh(delegate, namespace, message, sha512)).toBe(signByCli('delegate', namespace, message));
      }
    }
  });

  it('is accepted by ssh-keygen -Y verify and -Y check-novalidate, for its own message and use alone', async () => {
    const armoured = await sign();
    expect(verifyByCli(signers, 'worker', SPACE, MESSAGE, armoured)).toMatchObject({
      good: true,
      told: expect.stringContaining(`Good "${SPACE}" signature for worker with ED25519 key`),
    });
    expect(checkByCli(SPACE, MESSAGE, armoured).good).toBe(true);
    expect(checkByCli(SPACE, utf8('six lines\n'), armoured).good).toBe(false);
    expect(checkByCli(NAMESPACES.witness, MESSAGE, armoured).good).toBe(false);
    expect(verifyByCli(signers, 'somebody', SPACE, MESSAGE, armoured).good).toBe(false);
    const forBundles = `${allowedSignersLine('worker', worker.publicKey, [NAMESPACES.bundle])}\n`;
    expect(verifyByCli(forBundles, 'worker', SPACE, MESSAGE, armoured).good).toBe(false);
  });

  it('accepts what ssh-keygen signed with a key that it made', async () => {
    const [, base64 = ''] = makeKey('made', '-t', 'ed25519').split(' ');
    const armoured = signByCli('made', SPACE, MESSAGE);
    const checked = await checkSsh(armoured, SPACE, MESSAGE, crypto);
    if (!checked.ok) throw new Error(checked.problem.code);
    expect(checked.value.namespace).toBe(SPACE);
    expect(toBase64(keyBlob(checked.value.publicKey))).toBe(base64);
    expect(await refusal(armoured, utf8('six lines\n'))).toBe('signature.mismatch');
    expect(await refusal(armoured, MESSAGE, NAMESPACES.bundle)).toBe('signature.namespace');
  });

  it('names another use, another hash and other kinds of keys', async () => {
    makeKey('own', '-t', 'ed25519');
    makeKey('rsa', '-t', 'rsa', '-b', '2048');
    makeKey('ecdsa', '-t', 'ecdsa');
    const problem = async (armoured: string): Promise<unknown> => {
      const checked = await checkSsh(armoured, SPACE, MESSAGE, crypto);
      return checked.ok ? null : checked.problem;
    };
    expect(await problem(signByCli('own', 'file', MESSAGE))).toEqual({
      code: 'signature.namespace',
      field: 'signature',
      values: { found: 'file', wanted: SPACE },
    });
    expect(await problem(signByCli('own', SPACE, MESSAGE, '-O', 'hashalg=sha256'))).toMatchObject({
      code: 'signature.hash',
      values: { hash: 'sha256' },
    });
    expect(await problem(signByCli('rsa', SPACE, MESSAGE))).toMatchObject({
      code: 'signature.key-type',
      values: { type: 'ssh-rsa' },
    });
    expect(await problem(signByCli('ecdsa', SPACE, MESSAGE))).toMatchObject({
      code: 'signature.key-type',
      values: { type: 'ecdsa-sha2-nistp256' },
    });
  });
});

const MAGIC = utf8('SSHSIG');

/** A signature blob with parts of one's own; what is signed is right for the parts as they should be. */
async function forged(
  change: Partial<{
    magic: Uint8Array;
    version: number;
    key: Uint8Array;
    reserved: Uint8Array;
    signedType: string;
    length: number;
    after: Uint8Array;
  }>,
): Promise<string> {
  const data = joinBytes([MAGIC, writeStrings(utf8(SPACE), new Uint8Array(0), utf8('sha512'), await sha512(MESSAGE))]);
  const signature = (await worker.sign(data)).slice(0, change.length);
  const blob = joinBytes([
    change.magic ?? MAGIC,
    uint32(change.version ?? 1),
    writeStrings(
      change.key ?? keyBlob(worker.publicKey),
      utf8(SPACE),
      change.reserved ?? new Uint8Array(0),
      utf8('sha512'),
      writeStrings(utf8(change.signedType ?? KEY_TYPE), signature),
    ),
    change.after ?? new Uint8Array(0),
  ]);
  return `-----BEGIN SSH SIGNATURE-----\n${toBase64(blob)}\n-----END SSH SIGNATURE-----\n`;
}

describe('signatures that are not as they should be', () => {
  it('the forge itself makes good ones', async () => {
    expect(await refusal(await forged({}))).toBeNull();
  });

  it.each([
    ['another magic', { magic: utf8('SSHSIC') }, 'signature.damaged'],
    ['a newer version', { version: 2 }, 'signature.newer'],
    ['something reserved', { reserved: utf8('x') }, 'signature.reserved'],
    ['no key', { key: new Uint8Array(0) }, 'signature.damaged'],
    ['a key that breaks off', { key: keyBlob(worker.publicKey).slice(0, -1) }, 'signature.damaged'],
    ['a key that is too short', { key: keyBlob(worker.publicKey.slice(1)) }, 'signature.damaged'],
    [
      'a key with something behind it',
      { key: writeStrings(utf8(KEY_TYPE), worker.publicKey, utf8('')) },
      'signature.damaged',
    ],
    ['the key of somebody else', { key: keyBlob(delegate.publicKey) }, 'signature.mismatch'],
    ['a signature of another kind', { signedType: 'rsa-sha2-512' }, 'signature.damaged'],
    ['a signature that is too short', { length: 63 }, 'signature.damaged'],
    [
      'a key of a security token',
      { key: writeStrings(utf8('sk-ssh-ed25519@openssh.com'), worker.publicKey, utf8('ssh:')) },
      'signature.key-type',
    ],
    ['bytes behind the end', { after: new Uint8Array(4) }, 'signature.damaged'],
  ])('refuses %s', async (_, change, code) => {
    expect(await refusal(await forged(change))).toBe(code);
  });

  it('refuses what is no armour, breaks off, or is far too long', async () => {
    const armoured = await sign();
    for (const text of ['', 'hello', armoured.replace('BEGIN', 'START'), armoured.slice(0, -30), `x${armoured}`])
      expect([text, await refusal(text)]).toEqual([text, 'signature.armour']);
    expect(await refusal('-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n')).toBe('signature.armour');
    expect(await refusal(armoured.replace('U1NI', 'U1N!'))).toBe('signature.damaged');
    expect(await refusal(armoured + ' '.repeat(10_000))).toBe('signature.too-long');
  });

  it('reads lines of any length and CRLF, as mail programs leave them', async () => {
    const armoured = await sign();
    const [begin, ...rest] = armoured.trimEnd().split('\n');
    const base64 = rest.slice(0, -1).join('');
    expect(await refusal(armoured.replaceAll('\n', '\r\n'))).toBeNull();
    expect(await refusal(armoured.trimEnd())).toBeNull();
    expect(await refusal([begin, ...(base64.match(/.{1,64}/gu) ?? []), rest.at(-1)].join('\n'))).toBeNull();
  });

  it('does not ask for a signature at all where the use is another one', async () => {
    const asked: SignatureCrypto = {
      sha512,
      verify: () => {
        throw new Error('asked');
      },
    };
    const armoured = await sign(MESSAGE, NAMESPACES.witness);
    expect(await checkSsh(armoured, SPACE, MESSAGE, asked)).toMatchObject({ problem: { code: 'signature.namespace' } });
  });
});

/** One change of a text: a character changed, removed, doubled, put in, or two pieces swapped. */
const mutation = fc.record({
  kind: fc.constantFrom('change', 'remove', 'insert', 'swap', 'cut'),
  at: fc.nat(),
  to: fc.nat(),
  char: fc.oneof(fc.constantFrom(...'ABCwxyz019+/=-\n\r \t\0é'), fc.string({ minLength: 1, maxLength: 3 })),
});

function mutate(
  text: string,
  { kind, at, to, char }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
): string {
  const i = at % text.length;
  const j = to % text.length;
  const [from, until] = i < j ? [i, j] : [j, i];
  switch (kind) {
    case 'change':
      return text.slice(0, i) + char + text.slice(i + 1);
    case 'remove':
      return text.slice(0, i) + text.slice(i + 1 + (to % 40));
    case 'insert':
      return text.slice(0, i) + char + text.slice(i);
    case 'swap':
      return text.slice(0, from) + text[until] + text.slice(from + 1, until) + text[from] + text.slice(until + 1);
    default:
      return text.slice(0, i);
  }
}

describe('ten thousand mutations of a good signature', () => {
  it('are never accepted, unless the same signature stands there, and never crash', {
    timeout: PATIENCE_MS,
  }, async () => {
    const armoured = await sign();
    const same = (text: string): string => text.trim().replace(/\r?\n/gu, '');
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const text = mutations.reduce((before, one) => (before === '' ? '' : mutate(before, one)), armoured);
        const code = await refusal(text);
        if (code === null) expect(same(text)).toBe(same(armoured));
        else refused += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(9_000);
  });

  it('nor is one changed bit of the bytes inside', async () => {
    const armoured = await sign();
    const blob = Buffer.from(armoured.split('\n').slice(1, -2).join(''), 'base64');
    for (let bit = 0; bit < blob.length * 8; bit += 1) {
      const changed = Buffer.from(blob);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const text = `-----BEGIN SSH SIGNATURE-----\n${changed.toString('base64')}\n-----END SSH SIGNATURE-----\n`;
      expect([bit, await refusal(text)]).not.toEqual([bit, null]);
    }
  });
});
