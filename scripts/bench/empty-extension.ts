import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = { matches: ['*://*/*'], run_at: 'document_start', all_frames: true };

export const EMPTY_PAGE = 'page.html';

const MANIFEST = {
  manifest_version: 3,
  name: 'Empty',
  version: '1',
  content_scripts: [
    { ...SCRIPT, js: ['empty.js'] },
    { ...SCRIPT, js: ['empty.js'], world: 'MAIN' },
  ],
};

/** A folder with an extension whose two scripts do nothing, and with one page of a single heading; `remove` takes it away again. */
export async function emptyExtension(): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'clocked-off-empty-'));
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(dir, 'empty.js'), '0;\n');
  await writeFile(join(dir, EMPTY_PAGE), '<!doctype html><meta charset="utf-8"><title>Empty</title><h1>Empty</h1>\n');
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}
