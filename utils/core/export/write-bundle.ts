import { hex, utf8 } from '../log/bytes.ts';
import { ok, type Result } from '../result.ts';
import { parseCheckpoint } from '../sign/checkpoint.ts';
import { pemOf, readTimeStamp, type TimeStamp } from '../sign/time-stamp.ts';
import { parseWitness } from '../sign/witness.ts';
import type { Text } from '../text/text.ts';
import { AttachmentFinder } from './attachments.ts';
import { type BaggedFile, bagDeclaration, bagInfo, isPayload, manifest } from './bag.ts';
import {
  type BundleInput,
  type BundlePorts,
  type BundleSummary,
  type CheckpointFiles,
  checkBundleInput,
} from './bundle-input.ts';
import { custodyText } from './custody.ts';
import { datapackageText } from './datapackage.ts';
import { type Checkable, howToVerifyText } from './how-to-verify.ts';
import { LogFiles } from './log-files.ts';
import {
  attachmentDigits,
  CHECKPOINT_ENDINGS,
  type CheckpointEnding,
  checkpointPath,
  FILES,
  policyPath,
  STAMP_ENDINGS,
} from './names.ts';
import { stretchOf } from './period.ts';
import { ReportCollector } from './report/collect.ts';
import type { ReportCheckpoint } from './report/facts.ts';
import { zonesOf } from './report/figures.ts';
import { reportHtml } from './report/report.ts';
import { createSelector, inBatches } from './selection.ts';
import { ZipWriter } from './zip.ts';

/** Lines between two looks at signal and sink. */
const BATCH = 256;

/**
 * Writes a bundle (`docs/bundle-format.md`) in one pass over its lines and hands its bytes on as they come. What is
 * broken off, by the signal or by an error, has no list of files and is no ZIP.
 * @throws the signal's reason when it is aborted; whatever `lines`, `sink` or `sign` throw.
 */
export async function writeBundle(t: Text, input: BundleInput, ports: BundlePorts): Promise<Result<BundleSummary>> {
  const checked = checkBundleInput(input);
  if (!checked.ok) return checked;
  const bundle = new Bundle(input, ports);
  const report = new ReportCollector(stretchOf(input.facts.period, zonesOf(input.facts)));
  const log = await bundle.addLog(report);
  const totals = log.totals();
  await bundle.addPayload(report);

  const checkable: Checkable = {
    lines: totals.lines,
    signed: ports.sign !== undefined,
    identity: input.facts.identity,
    checkpoints: input.checkpoints.map(shownCheckpoint).filter((checkpoint) => checkpoint !== null),
    attachments: bundle.files.filter(isAttachment).length,
    verifyPage: input.verifyPage === null ? null : bundle.hashOf(input.verifyPage),
  };
  const { facts, selection } = input;
  const collected = report.collected();
  await bundle.add(FILES.report, reportHtml(t, { facts, collected, totals, disclose: selection.disclose, checkable }));
  if (input.verifyPage !== null) await bundle.add(FILES.verifyPage, input.verifyPage);
  await bundle.add(FILES.howToVerify, howToVerifyText(t, checkable));
  if (input.allowedSigners !== null) await bundle.add(FILES.allowedSigners, input.allowedSigners);
  await bundle.add(FILES.bagit, bagDeclaration());
  const payload = bundle.files.filter(isPayload);
  const description = t('report.description', { from: facts.period.first, to: facts.period.last });
  await bundle.add(FILES.bagInfo, bagInfo({ ...facts, at: facts.madeAt, description, lines: totals.lines, payload }));
  await bundle.add(FILES.manifest, manifest(payload));
  const digest = await bundle.seal();
  return ok({ ...totals, digest, files: bundle.files.length });
}

const isAttachment = ({ path }: BaggedFile): boolean => attachmentDigits(path) !== null;

/** The ZIP that is being written, and what is in it so far. */
class Bundle {
  readonly files: BaggedFile[] = [];
  readonly #input: BundleInput;
  readonly #ports: BundlePorts;
  readonly #zip: ZipWriter;
  readonly #attachments: AttachmentFinder;

  constructor(input: BundleInput, ports: BundlePorts) {
    this.#input = input;
    this.#ports = ports;
    this.#zip = new ZipWriter(ports.sink, input.facts.madeAt);
    this.#attachments = new AttachmentFinder(input.selection.disclose);
  }

  hashOf(bytes: Uint8Array): string {
    const hash = this.#ports.newHash();
    hash.update(bytes);
    return hex(hash.digest());
  }

