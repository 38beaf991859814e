import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { sealCrypto } from '../../../utils/adapters/seal-crypto.ts';
import { FILES } from '../../../utils/core/export/names.ts';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import type { LogHead } from '../../../utils/core/log/types.ts';
import type { StoredLine } from '../../../utils/core/log/verify.ts';
import type { Result } from '../../../utils/core/result.ts';
import { allowedSignersLine } from '../../../utils/core/sign/allowed-signers.ts';
import { formatCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES, type Signer } from '../../../utils/core/sign/types.ts';
import { formatWitness } from '../../../utils/core/sign/witness.ts';
import { checkBundle } from '../../../utils/core/verify/check-bundle.ts';
import { readFolder } from '../../../utils/core/verify/read-folder.ts';
import { readZip } from '../../../utils/core/verify/read-zip.ts';
import type { BundleVerdict, RandomAccess, VerifyOptions, VerifyPorts } from '../../../utils/core/verify/types.ts';
import { build, LATE_EVENING, sampleDrafts, sha256 } from '../log/sample.ts';
import { crypto, delegate, sha512, worker } from '../sign/keys.ts';

/** A bundle put together by hand, so that its checker is judged by something else than its writer. */
export type Files = Map<string, Uint8Array>;

export const NOON = Date.UTC(2026, 2, 4, 12);
const HOUR = 3_600_000;

export const ports = {
  sha256,
  newHash: () => createHash('sha256'),
  signatures: crypto,
  seal: sealCrypto,
  now: () => NOON,
} satisfies VerifyPorts & Record<string, unknown>;

export const textIn = (files: Files, path: string): string => Buffer.from(files.get(path) ?? []).toString();

export const changed = (files: Files, path: string, change: (text: string) => string): Files =>
  new Map(files).set(path, utf8(change(textIn(files, path))));

export const without = (files: Files, ...paths: readonly string[]): Files =>
  new Map([...files].filter(([path]) => !paths.includes(path)));

const join = (lines: readonly (Uint8Array | null)[]): Uint8Array =>
  Buffer.concat(lines.flatMap((line) => (line === null ? [] : [line, utf8('\n')])));

export const logFiles = (entries: readonly StoredLine[]): Files =>
  new Map([
    [FILES.log, join(entries.map(({ line }) => line))],
    [FILES.private, join(entries.map(({ privateLine }) => privateLine))],
  ]);

/** Checkpoint `number` with its signature and, where asked for, a witness's. */
export async function checkpointFiles(
  number: number,
  head: LogHead,
  signer = worker,
  witness?: Signer,
): Promise<Files> {
  const name = `data/checkpoints/${String(number).padStart(4, '0')}`;
  const text = formatCheckpoint(head, NOON + number * HOUR);
  const files: Files = new Map([
    [`${name}.txt`, utf8(text)],
    [`${name}.sig`, utf8(await signSsh(signer, NAMESPACES.checkpoint, utf8(text), sha512))],
  ]);
  if (witness === undefined) return files;
  const statement = formatWitness(text, NOON + number * HOUR + 60_000, 'Ana, delegate');
  if (!statement.ok) throw new Error(statement.problem.code);
  files.set(`${name}.witness.txt`, utf8(statement.value));
  files.set(`${name}.witness.sig`, utf8(await signSsh(witness, NAMESPACES.witness, utf8(statement.value), sha512)));
  return files;
}

const TAGS: Files = new Map([
  ['REPORT.html', utf8('<!doctype html><title>Report</title>\n')],
  ['HOW-TO-VERIFY.txt', utf8('sha256sum -c manifest-sha256.txt\n')],
  ['bagit.txt', utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
  ['bag-info.txt', utf8('Bundle-Format: clocked-off-bundle/1\nBagging-Date: 2026-03-05\n')],
  ['allowed_signers', utf8(`${allowedSignersLine('worker', worker.publicKey, Object.values(NAMESPACES))}\n`)],
]);

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const manifestOf = (files: Files, paths: readonly string[]): Uint8Array =>
  utf8(paths.map((path) => `${digest(files.get(path) ?? new Uint8Array())}  ${path}\n`).join(''));

/** Both manifests and the signature made anew: what whoever holds the key can do. Null: not signed. */
export async function seal(
  files: Files,
  signer: Signer | null = worker,
  namespace: string = NAMESPACES.bundle,
): Promise<Files> {
  const own = without(files, FILES.manifest, FILES.tagManifest, FILES.signature);
  const paths = [...own.keys()];
  own.set(
    FILES.manifest,
    manifestOf(
      own,
      paths.filter((path) => path.startsWith('data/')),
    ),
  );
  own.set(FILES.tagManifest, manifestOf(own, [...paths.filter((path) => !path.startsWith('data/')), FILES.manifest]));
  const signed = own.get(FILES.tagManifest) ?? new Uint8Array();
  if (signer !== null) own.set(FILES.signature, utf8(await signSsh(signer, namespace, signed, sha512)));
  return own;
}

export const sample = () => build(sampleDrafts());

/** The log of `sampleDrafts`, a checkpoint in the middle, and one at the end that the delegate countersigned. */
export async function goodBundle(): Promise<Files> {
  const { entries, head } = await sample();
  const middle = { log: head.log, size: 4, hash: digest(entries[3]?.line ?? new Uint8Array()) };
  return seal(
    new Map([
      ...logFiles(entries),
      ['data/custody.txt', utf8(`${new Date(LATE_EVENING).toISOString()} exported\n`)],
      ...(await checkpointFiles(1, middle)),
      ...(await checkpointFiles(2, head, worker, delegate)),
      ...TAGS,
    ]),
  );
}

export const accessTo = (bytes: Uint8Array): RandomAccess => ({
  size: bytes.length,
  slice: async (from, until) => bytes.slice(from, until),
});

export const zipOf = (files: Files, folder = 'evidence/'): Uint8Array =>
  zipSync(Object.fromEntries([...files].map(([path, bytes]) => [folder + path, bytes])), { mtime: '2026-03-05' });

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

export const verdictOnZip = async (zip: Uint8Array, options?: VerifyOptions): Promise<BundleVerdict> =>
  checkBundle(unwrap(await readZip(accessTo(zip))), ports, options);

export const verdictOn = (files: Files, options?: VerifyOptions): Promise<BundleVerdict> =>
  checkBundle(
    unwrap(readFolder(new Map([...files].map(([path, bytes]) => [`evidence/${path}`, accessTo(bytes)])))),
    ports,
    options,
  );
