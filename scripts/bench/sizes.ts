import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './row.ts';

const KB = 1_000;

/** Sizes of the production build; exact, and checked by `npm test` as well. */
export async function sizes(dir: string): Promise<Row[]> {
  const of = async (...files: string[]): Promise<number> => {
    const all = await Promise.all(files.map(async (file) => (await stat(join(dir, file))).size));
    return all.reduce((sum, size) => sum + size, 0) / KB;
  };
  const chunks = await readdir(join(dir, 'chunks'));
  const row = (what: string, value: number, budget: number): Row => ({
    what,
    ours: `${value.toFixed(1)} kB`,
    reference: '',
    value,
    budget,
    unit: 'kB',
  });
  return [
    row('size: hook + bridge', await of('page-hook.js', 'bridge.js'), 10.75),
    row('size: background', await of('background.js'), 120),
    row(
      'size: every script of every page',
      await of(...chunks.filter((name) => name.endsWith('.js')).map((name) => join('chunks', name))),
      250,
    ),
  ];
}
