import { attachmentDigits, BUNDLE_FORMAT, FILES } from '../export/names.ts';
import type { NewHash } from '../export/types.ts';
import { hex } from '../log/bytes.ts';
import type { Problem, Result } from '../result.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type BundleFile, type BundleView, UnreadableFile, type VerdictLine, type VerdictSentence } from './types.ts';
import { bad, badBecause, good, incomplete } from './verdict.ts';
import { readText } from './whole-file.ts';

const MOST_NOTES = 5;
const [, KNOWN = ''] = BUNDLE_FORMAT.split('/');
const FORMAT = /^Bundle-Format: clocked-off-bundle\/([1-9]\d{0,5})\r?$/mu;

/** What can be wrong with one file; the first is the worst. */
const FINDINGS = ['missing', 'line-ends', 'altered', 'unlisted', 'other-file', 'unnamed', 'stranger'] as const;
interface Finding {
  readonly what: (typeof FINDINGS)[number];
  readonly file: string;
}

const isPayload = (path: string): boolean => path.startsWith('data/');
/** A tag manifest lists neither itself nor its signature (RFC 8493 §2.2.1). */
const isTag = (path: string): boolean => !isPayload(path) && path !== FILES.tagManifest && path !== FILES.signature;

interface FilesRead {
  /** SHA-256 of every file, by path. */
  readonly digests: ReadonlyMap<string, Result<string>>;
  /** SHA-256 of the files that private lines name. */
  readonly named: ReadonlySet<string>;
}

/** Every file against both manifests, attachments also against the lines. Null for a manifest that is not there. */
export async function checkFiles(
  view: BundleView,
  { digests, named }: FilesRead,
  newHash: NewHash,
): Promise<VerdictLine> {
  const manifests = [
    await manifestAt(view, FILES.tagManifest, isTag),
    await manifestAt(view, FILES.manifest, isPayload),
  ];
  const findings: Finding[] = [];
  for (const { path, manifest, belongs } of manifests) {
    if (manifest === null) findings.push({ what: 'missing', file: path });
    else if (!manifest.ok) return badBecause('files.unreadable', manifest.problem);
    else {
      if (manifest.value.mangled && path === FILES.tagManifest) findings.push({ what: 'line-ends', file: path });
      const found = await compare(view, manifest.value, belongs, digests, newHash);
      if (!Array.isArray(found)) return badBecause('files.unreadable', found);
      findings.push(...found);
    }
  }
  const faulted = new Set(findings.map(({ file }) => file));
  findings.push(...misattached(digests, named).filter(({ file }) => !faulted.has(file)));
  findings.push(...view.strangers.map((file): Finding => ({ what: 'stranger', file })));
  return findings.length > 0 ? told(findings) : formatOf(view);
}

async function manifestAt(
  view: BundleView,
  path: string,
  belongs: (path: string) => boolean,
): Promise<{ path: string; manifest: Result<Manifest> | null; belongs: (path: string) => boolean }> {
  const text = await readText(view, path);
  const manifest = text === null || !text.ok ? text : readManifest(text.value, path, belongs);
  return { path, manifest, belongs };
}

async function compare(
  { files }: BundleView,
  manifest: Manifest,
  belongs: (path: string) => boolean,
  digests: ReadonlyMap<string, Result<string>>,
  newHash: NewHash,
): Promise<Finding[] | Problem> {
  const findings: Finding[] = [];
  for (const [path, wanted] of manifest.digests) {
    const file = files.get(path);
    const digest = digests.get(path);
    if (file === undefined || digest === undefined) findings.push({ what: 'missing', file: path });
    else if (!digest.ok) return digest.problem;
    else if (digest.value !== wanted) {
      const mangled = (await digestWithLf(file, newHash)) === wanted;
      findings.push({ what: mangled ? 'line-ends' : 'altered', file: path });
    }
  }
  const unlisted = [...files.keys()].filter((path) => belongs(path) && !manifest.digests.has(path));
  return [...findings, ...unlisted.map((file): Finding => ({ what: 'unlisted', file }))];
}

/** Attachments that no line names, or whose line names another file with the same name. */
function misattached(digests: FilesRead['digests'], named: FilesRead['named']): Finding[] {
  const digits = new Set([...named].map((sha256) => sha256.slice(0, 16)));
  return [...digests].flatMap(([file, digest]): Finding[] => {
    const mine = attachmentDigits(file);
    if (mine === null || !digest.ok) return [];
    if (!digits.has(mine)) return [{ what: 'unnamed', file }];
    return named.has(digest.value) && digest.value.startsWith(mine) ? [] : [{ what: 'other-file', file }];
  });
}

/** SHA-256 (hex) of the file as it was before a program turned LF into CR LF. */
async function digestWithLf(file: BundleFile, newHash: NewHash): Promise<string | null> {
  const hash = newHash();
  let pending = false;
  try {
    for await (const piece of file.read()) {
      const kept: number[] = [];
      for (const byte of piece) {
        if (pending && byte !== 0x0a) kept.push(0x0d);
        pending = byte === 0x0d;
        if (!pending) kept.push(byte);
      }
      hash.update(Uint8Array.from(kept));
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
  if (pending) hash.update(Uint8Array.of(0x0d));
  return hex(hash.digest());
}

function told(findings: readonly Finding[]): VerdictLine {
  const sorted = FINDINGS.flatMap((what) => findings.filter((finding) => finding.what === what));
  const [first, ...others] = sorted.map(
    ({ what, file }): VerdictSentence => ({ code: `files.${what}`, values: { file } }),
  );
  const notes = others.slice(0, MOST_NOTES);
  const more = others.length - notes.length;
  if (more > 0) notes.push({ code: 'files.more', values: { count: more } });
  return bad(first?.code ?? 'files.missing', first?.values, notes);
}

async function formatOf(view: BundleView): Promise<VerdictLine> {
  const info = await readText(view, FILES.bagInfo);
  const version = info?.ok === true ? FORMAT.exec(info.value)?.[1] : undefined;
  if (version === undefined) return incomplete('files.no-format');
  return version === KNOWN
    ? good('files.intact', { count: view.files.size })
    : incomplete('files.newer', { version, known: KNOWN });
}
