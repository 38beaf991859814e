import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ExportPorts, exportBundle, planBundle } from '../../utils/app/export-bundle.ts';
import { makeCheckpoint } from '../../utils/app/make-checkpoint.ts';
import { NOTHING_DISCLOSED } from '../../utils/core/export/selection.ts';
import type { BundleWish } from '../../utils/core/export/wish.ts';
import { utf8 } from '../../utils/core/log/bytes.ts';
import type { BuiltEntry } from '../../utils/core/log/line.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import { NAMESPACES } from '../../utils/core/sign/types.ts';
import { JOB, newHash, STAMP, textIn } from '../core/export/sample.ts';
import { commandsOf, follow, judged, removeFolders, type Unpacked, unpacked } from '../core/export/unpacked.ts';
import { build, LATE_EVENING, reported, sampleDrafts, sha256 } from '../core/log/sample.ts';
import { sha512 } from '../core/sign/keys.ts';
import { memoryCheckpoints, memoryKeys } from './checkpoint-fakes.ts';
import { clockAt, SETTINGS, settingsIn } from './fakes.ts';

afterAll(removeFolders);

const NOW = LATE_EVENING + 86_400_000;
const OTHER_JOB = { ...JOB, id: 'job-2', label: 'Night desk' };
const app = (id: string, name: string, employment: string) => ({
  id,
  name,
  patterns: [`https://${id}.example.org/*`],
  employment,
  treatment: 'general' as const,
});

const WISH: BundleWish = {
  name: 'documents-1',
  period: { first: '2026-03-02', last: '2026-03-04' },
  apps: null,
  disclose: NOTHING_DISCLOSED,
  inHours: false,
  language: 'en',
  whose: 'A. Person',
};

let entries: readonly BuiltEntry[];
let head: LogHead | null;
let checkpoints: ReturnType<typeof memoryCheckpoints>;
let progress: [number, number][];
let ports: ExportPorts;
beforeEach(async () => {
  const whole = await build(sampleDrafts());
  ({ entries, head } = whole);
  progress = [];
  checkpoints = memoryCheckpoints();
  const clock = clockAt(NOW);
  const log = { head: async () => head ?? whole.head };
  ports = {
    clock,
    settings: settingsIn({
      ...SETTINGS,
      employments: [JOB, OTHER_JOB],
      apps: [app('slack', 'Slack', 'job-1'), app('mattermost', 'Mattermost', 'job-2')],
    }),
    log: {
      head: async () => head,
      seqsWithin: async ({ from, until }) => entries.filter(({ at }) => at >= from && at < until).map(({ seq }) => seq),
      async *lines({ first, last }) {
        yield* entries.slice(first - 1, last);
      },
      inHours: async () => [
        { date: '2026-03-02', app: 'slack', count: 14 },
        { date: '2026-03-02', app: 'mattermost', count: 30 },
        { date: '2026-03-03', app: 'slack', count: 0 },
      ],
    },
    checkpoints,
    files: { hashes: async () => [], bytesOf: async () => null },
    makeCheckpoint: () => makeCheckpoint({ clock, log, keys: memoryKeys, checkpoints, sha512 }, 'export'),
    keys: memoryKeys,
    sha256,
    sha512,
    newHash,
    verifyPage: async () => utf8('<!doctype html>'),
    textIn: async (language) => textIn(language),
    agent: 'Clocked Off 0.1.0',
    chain: vi.fn(async () => 9),
    report: vi.fn(),
  };
});

const course = (signal = new AbortController().signal) => ({
  onProgress: (done: number, total: number) => void progress.push([done, total]),
  signal,
});

async function planned(change: Partial<BundleWish> = {}) {
  const plan = await planBundle(ports, { ...WISH, ...change }, course());
  if (!plan.ok) throw new Error(plan.problem.code);
  return plan.value;
}

