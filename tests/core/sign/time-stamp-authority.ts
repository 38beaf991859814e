import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A time-stamping authority of openssl's, in a folder of its own: the judge that nobody here wrote. */
export const folder = mkdtempSync(join(tmpdir(), 'authority-'));
afterAll(() => rmSync(folder, { recursive: true }));

export function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

export const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

/** What openssl prints. @throws where it refuses. */
export const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export interface Judgement {
  readonly ok: boolean;
  readonly told: string;
}

export function judge(...args: string[]): Judgement {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  return { ok: status === 0, told: `${stdout}${stderr}` };
}

const CONFIG = `[tsa]
default_tsa = main
[main]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
[unwilling]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha512
[exact]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
clock_precision_digits = 3
`;
const EXTENSIONS = 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n';

/** Makes the authority: a root, and a certificate for stamps that lives for one day. */
export function makeAuthority(): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', '-days', '2', '-subj', '/CN=Test root');
  openssl(
    'req',
    ...key,
    '-keyout',
    'tsa.key',
    '-out',
    'tsa.csr',
    '-subj',
    '/O=Test authority/CN=Uhr der Prüfung',
    '-utf8',
  );
  write('extensions', EXTENSIONS);
  const by = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '1', '-extfile', 'extensions'];
  openssl('x509', '-req', '-in', 'tsa.csr', ...by, '-out', 'tsa.pem');
  write('config', CONFIG);
  write('serial', '01\n');
}

/**
 * The authority's answer to a request.
 * @param section `unwilling` takes other hashes only · `exact` tells milliseconds.
 * @param chain certificates that it sends along beside its own.
 */
export function answer(request: Uint8Array, section = 'main', chain: readonly string[] = []): Uint8Array {
  write('request', request);
  const more = chain.flatMap((file) => ['-chain', file]);
  const signer = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', ...more];
  judge('ts', '-reply', '-config', 'config', '-section', section, '-queryfile', 'request', ...signer, '-out', 'answer');
  return read('answer');
}
