import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedSignersLine, readAllowedSigners } from '../../../utils/core/sign/allowed-signers.ts';
import {
  fingerprint,
  keyNumber,
  publicKeyLine,
  readKeyNumber,
  readPublicKeyLine,
} from '../../../utils/core/sign/keys.ts';
import { delegate, sha256, worker } from './keys.ts';
import { makeKey, sshKeygen, write } from './ssh-keygen.ts';

const codeOf = (result: { ok: boolean; problem?: { code: string } }): string | undefined => result.problem?.code;

describe('key lines and fingerprints', () => {
  it('are those of ssh-keygen', async () => {
    for (const name of ['one', 'two', 'three']) {
      const line = makeKey(name, '-t', 'ed25519').trim();
      const read = readPublicKeyLine(`${line}\n`);
      if (!read.ok) throw new Error(read.problem.code);
      const { publicKey, comment } = read.value;
      expect(comment).toBe(name);
      expect(publicKeyLine(publicKey, name)).toBe(line);
      expect(sshKeygen('-l', '-f', `${name}.pub`)).toContain(` ${await fingerprint(publicKey, sha256)} `);
    }
    const ours = write('ours.pub', `${publicKeyLine(worker.publicKey, 'log key')}\n`);
    const printed = sshKeygen('-l', '-f', ours);
    expect(printed).toBe(`256 ${await fingerprint(worker.publicKey, sha256)} log key (ED25519)\n`);
  });

  it('read a line with blanks around it and without a comment', () => {
    const line = publicKeyLine(worker.publicKey, '');
    expect(readPublicKeyLine(`  ${line.replace(' ', '\t ')} \r\n`)).toEqual({
      ok: true,
      value: { publicKey: worker.publicKey, comment: '' },
    });
  });

  it('name another kind of key, and refuse what is no key', () => {
    const line = publicKeyLine(worker.publicKey, 'c');
    expect(readPublicKeyLine(makeKey('rsa', '-t', 'rsa', '-b', '2048'))).toMatchObject({
      problem: { code: 'signature.key-type', values: { type: 'ssh-rsa' } },
    });
    const wrong = [
      '',
      'hello',
      'ssh-ed25519',
      line.replace('ssh-ed25519', 'ssh-rsa'),
      line.replace('AAAA', 'AAAB'),
      line.slice(0, 60),
      line.replace(' c', 'AAAA c'),
      `${line}\n${line}`,
      line + 'x'.repeat(2_000),
      `-----BEGIN OPENSSH PRIVATE KEY-----`,
    ];
    for (const text of wrong) expect([text, codeOf(readPublicKeyLine(text))]).toEqual([text, 'signature.key-line']);
  });
});

/** The rule of docs/checkpoints.md, in another language. */
const PYTHON = `
import base64, hashlib, sys
digest = hashlib.sha256(base64.b64decode(sys.argv[1].split()[1])).digest()
print(*("%05d" % (int.from_bytes(digest[i:i + 5], "big") % 100000) for i in range(0, 30, 5)))
`;

describe('key numbers', () => {
  it('are what the rule gives in Python', async () => {
    for (const { publicKey } of [worker, delegate]) {
      const told = execFileSync('python3', ['-c', PYTHON, publicKeyLine(publicKey, '')], { encoding: 'utf8' });
      expect(await keyNumber(publicKey, sha256)).toBe(told.trim());
    }
  });

  it('have six groups of five digits, whatever the hash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (digest) => {
        expect(await keyNumber(worker.publicKey, async () => digest)).toMatch(/^\d{5}(?: \d{5}){5}$/u);
      }),
    );
    expect(await keyNumber(worker.publicKey, async () => new Uint8Array(32))).toBe(
      '00000 00000 00000 00000 00000 00000',
    );
  });

  it('are read as somebody types them', async () => {
    const number = await keyNumber(worker.publicKey, sha256);
    const digits = number.replaceAll(' ', '');
    for (const typed of [number, digits, ` ${number.replaceAll(' ', ' - ')}\n`, number.replaceAll(' ', '\u2011')])
      expect(readKeyNumber(typed)).toEqual({ ok: true, value: number });
    expect(readKeyNumber(digits.slice(1))).toEqual({
      ok: false,
      problem: { code: 'signature.key-number', field: 'keyNumber', values: { wanted: 30, found: 29 } },
    });
    for (const typed of ['', `${digits}1`, `${digits}x`, '1'.repeat(100_000)])
      expect(codeOf(readKeyNumber(typed))).toBe('signature.key-number');
  });
});

describe('allowed_signers', () => {
  it('is read back as it was written, among comments and empty lines', () => {
    const text = [
      '# whose keys these are',
      '',
      allowedSignersLine('worker', worker.publicKey, ['a/v1', 'b/v1']),
      `anybody@example.org ${publicKeyLine(delegate.publicKey, 'the delegate')}`,
      '',
    ].join('\r\n');
    expect(readAllowedSigners(text)).toEqual({
      ok: true,
      value: [
        { identity: 'worker', namespaces: ['a/v1', 'b/v1'], publicKey: worker.publicKey, comment: '' },
        { identity: 'anybody@example.org', namespaces: null, publicKey: delegate.publicKey, comment: 'the delegate' },
      ],
    });
  });

  it('refuses names that mean something there', () => {
    for (const name of ['', 'a b', 'a,b', '*', '!a', '#a', '"a"', 'a\nb', 'ä'])
      expect(() => allowedSignersLine(name, worker.publicKey, ['n'])).toThrow(RangeError);
    expect(() => allowedSignersLine('worker', worker.publicKey, ['n"'])).toThrow(RangeError);
  });

  it('names the line that cannot be read, other options among them', () => {
    const good = allowedSignersLine('worker', worker.publicKey, ['n']);
    const key = publicKeyLine(worker.publicKey, '');
    const wrong = [
      'hello',
      key,
      `* ${key}`,
      `worker valid-before="20200101" ${key}`,
      `worker cert-authority ${key}`,
      good.slice(0, -1),
    ];
    for (const line of wrong) {
      expect([line, readAllowedSigners(`${good}\n${line}\n`)]).toEqual([
        line,
        { ok: false, problem: { code: 'signature.signers-line', field: 'allowed_signers', values: { line: 2 } } },
      ]);
    }
    expect(codeOf(readAllowedSigners(`worker ${makeKey('rsa2', '-t', 'rsa', '-b', '2048')}`))).toBe(
      'signature.key-type',
    );
    expect(codeOf(readAllowedSigners(`${good}\n`.repeat(200)))).toBe('signature.signers-too-long');
    expect(codeOf(readAllowedSigners('#'.repeat(100_000)))).toBe('signature.signers-too-long');
  });
});