async function written(plan: Awaited<ReturnType<typeof planned>>) {
  const parts: Uint8Array[] = [];
  const result = await exportBundle(ports, plan, { ...course(), sink: (bytes) => void parts.push(bytes) });
  if (!result.ok) throw new Error(result.problem.code);
  const { keyNumber, noted } = result.value;
  return { bundle: unpacked(Buffer.concat(parts)), keyNumber, noted };
}

const linesIn = (bundle: Unpacked): string[] => bundle.read('data/log.ndjson').trimEnd().split('\n');
const stubs = (lines: readonly string[]): number => lines.filter((line) => line.startsWith('{"withheld"')).length;

/** A checkpoint of the log as it was with so many lines. */
async function checkpointAt(size: number): Promise<void> {
  const part = await build(sampleDrafts().slice(0, size));
  await checkpoints.add({ ...part.head, at: LATE_EVENING, reason: 'asked', text: `${size}`, signature: 's' });
}

describe('what a bundle would hold', () => {
  it('is told before anything leaves, and is what the bundle then holds', async () => {
    const plan = await planned({ apps: new Set(['slack']), disclose: { ...NOTHING_DISCLOSED, alias: true } });
    const { preview } = plan;
    const { bundle } = await written(plan);
    const lines = linesIn(bundle);
    expect(preview.range).toEqual({ first: 1, last: 8 });
    expect([preview.withheld, preview.contacts + preview.others]).toEqual([stubs(lines), 8 - stubs(lines)]);
    expect(preview.withheld).toBeGreaterThan(0);
    expect([...preview.apps]).toEqual(['slack']);
    expect(preview.checkpoints).toBe(bundle.paths.filter((path) => /checkpoints\/\d+\.txt$/u.test(path)).length);
    expect(preview.checkable).toBe(bundle.read('data/private.ndjson').split('\n').length - 1);
  });

  it('counts each disclosed part, and what of it can be checked', async () => {
    const none = await planned();
    expect(none.preview).toMatchObject({ shown: { alias: 0, sender: 0, title: 0, text: 0 }, checkable: 0 });
    const title = (await planned({ disclose: { ...NOTHING_DISCLOSED, title: true } })).preview;
    const { bundle } = await written(
      await planned({ disclose: { ...NOTHING_DISCLOSED, alias: true, sender: true, title: true, text: true } }),
    );
    const all = bundle
      .read('data/private.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(title.shown).toEqual({
      notes: 0,
      personal: 0,
      alias: 0,
      sender: 0,
      title: all.filter((line) => 'title' in line).length,
      text: 0,
    });
    expect(title.shown.title).toBeGreaterThan(0);
    expect(title.checkable + title.uncheckable).toBe(title.shown.title);
    expect(title.uncheckable).toBeGreaterThan(0);
  });

  it('counts contacts in hours of the chosen apps only, where they are handed over', async () => {
    expect((await planned()).preview.inHours).toBeNull();
    expect((await planned({ inHours: true })).preview.inHours).toBe(44);
    const some = await planned({ inHours: true, apps: new Set(['slack']) });
    expect(some.preview.inHours).toBe(14);
    const report = (await written(some)).bundle.read('REPORT.html');
    expect(report).toContain('<td class="n">14</td>');
    expect(report).not.toContain('30</td>');
  });

  it.each([
    ['last', 'bundle.period-order', { period: { first: '2026-03-04', last: '2026-03-02' } }],
    ['first', 'bundle.no-lines', { period: { first: '2025-03-02', last: '2025-03-04' } }],
    ['apps', 'bundle.no-apps', { apps: new Set<string>() }],
    ['name', 'bundle.name', { name: '../x' }],
  ])('is refused at the field %s: %s', async (field, code, change) => {
    const plan = await planBundle(ports, { ...WISH, ...change }, course());
    expect(plan).toMatchObject({ ok: false, problem: { field, code } });
  });

  it('counts the kept files that would go, and refuses more than a bundle can hold', async () => {
    const files = ['a', 'b'].map((digit) => ({ sha256: digit.repeat(64), bytes: 300_000_000 }));
    ({ entries, head } = await build([reported({ content: { text: 'Sunday?', files } })]));
    const disclose = { ...NOTHING_DISCLOSED, text: true, notes: true };
    const keeping = (hashes: string[]) => {
      ports = { ...ports, files: { ...ports.files, hashes: async () => hashes } };
    };
    expect((await planned({ disclose })).preview.attachments).toEqual({ count: 0, bytes: 0 });
    keeping(['b'.repeat(64)]);
    expect((await planned({ disclose })).preview.attachments).toEqual({ count: 1, bytes: 300_000_000 });
    expect((await planned({ disclose: { ...disclose, text: false } })).preview.attachments.count).toBe(0);
    keeping(['a'.repeat(64), 'b'.repeat(64)]);
    expect(await planBundle(ports, { ...WISH, disclose }, course())).toMatchObject({
      problem: { code: 'bundle.attachments-big', values: { most: 400 } },
    });
  });

  it('is nothing for an empty log', async () => {
    head = null;
    expect(await planBundle(ports, WISH, course())).toMatchObject({ ok: false, problem: { code: 'bundle.no-lines' } });
  });
});

