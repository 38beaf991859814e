import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { FILES } from '../../../utils/core/export/names.ts';
import type { Disclosure } from '../../../utils/core/export/selection.ts';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import type { EntryDraft } from '../../../utils/core/log/types.ts';
import { build, reported } from '../log/sample.ts';
import { type Files, seal, verdictOn, verdictOnZip } from '../verify/bundle.ts';
import { ALL, linesOf, written } from './sample.ts';
import { commandsOf, follow, PATIENCE_MS, removeFolders, run, unpacked } from './unpacked.ts';

afterAll(removeFolders);

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const markOf = (text: string, name: string, type: string) => ({ sha256: hashOf(text), bytes: text.length, name, type });

const PHOTO = markOf('a photo of the phone', 'Ana <b>.png', 'image/png');
/** Of a type that would be run by a click. */
const PAGE = markOf('<script>', 'page.html', 'text/html');
const LEFT = markOf('not kept here', 'voice.ogg', 'audio/ogg');
const KEPT = new Map([
  [PHOTO.sha256, 'a photo of the phone'],
  [PAGE.sha256, '<script>'],
]);
const pathOf = ({ sha256 }: { readonly sha256: string }, ending: string) =>
  `data/attachments/${sha256.slice(0, 16)}.${ending}`;
const [PHOTO_PATH, PAGE_PATH] = [pathOf(PHOTO, 'png'), pathOf(PAGE, 'bin')];

const drafts = (): EntryDraft[] => [
  { kind: 'start', writer: '0.4.0 firefox' },
  reported({ content: { sender: 'the lead', text: 'Sunday?', files: [PHOTO, LEFT] } }),
  { kind: 'note', what: 'annotation', ref: 2, content: { files: [PAGE, PHOTO] } },
];

async function bundleWith(disclose: Disclosure = ALL, kept: ReadonlyMap<string, string> = KEPT) {
  const { entries } = await build(drafts());
  const copyOf = async (sha256: string) => {
    const text = kept.get(sha256);
    return text === undefined ? null : utf8(text);
  };
  const selection = { apps: null, disclose };
  return (await written({ lines: linesOf(entries), checkpoints: [], selection, copyOf })).zip;
}

const attached = (paths: readonly string[]) => paths.filter((path) => path.startsWith('data/attachments/'));

describe('kept files in a bundle', { timeout: PATIENCE_MS }, () => {
  it('go along once each, under a name that says nothing, and pass the bundle’s own commands', async () => {
    const bundle = unpacked(await bundleWith());
    expect(attached(bundle.paths)).toEqual([PHOTO_PATH, PAGE_PATH]);
    expect([PHOTO_PATH, PAGE_PATH].map(bundle.read)).toEqual([...KEPT.values()]);
    expect(run(['sha256sum', '-c', FILES.manifest, FILES.tagManifest], bundle.folder)).toMatchObject({
      ok: true,
      told: expect.stringContaining(`${PHOTO_PATH}: OK`),
    });
    const commands = commandsOf(bundle);
    expect(commands.map((command) => follow(bundle, command)).filter(({ ok }) => !ok)).toEqual([]);
    const about = commands.find((command) => command.includes('data/attachments')) ?? '';
    expect(follow(bundle, about).told.trim()).toBe('attachments fit');
    expect(follow(bundle.changed(PHOTO_PATH, 'another photo'), about).ok).toBe(false);
  });

  it('are listed by the data package', async () => {
    const { resources } = JSON.parse(unpacked(await bundleWith()).read(FILES.datapackage));
    expect(resources.slice(1)).toMatchObject([
      { path: PHOTO_PATH.slice(5), bytes: 20, hash: `sha256:${PHOTO.sha256}` },
      { path: PAGE_PATH.slice(5), bytes: 8, hash: `sha256:${PAGE.sha256}` },
    ]);
    for (const { name } of resources) expect(name).toMatch(/^[a-z0-9._-]+$/u);
  });

  it('are told from those that the person has, beside their entry', async () => {
    const report = unpacked(await bundleWith()).read('REPORT.html');
    const words = report.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
    expect(words).toContain(
      `of 20 bytes, with the SHA-256 ${PHOTO.sha256} “ Ana &lt;b&gt;.png ”: copy in this bundle: ${PHOTO_PATH}`,
    );
    expect(words).toContain(`${LEFT.sha256} “ voice.ogg ”: kept by the person`);
    expect(words).toContain(`${PAGE.sha256} “ page.html ”: copy in this bundle: ${PAGE_PATH}`);
  });

  it.each([
    ['texts are not', { text: false }, []],
    ['notes, which name them, are not', { notes: false }, []],
    // The private line of the contact would not go whole, and nothing else says which file belongs to it.
    ['the sender is not', { sender: false }, [PAGE_PATH, PHOTO_PATH]],
  ])('stay where %s handed over', async (_name, change, paths) => {
    expect(attached(unpacked(await bundleWith({ ...ALL, ...change })).paths)).toEqual(paths);
  });

  it('make no difference to a bundle of which none is kept', async () => {
    const bundle = unpacked(await bundleWith(ALL, new Map()));
    expect(attached(bundle.paths)).toEqual([]);
    expect(JSON.parse(bundle.read(FILES.datapackage)).resources).toHaveLength(1);
    expect(commandsOf(bundle).join()).not.toContain('attachments');
  });
});

describe('attached files are checked', () => {
  const filesOf = async (): Promise<Files> =>
    new Map(
      Object.entries(unzipSync(await bundleWith())).map(([path, bytes]) => [path.split('/').slice(1).join('/'), bytes]),
    );
  const saidOf = async (files: Files) => {
    const { code, values } = (await verdictOn(await seal(files, null))).files;
    return [code, values?.file];
  };

  it('and found good as they were written', async () => {
    const { files, chain } = await verdictOnZip(await bundleWith());
    expect([files.code, chain.code]).toEqual(['files.intact', 'chain.unbroken']);
  });

  it('against the line that names them, whatever the manifests say', async () => {
    const files = await filesOf();
    expect(await saidOf(files)).toEqual(['files.intact', undefined]);
    expect(await saidOf(new Map(files).set(PHOTO_PATH, utf8('another photo')))).toEqual([
      'files.other-file',
      PHOTO_PATH,
    ]);
    // The bytes of one under the name of the other.
    const other = files.get(PAGE_PATH) ?? new Uint8Array();
    expect(await saidOf(new Map(files).set(PHOTO_PATH, other))).toEqual(['files.other-file', PHOTO_PATH]);
  });

  it('and one that no line names is refused', async () => {
    const path = pathOf({ sha256: hashOf('planted') }, 'pdf');
    expect(await saidOf((await filesOf()).set(path, utf8('planted')))).toEqual(['files.unnamed', path]);
    // Its line was left out.
    const files = (await filesOf()).set(FILES.private, new Uint8Array());
    expect(await saidOf(files)).toEqual(['files.unnamed', PHOTO_PATH]);
  });

  it('and so is a name beyond the list', async () => {
    const path = pathOf(PHOTO, 'html');
    const { code, values } = (await verdictOn((await filesOf()).set(path, utf8('x')))).files;
    expect([code, values]).toEqual(['files.stranger', { file: path }]);
  });

  it('and one that was altered is told as altered, once', async () => {
    const line = (await verdictOn((await filesOf()).set(PHOTO_PATH, utf8('another photo')))).files;
    expect([line.code, line.notes]).toEqual(['files.altered', []]);
  });
});
