import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEntry } from '../../../utils/core/log/read.ts';
import { verifyChain } from '../../../utils/core/log/verify.ts';
import {
  build,
  contact,
  EMPTY,
  handedOverDrafts,
  sampleDrafts,
  sha256,
  spokenDrafts,
  stream,
  textOf,
} from './sample.ts';

/** Tools that nobody here wrote, driven by the very text that docs/log-format.md gives to a stranger. */
const DOC = readFileSync(new URL('../../../docs/log-format.md', import.meta.url), 'utf8');
const vector = (name: string): string => readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8');

function snippet(fence: string): string {
  const code = new RegExp(`^\`\`\`${fence}\\n(.*?)^\`\`\`$`, 'msu').exec(DOC)?.[1];
  if (code === undefined) throw new Error(`docs/log-format.md has no block that begins with \`\`\`${fence}`);
  return code;
}

/** Runs the block that it is given in each folder, in one process: starting Python is slow on small machines. */
const PYTHON = `
import contextlib, io, os, sys
for folder in sys.argv[2:]:
    os.chdir(folder)
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            exec(sys.argv[1], {})
        print(told.getvalue().strip())
    except Exception:
        print("refused")
`;
const SHELL = 'code=$1; shift; for folder; do (cd "$folder" && sh -c "$code" 2>/dev/null) || echo refused; done';

const TOOLS = {
  python: ['python3', '-c', PYTHON, snippet('python chain')],
  shell: ['sh', '-c', SHELL, 'sh', snippet('sh chain')],
  private: ['python3', '-c', PYTHON, snippet('python private')],
} as const;

