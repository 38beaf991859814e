import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealCrypto } from '../../../utils/adapters/seal-crypto.ts';
import { keyFile } from '../../../utils/core/seal/keys.ts';
import { makeKeyPair } from '../../../utils/core/seal/types.ts';
import { goodBundle, zipOf } from '../verify/bundle.ts';
import { sealed } from './files.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SLOW_MS = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'sealed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** `npm run verify -- …`: its exit code and what it says. */
function verify(...args: string[]): readonly [number | null, string] {
  const runner = join(ROOT, 'node_modules/.bin/vite-node');
  const { status, stdout, stderr } = spawnSync(runner, ['scripts/verify.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
  return [status, stdout + stderr];
}

beforeAll(async () => {
  const [own, other] = [await makeKeyPair(sealCrypto), await makeKeyPair(sealCrypto)];
  const created = '2026-03-02T22:16:05Z';
  writeFileSync(at('key.txt'), keyFile(created, own.recipient, own.secret), { mode: 0o600 });
  writeFileSync(at('other.txt'), keyFile(created, other.recipient, other.secret), { mode: 0o600 });
  writeFileSync(at('papers.zip.age'), await sealed(zipOf(await goodBundle()), own.recipient));
});

it(
  'checks a sealed bundle on the command line, with its key and with no other',
  () => {
    const [code, said] = verify(at('papers.zip.age'), '-i', at('other.txt'), '-i', at('key.txt'));
    expect(said).toContain('+ Files: In order');
    expect(code).toBe(0);
    const [wrong, why] = verify(at('papers.zip.age'), '-i', at('other.txt'));
    expect(why).toContain('not sealed for this key');
    expect(wrong).toBe(2);
    expect(verify(at('papers.zip.age'))).toEqual([2, expect.stringContaining('AGE-SECRET-KEY-1')]);
  },
  SLOW_MS,
);
