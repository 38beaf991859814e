import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { signerOf } from './keys.ts';

const TOOL = 'ssh-keygen';

/** OpenSSH's own tool, in a folder of its own: the judge that nobody here wrote. */
export const folder = mkdtempSync(join(tmpdir(), 'ssh-keygen-'));
afterAll(() => rmSync(folder, { recursive: true }));

export const inFolder = (name: string): string => join(folder, name);

export function write(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content, { mode: 0o600 });
  return inFolder(name);
}

/** What ssh-keygen prints. @throws where it refuses. */
export const sshKeygen = (...args: string[]): string =>
  execFileSync(TOOL, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export function makeKey(name: string, ...options: string[]): string {
  sshKeygen('-q', '-N', '', '-C', name, '-f', inFolder(name), ...options);
  return readFileSync(inFolder(`${name}.pub`), 'utf8');
}

/** The armoured signature that `ssh-keygen -Y sign` makes. */
export function signByCli(key: string, namespace: string, message: string | Uint8Array, ...options: string[]): string {
  const file = write('message', message);
  rmSync(`${file}.sig`, { force: true });
  sshKeygen('-Y', 'sign', '-f', inFolder(key), '-n', namespace, ...options, file);
  return readFileSync(`${file}.sig`, 'utf8');
}

export interface CliVerdict {
  readonly good: boolean;
  readonly told: string;
}

function verifyWith(args: readonly string[], message: string | Uint8Array): CliVerdict {
  const { status, stdout, stderr } = spawnSync(TOOL, args, { cwd: folder, encoding: 'utf8', input: message });
  return { good: status === 0, told: `${stdout}${stderr}`.trim() };
}

export function verifyByCli(
  allowedSigners: string,
  identity: string,
  namespace: string,
  message: string | Uint8Array,
  armoured: string,
): CliVerdict {
  const signers = write('allowed_signers', allowedSigners);
  const signature = write('signature', armoured);
  return verifyWith(['-Y', 'verify', '-f', signers, '-I', identity, '-n', namespace, '-s', signature], message);
}

/** Is it a good signature by any key? */
export function checkByCli(namespace: string, message: string | Uint8Array, armoured: string): CliVerdict {
  const signature = write('signature', armoured);
  return verifyWith(['-Y', 'check-novalidate', '-n', namespace, '-s', signature], message);
}

/** An unencrypted private key file as OpenSSH writes it (PROTOCOL.key), so that its tool signs with a known seed. */
export function writePrivateKey(name: string, seed: Uint8Array): void {
  const { publicKey } = signerOf(seed);
  const part = (bytes: Uint8Array | string): Buffer => {
    const content = Buffer.from(bytes as Uint8Array);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, content]);
  };
  const one = Buffer.from([0, 0, 0, 1]);
  const check = Buffer.alloc(8, 7);
  const key = Buffer.concat([part('ssh-ed25519'), part(publicKey)]);
  const secret = Buffer.concat([check, key, part(Buffer.concat([seed, publicKey])), part(name)]);
  const padding = Buffer.from(Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, index) => index + 1));
  const blob = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    part('none'),
    part('none'),
    part(''),
    one,
    part(key),
    part(Buffer.concat([secret, padding])),
  ]);
  const lines = blob.toString('base64').replace(/.{70}/gu, '$&\n').trim();
  write(name, `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`);
}