  async add(path: string, content: string | Uint8Array): Promise<void> {
    this.#ports.signal?.throwIfAborted();
    const bytes = typeof content === 'string' ? utf8(content) : content;
    await this.#zip.addFile(`${this.#input.name}/${path}`, bytes);
    this.files.push({ path, hash: this.hashOf(bytes), size: bytes.length });
  }

  async addLog(report: ReportCollector): Promise<LogFiles> {
    const { lines, selection, name } = this.#input;
    const log = new LogFiles(this.#ports.newHash);
    const select = createSelector(selection);
    await this.#zip.startFile(`${name}/${FILES.log}`);
    let done = 0;
    for await (const batch of inBatches(lines, BATCH)) {
      for (const line of batch) {
        const selected = select(line);
        log.add(line, selected);
        report.add(selected);
        this.#attachments.add(selected);
      }
      done += batch.length;
      await this.#pause(log, done);
    }
    if (done % BATCH === 0) await this.#pause(log, done);
    this.files.push(...(await log.end(this.#zip, `${name}/`)));
    return log;
  }

  async #pause(log: LogFiles, done: number): Promise<void> {
    this.#ports.signal?.throwIfAborted();
    await log.drain(this.#zip);
    this.#ports.onProgress?.(done);
  }

  async addPayload(report: ReportCollector): Promise<void> {
    const { checkpoints, policies, facts } = this.#input;
    await this.#addAttachments(report);
    const csv = this.files.find(({ path }) => path === FILES.csv);
    if (csv !== undefined) await this.add(FILES.datapackage, datapackageText(csv, this.files.filter(isAttachment)));
    for (const [index, { files }] of checkpoints.entries()) {
      for (const ending of CHECKPOINT_ENDINGS) {
        const bytes = files[ending];
        if (bytes !== undefined) await this.add(checkpointPath(index + 1, ending), bytes);
      }
    }
    const certificates = checkpoints.flatMap(stampsOf).flatMap(({ stamp }) => stamp.certificates);
    if (certificates.length > 0) await this.add(FILES.tsaChain, pemOf(certificates));
    for (const [index, policy] of policies.entries()) await this.add(policyPath(index + 1), policy);
    await this.add(FILES.custody, custodyText(facts.custody));
  }

  /** One after the other, so that one at a time is in memory. */
  async #addAttachments(report: ReportCollector): Promise<void> {
    for (const [path, { sha256 }] of this.#attachments.found()) {
      const bytes = (await this.#input.copyOf?.(sha256)) ?? null;
      if (bytes === null) continue;
      await this.add(path, bytes);
      report.addAttachment(sha256, path);
    }
  }

  /**
   * Tag manifest, its signature, and the end of the ZIP. Gives the tag manifest's hash. Neither of the two is listed in it
   * (RFC 8493 §2.2.1), so it is written when all others are there.
   */
  async seal(): Promise<string> {
    const bytes = utf8(manifest(this.files.filter((file) => !isPayload(file))));
    await this.add(FILES.tagManifest, bytes);
    const signature = await this.#ports.sign?.(bytes);
    if (signature !== undefined) await this.add(FILES.signature, signature);
    this.#ports.signal?.throwIfAborted();
    await this.#zip.end();
    return this.hashOf(bytes);
  }
}

interface StampFile {
  readonly ending: CheckpointEnding;
  readonly stamp: TimeStamp;
}

/** What cannot be read goes along, and nothing speaks for it. */
const stampsOf = ({ files }: CheckpointFiles): StampFile[] =>
  STAMP_ENDINGS.flatMap((ending) => {
    const read = files[ending] === undefined ? null : readTimeStamp(files[ending]);
    return read?.ok === true ? [{ ending, stamp: read.value }] : [];
  });

const decoder = new TextDecoder();

/** Null where the text is no checkpoint of ours: it goes along, and the report does not speak for it. */
function shownCheckpoint(one: CheckpointFiles, index: number): ReportCheckpoint | null {
  const { files } = one;
  const checkpoint = parseCheckpoint(decoder.decode(files.txt ?? new Uint8Array()));
  if (!checkpoint.ok) return null;
  const witness = files['witness.txt'] === undefined ? null : parseWitness(decoder.decode(files['witness.txt']));
  return {
    number: index + 1,
    size: checkpoint.value.head.size,
    hash: checkpoint.value.head.hash,
    at: checkpoint.value.at,
    signed: files.sig !== undefined,
    witness: witness?.ok === true ? { by: witness.value.by, at: witness.value.at } : null,
    stamps: stampsOf(one).map(({ ending, stamp: { at, by } }) => ({ path: checkpointPath(index + 1, ending), at, by })),
  };
}
