import { createHash } from 'node:crypto';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The parts of a manifest that the drivers ask about. */
export interface BuiltManifest {
  readonly version: string;
  readonly permissions?: readonly string[];
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
}

export async function readManifest(dir: string): Promise<BuiltManifest> {
  return JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')) as BuiltManifest;
}

/** Puts a build in place of what stands at `target`, so that the place, and with it Chromium's id, stays the same. */
export async function replaceFolder(source: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await cp(source, target, { recursive: true });
}

/** The id that Chromium gives to an unpacked extension: the first 128 bits of its path's hash, as letters a to p. */
export function chromiumIdOf(folder: string): string {
  const hash = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
