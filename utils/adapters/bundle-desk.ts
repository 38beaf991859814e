import { browser } from 'wxt/browser';
import { type ExportPorts, exportBundle, planBundle, type WrittenBundle } from '../app/export-bundle.ts';
import type { BundlePlan } from '../core/export/preview.ts';
import type { Course } from '../core/export/types.ts';
import type { BundleWish } from '../core/export/wish.ts';
import { utf8 } from '../core/log/bytes.ts';
import type { Result } from '../core/result.ts';
import { Sealer } from '../core/seal/seal.ts';
import { LANGUAGES, type Language } from '../core/settings/types.ts';
import type { Dictionary } from '../core/text/text.ts';
import { verifyPage } from '../core/verify/page.ts';
import { send } from '../messages/send.ts';
import { createCheckpointStore } from './checkpoint-store.ts';
import { systemClock } from './clock.ts';
import { sha256 } from './crypto.ts';
import { type Database, withDatabase } from './database.ts';
import { newSha256 } from './hash-stream.ts';
import { createKeptFiles } from './kept-files.ts';
import { createLogSource, type LogContents } from './log-source.ts';
import { sealCrypto } from './seal-crypto.ts';
import { createSettingsStore } from './settings-store.ts';
import { signatureCrypto } from './signature-crypto.ts';
import { createSigningKeys } from './signing-key.ts';
import { loadText } from './text.ts';
import { loadDictionary } from './text-file.ts';

export interface BundleFile extends WrittenBundle {
  /** The ZIP, in pieces. */
  readonly parts: readonly BlobPart[];
}

/** What there is to make a bundle of; null for an empty log. */
export const readLogContents = (): Promise<LogContents | null> => withDatabase((db) => createLogSource(db).contents());

/** `planBundle` for our own pages: the background starts on every wake-up, and need not carry what writes bundles. */
export const planBundleHere = (wish: BundleWish, course: Course): Promise<Result<BundlePlan>> =>
  withPorts((ports) => planBundle(ports, wish, course));

/**
 * `exportBundle` for our own pages. With a delegate's key the parts are those of the sealed file: the ZIP itself is never whole
 * anywhere.
 */
export const exportBundleHere = (
  plan: BundlePlan,
  course: Course,
  recipient: Uint8Array | null = null,
): Promise<Result<BundleFile>> =>
  withPorts(async (ports) => {
    const parts: BlobPart[] = [];
    const keep = (bytes: Uint8Array): void => void parts.push(bytes as Uint8Array<ArrayBuffer>);
    const sealer = recipient === null ? null : await Sealer.start(recipient, keep, sealCrypto);
    const sink = sealer === null ? keep : (bytes: Uint8Array) => sealer.push(bytes);
    const written = await exportBundle(ports, plan, { ...course, sink, sealed: recipient !== null });
    if (written.ok) await sealer?.end();
    return written.ok ? { ok: true, value: { ...written.value, parts } } : written;
  });

/** A connection for each piece of work: it holds settings and keys as they are now. */
const withPorts = <T>(work: (ports: ExportPorts) => Promise<T>): Promise<T> => withDatabase((db) => work(portsOf(db)));

const portsOf = (db: Database): ExportPorts => ({
  clock: systemClock,
  settings: createSettingsStore(db),
  log: createLogSource(db),
  checkpoints: createCheckpointStore(db),
  files: createKeptFiles(db),
  // The background makes it, so that the other pages hear of it.
  makeCheckpoint: () => send('checkpoints.make', null),
  keys: createSigningKeys(db),
  sha256,
  sha512: signatureCrypto.sha512,
  newHash: newSha256,
  async verifyPage() {
    const response = await fetch(browser.runtime.getURL('/verify-page.txt'));
    const load = async (language: Language) => [language, await loadDictionary(browser.runtime, language)] as const;
    const catalogues = Object.fromEntries(await Promise.all(LANGUAGES.map(load)));
    return utf8(verifyPage(await response.text(), catalogues as Record<Language, Dictionary>));
  },
  textIn: loadText,
  chain: (draft) => send('log.chain', { draft }),
  report: (error) => console.error(error),
  agent: `Clocked Off ${browser.runtime.getManifest().version}`,
});
