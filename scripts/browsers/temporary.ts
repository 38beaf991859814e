import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser that has just ended may have files open for a moment. */
const REMOVE = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 } as const;

const folders = new Set<string>();
let watching = false;

/** A folder for one run; what is left of such folders goes when this program ends. */
export async function makeTemporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clocked-off-'));
  folders.add(folder);
  if (!watching) {
    watching = true;
    process.once('exit', () => {
      for (const left of folders) rmSync(left, REMOVE);
    });
  }
  return folder;
}

export async function removeTemporary(folder: string): Promise<void> {
  await rm(folder, REMOVE);
  folders.delete(folder);
}
