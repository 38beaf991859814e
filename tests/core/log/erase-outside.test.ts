import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ErasePlanner } from '../../../utils/core/log/erase.ts';
import { readEntry } from '../../../utils/core/log/read.ts';
import type { EntryDraft } from '../../../utils/core/log/types.ts';
import { verifyChain } from '../../../utils/core/log/verify.ts';
import { build, contact, sha256, stream, textOf } from './sample.ts';

/** The test vector of erasing, and the text of docs/log-format.md by which a stranger tells erased from withheld. */
const DOC = readFileSync(new URL('../../../docs/log-format.md', import.meta.url), 'utf8');
const vector = (name: string): string => readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8');
const LOG = vector('log-4.ndjson');
const PRIVATE = vector('log-4.private.ndjson');

const folder = mkdtempSync(join(tmpdir(), 'erase-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starting other programs takes its time on a busy machine. */
const PATIENCE_MS = 60_000;

const ana = (id: string) => contact({ id: id.repeat(32), content: { alias: '7c1e90a4', sender: 'ana' } });
const drafts: EntryDraft[] = [
  { kind: 'start', writer: '0.3.0 firefox' },
  ana('1'),
  contact({ id: '2'.repeat(32), app: 'slack', origin: 'https://app.slack.com', content: { alias: 'e02b5d11' } }),
  { kind: 'note', what: 'annotation', ref: 2, content: { words: 'Ana again.' } },
  ana('3'),
  { kind: 'note', what: 'self-test' },
  ana('4'),
];

it('is what this version writes when a sender is let go of', async () => {
  const planner = new ErasePlanner({ by: 'sender', app: 'mattermost', who: '7c1e90a4' });
  for (const { seq, line, privateLine } of (await build(drafts)).entries)
    planner.add(seq, readEntry(line, privateLine), privateLine !== null);
  const [erasure] = planner.lines();
  if (erasure === undefined) throw new Error('nothing was found');
  const { entries } = await build([...drafts, { kind: 'erase', what: 'private', ...erasure }]);
  expect(LOG).toBe(entries.map(({ line }) => `${textOf(line)}\n`).join(''));
  expect(PRIVATE).toBe(`${textOf(entries[2]?.privateLine)}\n`);
  const { v, log, seq, tz, m, s, prev, ...fields } = JSON.parse(textOf(entries.at(-1)?.line));
  expect(DOC.replace(/\n {1,8}(?=")/gu, '')).toContain(JSON.stringify({ seq, ...fields }));
});

it('stays readable by every later version', async () => {
  const bytes = new TextEncoder();
  const lines = LOG.trimEnd().split('\n');
  const stored = lines.map((line, index) => ({
    line: bytes.encode(line),
    privateLine: index === 2 ? bytes.encode(PRIVATE.trimEnd()) : null,
  }));
  expect(await verifyChain(stream(stored), sha256)).toMatchObject({ ok: true, count: 8, erased: 4, withheld: 0 });
  const bare = stored.map((one) => ({ ...one, privateLine: null }));
  expect(await verifyChain(stream(bare), sha256)).toMatchObject({ ok: true, erased: 4, withheld: 1 });
});

it('tells a stranger with Python what was erased and what is missing otherwise', { timeout: PATIENCE_MS }, () => {
  const run = (name: string, log: string, privates: string): string => {
    writeFileSync(join(folder, 'log.ndjson'), log);
    writeFileSync(join(folder, 'private.ndjson'), privates);
    const code =
      new RegExp(`^\`\`\`python ${name}\\n(.*?)^\`\`\`$`, 'msu').exec(DOC)?.[1] ?? 'raise SystemExit("none")';
    return spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' }).stdout.trimEnd();
  };
  const told = run('erased', LOG, PRIVATE);
  expect(told).toBe('erased: [2, 4, 5, 7] missing: []');
  expect(DOC).toContain(`\n${told}\n`);
  expect(run('erased', LOG, '')).toBe('erased: [2, 4, 5, 7] missing: [3]');
  // A stub stands for a line that was not handed over.
  const stub = `{"withheld":"${'a'.repeat(64)}"}`;
  const [first, , ...rest] = LOG.trimEnd().split('\n');
  expect(run('erased', `${[first, stub, ...rest].join('\n')}\n`, PRIVATE)).toBe('erased: [4, 5, 7] missing: []');
  expect(run('chain', LOG, PRIVATE)).toMatch(/^8 lines, head [0-9a-f]{64}$/u);
  expect(run('private', LOG, PRIVATE)).toBe('private lines fit');
});