const folder = mkdtempSync(join(tmpdir(), 'outside-verifier-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Log {
  readonly lines: readonly string[];
  readonly privateLines: readonly string[];
}

const ndjson = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** What the tool prints for each log, or `refused`. */
function run(tool: keyof typeof TOOLS, logs: readonly Log[]): string[] {
  const folders = logs.map(({ lines, privateLines }) => {
    const one = mkdtempSync(join(folder, 'log-'));
    writeFileSync(join(one, 'log.ndjson'), ndjson(lines));
    writeFileSync(join(one, 'private.ndjson'), ndjson(privateLines));
    return one;
  });
  const [command, ...args] = TOOLS[tool];
  const { status, stdout, stderr, error } = spawnSync(command, [...args, ...folders], { encoding: 'utf8' });
  if (error !== undefined || status !== 0) throw error ?? new Error(stderr);
  return stdout.trimEnd().split('\n');
}

const logOf = (name: string): Log => ({
  lines: vector(`${name}.ndjson`).trimEnd().split('\n'),
  privateLines: vector(`${name}.private.ndjson`).trimEnd().split('\n'),
});

const fromVector = logOf('log-1');
/** With what the person says: contacts typed in, annotations, corrections. */
const spoken = logOf('log-2');
/** With a time stamp and a bundle. */
const handedOver = logOf('log-3');

/** A log with all that a hostile page may have put into it. */
async function freshLog(): Promise<Log & { head: string }> {
  const nasty = [
    '\ud800 lone',
    '\u202egnp.exe',
    '"prev":"',
    "'; exit #",
    '\u2028\u2029\0\r\n',
    '\\',
    '👩‍👩‍👧',
    'x'.repeat(9_999),
  ];
  const { entries, head } = await build([
    ...sampleDrafts(),
    ...nasty.map((text, index) =>
      contact({ id: `${index}`, app: text, origin: `https://${text}`, content: { alias: text, title: text, text } }),
    ),
  ]);
  return {
    lines: entries.map(({ line }) => textOf(line)),
    privateLines: entries.flatMap(({ privateLine }) => (privateLine === null ? [] : [textOf(privateLine)])),
    head: `${head.size} lines, head ${head.hash}`,
  };
}

describe('the test vector', () => {
  it.each([
    ['log-1', fromVector, sampleDrafts],
    ['log-2', spoken, spokenDrafts],
    ['log-3', handedOver, handedOverDrafts],
  ])('%s is what this version writes', async (_name, log, drafts) => {
    const { entries } = await build(drafts());
    expect(log.lines).toEqual(entries.map(({ line }) => textOf(line)));
    expect(log.privateLines).toEqual(
      entries.flatMap(({ privateLine }) => (privateLine === null ? [] : [textOf(privateLine)])),
    );
  });

  it('stays readable by every later version', async () => {
    const bytes = new TextEncoder();
    const privates = new Map(fromVector.privateLines.map((line) => [JSON.parse(line).seq, bytes.encode(line)]));
    const stored = fromVector.lines.map((line, index) => ({
      line: bytes.encode(line),
      privateLine: privates.get(index + 1) ?? null,
    }));
    expect(await verifyChain(stream(stored), sha256)).toMatchObject({ ok: true, count: 8, withheld: 0 });
    expect(stored.map(({ line, privateLine }) => readEntry(line, privateLine)?.kind)).toEqual([
      'start',
      'hours',
      'contact',
      'contact',
      'note',
      'contact',
      'collapse',
      'note',
    ]);
  });

  it('is the example of the document', () => {
    const code = DOC.replace(/\n {1,8}(?=")/gu, '');
    expect(code).toContain(fromVector.lines[2]);
    expect(code).toContain(fromVector.privateLines[0]);
    for (const index of [2, 3, 6]) expect(code).toContain(shortened(spoken.lines[index]));
    for (const index of [2, 4]) expect(code).toContain(shortened(handedOver.lines[index]));
    for (const line of spoken.privateLines.slice(1, 3)) expect(code).toContain(shortened(line));
  });
});

/** As the document shows it where the fields of every line would only be in the way. */
function shortened(line = ''): string {
  const { v, log, seq, tz, m, s, x, prev, ...fields } = JSON.parse(line);
  return JSON.stringify({ seq, ...fields });
}

const withLines = (lines: readonly string[]): Log => ({ ...fromVector, lines });
const withPrivate = (privateLines: readonly string[]): Log => ({ ...fromVector, privateLines });

/** Starting other programs takes its time on a busy machine. */
const PATIENCE_MS = 60_000;

describe.each(['python', 'shell'] as const)('the chain loop in %s', { timeout: PATIENCE_MS }, (tool) => {
  it('accepts the test vector, a fresh log whatever a page put into it, and an empty one', async () => {
    const fresh = await freshLog();
    const logs = [fromVector, spoken, handedOver, fresh, { lines: [], privateLines: [] }];
    const [told, second, third, ...others] = run(tool, logs);
    expect(third).toMatch(/^5 lines, head [0-9a-f]{64}$/u);
    expect(second).toMatch(/^8 lines, head [0-9a-f]{64}$/u);
    expect(told).toMatch(/^8 lines, head [0-9a-f]{64}$/u);
    expect(DOC).toContain(`\n${told}\n`);
    expect(others).toEqual([fresh.head, `0 lines, head ${EMPTY.hash}`]);
  });

  it('notices one changed byte in any line', () => {
    const { lines } = fromVector;
    const changed = lines.map((line, index) => withLines(lines.with(index, line.replace('America', 'Bmerica'))));
    const [told, ...others] = run(tool, [fromVector, ...changed]);
    expect(others.slice(0, -1)).toEqual(lines.slice(0, -1).map(() => 'refused'));
    // The last line is bound by the head alone.
    expect(others.at(-1)).toMatch(/^8 lines/u);
    expect(others.at(-1)).not.toBe(told);
  });

  it('notices a removed, a swapped, a doubled and an appended line', async () => {
    const { lines } = fromVector;
    const [first = '', second = '', third = ''] = lines;
    const forged = await build([contact()], (await build(sampleDrafts())).head);
    const broken = [
      [first, ...lines.slice(2)],
      lines.slice(1),
      [first, third, second, ...lines.slice(3)],
      [first, first, ...lines.slice(1)],
      [...lines, third],
    ];
    expect(run(tool, broken.map(withLines))).toEqual(broken.map(() => 'refused'));
    // What the file alone cannot show, the number of lines and the head show to whoever received them before.
    const [told, shortened, appended] = run(tool, [
      fromVector,
      withLines(lines.slice(0, -1)),
      withLines([...lines, textOf(forged.entries[0]?.line)]),
    ]);
    expect([told, shortened, appended].map((text) => text?.slice(0, 7))).toEqual(['8 lines', '7 lines', '9 lines']);
  });
});

describe('the loop over private lines', { timeout: PATIENCE_MS }, () => {
  const [first = '', second = ''] = fromVector.privateLines;

  it('accepts all, some and none of them', async () => {
    const logs = [fromVector, spoken, handedOver, withPrivate([second]), withPrivate([]), await freshLog()];
    expect(run('private', logs)).toEqual(logs.map(() => 'private lines fit'));
  });

  it('notices an altered, a moved and an added one', () => {
    const logs = [
      withPrivate([first.replace('factura', 'nómina'), second]),
      withPrivate([first.replace('"seq":3', '"seq":6')]),
      withPrivate([first.replace('"seq":3', '"seq":1')]),
      withPrivate([first, second.replace('"seq":6', '"seq":99')]),
    ];
    expect(run('private', logs)).toEqual(logs.map(() => 'refused'));
  });
});
