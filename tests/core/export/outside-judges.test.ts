import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBundlePath } from '../../../utils/core/export/names.ts';
import { build, sampleDrafts, textOf } from '../log/sample.ts';
import { ALL, checkpointOf, linesOf, STAMP, signedBundle, spokenBundle, written } from './sample.ts';
import {
  commandsOf,
  follow,
  judged,
  PATIENCE_MS,
  removeFolders,
  runPython,
  type Unpacked,
  unpacked,
} from './unpacked.ts';

afterAll(removeFolders);

describe('a signed bundle', { timeout: PATIENCE_MS }, () => {
  let zip: Uint8Array;
  let bundle: Unpacked;
  beforeAll(async () => {
    zip = await signedBundle();
    bundle = unpacked(zip);
  });

  it('is a ZIP that Python takes', () => {
    expect(judged([zip])[0]?.map(({ name }) => name)).toEqual(bundle.paths.map((path) => `records-2026-03/${path}`));
  });

  it('holds files of the format only, all below one folder, in a fixed order', () => {
    const { paths } = bundle;
    expect(paths.filter((path) => !isBundlePath(path))).toEqual([]);
    expect(paths).toEqual([
      ...['data/log.ndjson', 'data/private.ndjson', 'data/log.csv', 'data/datapackage.json'],
      ...['data/checkpoints/0001.txt', 'data/checkpoints/0001.sig'],
      ...['data/checkpoints/0001.witness.txt', 'data/checkpoints/0001.witness.sig'],
      ...['data/checkpoints/0002.txt', 'data/checkpoints/0002.sig'],
      ...['data/checkpoints/0002.tsr', 'data/checkpoints/0002.2.tsr', 'data/tsa/chain.pem'],
      ...['data/policies/0001.policy', 'data/custody.txt', 'REPORT.html', 'VERIFY.html', 'HOW-TO-VERIFY.txt'],
      ...['allowed_signers', 'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'],
      'tagmanifest-sha256.txt.sig',
    ]);
  });

  it('passes every command that it names, and these are all there are', () => {
    const commands = commandsOf(bundle);
    expect(commands.map((command) => command.split(/[ \n]/u)[0])).toEqual([
      ...['sha256sum', 'ssh-keygen', 'import', 'import', 'ssh-keygen', 'ssh-keygen', 'ssh-keygen'],
      ...['openssl', 'openssl'],
    ]);
    const told = commands.map((command) => follow(bundle, command));
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    expect(told[0]?.told.match(/: OK$/gmu)).toHaveLength(bundle.paths.length - 2);
    expect(told[2]?.told).toMatch(/^lines 1 to 8 head [0-9a-f]{64}\n.*0001\.txt fits\n.*0002\.txt fits\n$/u);
    expect(told[3]?.told).toBe('private lines fit\n');
  });

  it('names the second of the stamp, without which openssl judges a lapsed certificate by today', () => {
    const command = commandsOf(bundle).at(-1) ?? '';
    expect(command).toContain(`-partial_chain -attime ${Date.parse(STAMP.time) / 1_000}\n`);
    const later = command.replace(/-attime \d+/u, `-attime ${Date.parse(STAMP.time) / 1_000 + 3 * 86_400}`);
    expect(follow(bundle, later)).toMatchObject({ ok: false, told: expect.stringContaining('expired') });
    expect(bundle.read('data/tsa/chain.pem').match(/BEGIN CERTIFICATE/gu)).toHaveLength(1);
    const other = bundle.changed('data/checkpoints/0002.txt', bundle.read('data/checkpoints/0001.txt'));
    expect(follow(other, command)).toMatchObject({ ok: false, told: expect.stringContaining('imprint') });
  });

  it('is a bag: manifests name every file once, and the sizes add up', () => {
    const named = (file: string) =>
      bundle
        .read(file)
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(66));
    const { paths } = bundle;
    expect(named('manifest-sha256.txt')).toEqual(paths.filter((path) => path.startsWith('data/')));
    expect(named('tagmanifest-sha256.txt')).toEqual(
      paths.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest')),
    );
    const payload = paths.filter((path) => path.startsWith('data/'));
    const octets = payload.reduce((sum, path) => sum + statSync(join(bundle.folder, path)).size, 0);
    expect(bundle.read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect(bundle.read('bag-info.txt')).toBe(
      [
        'Bag-Software-Agent: Clocked Off 0.1.0',
        'Bagging-Date: 2026-03-03',
        'Bundle-Format: clocked-off-bundle/1',
        'Bundle-Time: 2026-03-04T03:14:05Z',
        'External-Description: Record of contact outside working hours, 2026-03-02 to 2026-03-08',
        'External-Identifier: 0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        'Log-Lines: 1-8',
        `Payload-Oxum: ${octets}.${payload.length}`,
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['a byte of the log', 'data/log.ndjson', 'mattermost', 'mattermosT'],
    ['a byte of a private line', 'data/private.ndjson', 'factura', 'facture'],
    ['the report', 'REPORT.html', 'Warehouse', 'Warehause'],
    ['a manifest', 'manifest-sha256.txt', 'data/log.csv', 'data/log.CSV'],
    ['a checkpoint', 'data/checkpoints/0001.txt', '\n5\n', '\n4\n'],
  ])('shows that %s was changed', (_, path, from, to) => {
    const text = bundle.read(path);
    expect(text).toContain(from);
    const changed = bundle.changed(path, text.replace(from, to));
    expect(follow(changed, commandsOf(changed)[0] ?? '').ok).toBe(false);
  });

  it('shows by its signature that manifests were made anew', () => {
    const path = 'tagmanifest-sha256.txt';
    const changed = bundle.changed(
      path,
      bundle.read(path).replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(follow(changed, commandsOf(changed)[1] ?? '').ok).toBe(false);
  });
});

describe('the chain loop', { timeout: PATIENCE_MS }, () => {
  /** What the loop says of the bundle, and of it with other lines. */
  function told(bundle: Unpacked, others: readonly (readonly string[])[]): string[] {
    const loop = commandsOf(bundle).find((command) => command.startsWith('import glob')) ?? '';
    const changed = others.map((lines) => bundle.changed('data/log.ndjson', lines.map((line) => `${line}\n`).join('')));
    return runPython(
      loop,
      [bundle, ...changed].map(({ folder }) => folder),
    );
  }

  it('goes over withheld lines and notices any change that the hashes bind', async () => {
    const { entries, head } = await build(sampleDrafts());
    const { zip, summary } = await written({ selection: { apps: new Set(['slack']), disclose: ALL } });
    const bundle = unpacked(zip);
    const lines = bundle.read('data/log.ndjson').trimEnd().split('\n');
    expect(summary).toMatchObject({ withheld: 4, lines: { first: 1, last: 8 }, head: head.hash });
    expect(lines.filter((line) => /^\{"withheld":"[0-9a-f]{64}"\}$/u.test(line))).toHaveLength(4);
    expect(lines.filter((line) => !line.startsWith('{"withheld"'))).toEqual(
      [0, 1, 5, 7].map((index) => textOf(entries[index]?.line)),
    );
    const changes = [
      lines.with(4, `{"withheld":"${'0'.repeat(64)}"}`),
      lines.with(0, lines[0]?.replace('firefox', 'Firefox') ?? ''),
      lines.toSpliced(2, 1),
      lines.toSpliced(2, 0, lines[2] ?? ''),
      // More than a hash in a stub would be text that nothing binds.
      lines.with(4, lines[4]?.replace('}', ',"seq":5,"text":"added"}') ?? ''),
    ];
    const [first, ...others] = told(bundle, changes);
    expect(first).toContain(`lines 1 to 8 head ${head.hash}`);
    expect(others).toEqual(changes.map(() => 'refused'));
  });

  it('names the hash of the last line also where that is withheld', async () => {
    const { head } = await build(sampleDrafts());
    const single = new Map([[8, 'withhold-line']] as const);
    const { summary } = await written({ selection: { apps: null, disclose: ALL, single } });
    expect(summary).toMatchObject({ withheld: 1, head: head.hash });
  });

  it('begins where the range begins, and compares a checkpoint of the line before', async () => {
    const { entries, head } = await build(sampleDrafts());
    const before = await build(sampleDrafts().slice(0, 3));
    const elsewhere = await build(sampleDrafts().slice(0, 2));
    const { zip, summary } = await written({
      lines: linesOf(entries.slice(3)),
      checkpoints: [elsewhere.head, before.head, { ...head, hash: 'f'.repeat(64) }].map((one) => ({
        files: { txt: checkpointOf(one) },
      })),
    });
    const bundle = unpacked(zip);
    expect(summary.lines).toEqual({ first: 4, last: 8 });
    expect(bundle.read('bag-info.txt')).toContain('Log-Lines: 4-8\n');
    const [, ...lines] = bundle.read('data/log.ndjson').trimEnd().split('\n');
    expect(told(bundle, [lines]).map((text) => text.replaceAll('data/checkpoints/', ''))).toEqual([
      `lines 4 to 8 head ${head.hash}\\n0001.txt is of a line outside\\n0002.txt fits\\n0003.txt differs`,
      'refused',
    ]);
  });
});

describe('the test vector', { timeout: PATIENCE_MS }, () => {
  const vectorOf = (name: string) => unpacked(readFileSync(new URL(`../../vectors/${name}`, import.meta.url)));

  it('of the first version has the data that this one writes, but for later columns, and passes its own commands', async () => {
    const vector = vectorOf('bundle-1.zip');
    const now = unpacked((await written({ selection: { apps: new Set(['mattermost']), disclose: ALL } })).zip);
    const same = ['data/log.ndjson', 'data/private.ndjson', 'data/custody.txt'];
    expect(same.map((file) => vector.read(file))).toEqual(same.map((file) => now.read(file)));
    // No cell of this log holds a comma or a quote.
    const [before, after] = [vector, now].map((one) => one.read('data/log.csv').trimEnd().split('\r\n')) as [
      string[],
      string[],
    ];
    expect(after.map((row, index) => row.startsWith(before[index] ?? 'no row'))).toEqual(before.map(() => true));
    expect(commandsOf(vector).map((command) => follow(vector, command).ok)).toEqual([true, true, true]);
  });

  it('has the data that this version writes, and passes its own commands', async () => {
    const vector = vectorOf('bundle-2.zip');
    const now = unpacked((await spokenBundle()).zip);
    const payload = now.paths.filter((one) => one.startsWith('data/'));
    expect(payload.map((file) => [file, vector.read(file)])).toEqual(payload.map((file) => [file, now.read(file)]));
    expect(vector.read('bag-info.txt')).toBe(now.read('bag-info.txt'));
    expect(commandsOf(vector).map((command) => follow(vector, command).ok)).toEqual([true, true, true]);
  });
});
