import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { findProgram } from '../../../scripts/browsers/find.ts';

/** The tool of the format's author, in a folder of its own: the judge that nobody here wrote. */
const folder = mkdtempSync(join(tmpdir(), 'age-'));
afterAll(() => rmSync(folder, { recursive: true }));

export interface AgeTool {
  /** A key file that `age-keygen` wrote. */
  keygen(): string;
  /** The public key of a key file, as `age-keygen -y` says it. */
  publicOf(keyFile: string): string;
  seal(plain: Uint8Array, recipient: string, ...options: string[]): Buffer;
  /** Null where it refuses. */
  open(file: Uint8Array, keyFile: string): Buffer | null;
}

/** @throws MissingProgram with what to install, where it is not there and cannot be. */
export async function ageTool(): Promise<AgeTool> {
  const age = await findProgram('age');
  const keygen = join(dirname(age), 'age-keygen');
  const keyPath = join(folder, 'key.txt');
  const written = (keyFile: string): string => {
    writeFileSync(keyPath, keyFile, { mode: 0o600 });
    return keyPath;
  };
  return {
    keygen() {
      rmSync(keyPath, { force: true });
      execFileSync(keygen, ['-o', keyPath], { stdio: 'pipe' });
      return readFileSync(keyPath, 'utf8');
    },
    publicOf: (keyFile) => execFileSync(keygen, ['-y', written(keyFile)], { encoding: 'utf8' }).trim(),
    seal: (plain, recipient, ...options) =>
      execFileSync(age, ['-r', recipient, ...options], { input: plain, maxBuffer: 2 ** 24 }),
    open(file, keyFile) {
      const { status, stdout } = spawnSync(age, ['-d', '-i', written(keyFile)], { input: file, maxBuffer: 2 ** 24 });
      return status === 0 ? stdout : null;
    },
  };
}