describe('the bundle', () => {
  it('passes all its own commands, signed with the log’s key for both uses', async () => {
    const { bundle, keyNumber } = await written(await planned());
    const commands = commandsOf(bundle);
    expect(commands.filter((command) => command.startsWith('ssh-keygen -Y verify'))).toHaveLength(2);
    expect(commands.map((command) => follow(bundle, command)).filter(({ ok }) => !ok)).toEqual([]);
    expect(bundle.read('allowed_signers')).toContain(`namespaces="${NAMESPACES.bundle},${NAMESPACES.checkpoint}"`);
    expect(keyNumber).toMatch(/^\d{5}(?: \d{5}){5}$/u);
    expect(bundle.read('REPORT.html')).toContain(keyNumber);
    expect(bundle.read('data/custody.txt')).toContain('\tA. Person\tMade this bundle');
    expect(bundle.read('bag-info.txt')).toContain('Bag-Software-Agent: Clocked Off 0.1.0');
  });

  it('has the copies that are kept', async () => {
    const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');
    const files = [{ sha256: sha256Of('photo'), bytes: 5, type: 'image/jpeg' }];
    ({ entries, head } = await build([reported({ content: { text: 'Sunday?', files } })]));
    const bytesOf = async (sha256: string) => (sha256 === files[0]?.sha256 ? utf8('photo') : null);
    ports = { ...ports, files: { hashes: async () => files.map(({ sha256 }) => sha256), bytesOf } };
    const { bundle } = await written(await planned({ disclose: { ...NOTHING_DISCLOSED, text: true, notes: true } }));
    expect(bundle.read(`data/attachments/${sha256Of('photo').slice(0, 16)}.jpg`)).toBe('photo');
  });

  it('is chained once it is whole: what left, and the digest that binds it, not to whom or under which name', async () => {
    const wish = { apps: new Set(['slack']), disclose: { ...NOTHING_DISCLOSED, alias: true, text: true } };
    const { bundle, noted } = await written(await planned(wish));
    const draft = vi.mocked(ports.chain).mock.calls[0]?.[0];
    expect(draft).toEqual({
      kind: 'export',
      first: 1,
      last: 8,
      stubs: stubs(linesIn(bundle)),
      opened: bundle.read('data/private.ndjson').split('\n').length - 1,
      // No line of Slack has a text.
      parts: ['alias'],
      digest: createHash('sha256').update(bundle.read('tagmanifest-sha256.txt')).digest('hex'),
    });
    expect([draft?.stubs, draft?.opened, noted]).toEqual([4, 1, 9]);
    expect(ports.chain).toHaveBeenCalledTimes(1);
  });

  it('is chained as sealed where it leaves in no other form', async () => {
    const plan = await planned();
    await exportBundle(ports, plan, { ...course(), sink: () => {}, sealed: true });
    expect(vi.mocked(ports.chain).mock.lastCall?.[0]).toMatchObject({ kind: 'export', sealed: true });
  });

  it('is handed over also where the log cannot be written', async () => {
    const full = new Error('disk full');
    ports = { ...ports, chain: () => Promise.reject(full) };
    const { bundle, noted } = await written(await planned());
    expect([linesIn(bundle).length, noted]).toEqual([8, null]);
    expect(ports.report).toHaveBeenCalledWith(full);
  });

  it('has the time stamps of its checkpoints, the first three of each', async () => {
    const at = Date.parse(STAMP.time);
    const plan = await planned();
    for (let count = 0; count < 4; count += 1)
      await checkpoints.stamps.add(head?.log ?? '', 1, { url: 'https://a.example', at, response: STAMP.response });
    const { bundle } = await written(plan);
    expect(bundle.paths.filter((path) => path.endsWith('.tsr'))).toEqual([
      ...['data/checkpoints/0001.tsr', 'data/checkpoints/0001.2.tsr', 'data/checkpoints/0001.3.tsr'],
    ]);
    expect(bundle.read('HOW-TO-VERIFY.txt').match(/openssl ts -verify/gu)).toHaveLength(3);
  });

  it('ends where it was shown to end, whatever was logged since', async () => {
    const [whole, part] = [entries, entries.slice(0, 6)];
    [entries, head] = [part, (await build(sampleDrafts().slice(0, 6))).head];
    const plan = await planned();
    [entries, head] = [whole, (await build(sampleDrafts())).head];
    await ports.makeCheckpoint();
    const { bundle } = await written(plan);
    expect(linesIn(bundle)).toHaveLength(6);
    expect(bundle.paths.filter((path) => /checkpoints\/\d+\.txt$/u.test(path))).toEqual(['data/checkpoints/0001.txt']);
  });

  it('has the checkpoints that its lines can be compared with, with their first confirmation', async () => {
    for (const size of [1, 3, 4, 6]) await checkpointAt(size);
    for (const by of ['first', 'second'])
      await checkpoints.addWitness(head?.log ?? '', 3, { text: `${by} witness`, signature: by });
    const plan = await planned();
    const { preview } = plan;
    // Lines 4 to 7, as if the others were of other days.
    const { bundle } = await written({ ...plan, preview: { ...preview, range: { first: 4, last: 7 } } });
    const texts = bundle.paths.filter((path) => /checkpoints\/\d+\.txt$/u.test(path)).map(bundle.read);
    expect(texts).toEqual(['3', '4', '6']);
    expect(bundle.read('data/checkpoints/0002.witness.txt')).toBe('first witness');
    expect(preview).toMatchObject({ checkpoints: 5, confirmed: 1 });
  });

  it('names neither apps nor jobs that were left out', async () => {
    const report = async (apps: BundleWish['apps']) =>
      (await written(await planned({ apps }))).bundle.read('REPORT.html');
    expect(await report(null)).toContain('Night desk');
    const some = await report(new Set(['slack']));
    expect(some).toContain(JOB.label);
    expect(some).not.toContain('Night desk');
    expect(some).not.toContain('Mattermost');
  });

  it('is in the language that was asked for', async () => {
    expect((await written(await planned({ language: 'es' }))).bundle.read('REPORT.html')).toContain('<html lang="es">');
  });

  it('tells how far it is, and stops when it is broken off', async () => {
    const plan = await planned();
    await written(plan);
    expect(progress.at(-1)).toEqual([8, 8]);
    const abort = new AbortController();
    abort.abort();
    await expect(planBundle(ports, WISH, course(abort.signal))).rejects.toThrow('aborted');
    const parts: Uint8Array[] = [];
    const sink = (bytes: Uint8Array): void => void parts.push(bytes);
    await expect(exportBundle(ports, plan, { ...course(abort.signal), sink })).rejects.toThrow('aborted');
    // The list of files comes last: what there is can be opened by nobody.
    expect(judged([Buffer.concat(parts)])).toEqual([null]);
    expect(ports.chain).toHaveBeenCalledTimes(1);
  });
});
