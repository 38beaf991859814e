import { AttachmentFinder, MOST_ATTACHED_MB } from '../core/export/attachments.ts';
import type { BundleInput, BundleSummary, CheckpointFiles } from '../core/export/bundle-input.ts';
import { STAMP_ENDINGS } from '../core/export/names.ts';
import { type Period, rangeOf, type SeqRange, stretchOf } from '../core/export/period.ts';
import { type BundlePlan, type BundlePreview, PreviewCounter } from '../core/export/preview.ts';
import type { ReportFacts } from '../core/export/report/facts.ts';
import { zonesOf } from '../core/export/report/figures.ts';
import { createSelector, DISCLOSED_PARTS, inBatches, type Selection } from '../core/export/selection.ts';
import type { BundleLine, Course, NewHash, Sink } from '../core/export/types.ts';
import { type BundleWish, checkWish } from '../core/export/wish.ts';
import { writeBundle } from '../core/export/write-bundle.ts';
import { type Sha256, utf8 } from '../core/log/bytes.ts';
import type { ExportDraft, LogHead } from '../core/log/types.ts';
import type { Stretch } from '../core/rest/types.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Language, Settings } from '../core/settings/types.ts';
import { allowedSignersLine } from '../core/sign/allowed-signers.ts';
import { fromBase64 } from '../core/sign/base64.ts';
import { keyNumber } from '../core/sign/keys.ts';
import type { SignedCheckpoint } from '../core/sign/signed-checkpoint.ts';
import { signSsh } from '../core/sign/sshsig.ts';
import { NAMESPACES, type Sha512 } from '../core/sign/types.ts';
import type { Text } from '../core/text/text.ts';
import type { LocalDate } from '../core/time/instant.ts';
import type { CheckpointStore, Clock, SettingsStore, SigningKeys } from './ports.ts';

/** The log as a bundle is made of it. */
export interface LogSource {
  head(): Promise<LogHead | null>;
  /** Numbers of the lines that bear a time of the stretch, in any order. */
  seqsWithin(stretch: Stretch): Promise<readonly number[]>;
  lines(range: SeqRange): AsyncIterable<BundleLine>;
  /** Plain counters of contacts in hours. */
  inHours(
    period: Period,
  ): Promise<readonly { readonly date: LocalDate; readonly app: string; readonly count: number }[]>;
}

export interface ExportPorts {
  readonly clock: Clock;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly log: LogSource;
  readonly checkpoints: Pick<CheckpointStore, 'all'>;
  /** Kept copies of files. */
  readonly files: {
    hashes(): Promise<readonly string[]>;
    /** Null where none is kept, or it is damaged. */
    bytesOf(sha256: string): Promise<Uint8Array | null>;
  };
  /** Signs the log as it stands and keeps that; does nothing where nothing was logged since. */
  readonly makeCheckpoint: () => Promise<unknown>;
  readonly keys: SigningKeys;
  readonly sha256: Sha256;
  readonly sha512: Sha512;
  readonly newHash: NewHash;
  /** `VERIFY.html` of this version. */
  readonly verifyPage: () => Promise<Uint8Array>;
  readonly textIn: (language: Language) => Promise<Text>;
  /** `Clocked Off <version>`. */
  readonly agent: string;
  /** Chains that a bundle was written; gives the number of the line. */
  readonly chain: (draft: ExportDraft) => Promise<number>;
  readonly report: (error: unknown) => void;
}

export interface WrittenBundle extends BundleSummary {
  /** Of the key that signed: six groups of five digits. */
  readonly keyNumber: string;
  /** Number of the log's line that says so; null where the log could not be written, which holds no evidence back. */
  readonly noted: number | null;
}

/** Name in `allowed_signers`. */
const IDENTITY = 'worker';
const BATCH = 256;

/**
 * Finds out what a bundle would hold. A checkpoint of the log as it stands is made first: it belongs to the bundle where
 * the period reaches to the end of the log. Codes: those of `checkWish`, `bundle.no-lines`,
 * `bundle.attachments-big`.
 * @throws the signal's reason when it is aborted; what the store throws.
 */
export async function planBundle(ports: ExportPorts, asked: BundleWish, course: Course): Promise<Result<BundlePlan>> {
  const wish = checkWish(asked);
  if (!wish.ok) return wish;
  await ports.makeCheckpoint();
  const settings = await ports.settings.read();
  const { period } = wish.value;
  const zones = zonesOf({ employments: employmentsOf(settings, wish.value), zone: ports.clock.zone() });
  const head = await ports.log.head();
  const range = head === null ? null : rangeOf(await ports.log.seqsWithin(stretchOf(period, zones)));
  if (head === null || range === null) return fail('bundle.no-lines', 'first');

  const select = createSelector(selectionOf(wish.value));
  const counter = new PreviewCounter();
  const finder = new AttachmentFinder(wish.value.disclose);
  const total = range.last - range.first + 1;
  let done = 0;
  for await (const batch of inBatches(ports.log.lines(range), BATCH)) {
    for (const line of batch) {
      const selected = select(line);
      counter.add(selected, line);
      finder.add(selected);
    }
    done += batch.length;
    course.signal.throwIfAborted();
    course.onProgress(done, total);
  }
  course.signal.throwIfAborted();
  const kept = new Set(await ports.files.hashes());
  const attached = [...finder.found().values()].filter(({ sha256 }) => kept.has(sha256));
  const attachments = { count: attached.length, bytes: attached.reduce((sum, { bytes }) => sum + bytes, 0) };
  if (attachments.bytes > MOST_ATTACHED_MB * 1_000_000)
    return fail('bundle.attachments-big', 'first', { most: MOST_ATTACHED_MB });
  const checkpoints = fitting(await ports.checkpoints.all(head.log), range);
  const counters = await inHoursOf(ports, wish.value);
  const preview: BundlePreview = {
    range,
    ...counter.counts(),
    inHours: counters?.reduce((sum, { count }) => sum + count, 0) ?? null,
    attachments,
    checkpoints: checkpoints.length,
    confirmed: checkpoints.filter(({ witnesses }) => witnesses.length > 0).length,
  };
  return ok({ wish: wish.value, preview });
}

/**
 * Writes the bundle of a plan, signs it with the log's key, and chains what left with it once it is whole. Codes: those of `writeBundle`.
 * @param course `sealed`: the sink closes it for a delegate, which the log says.
 * @throws the signal's reason when it is aborted; what store and sink throw.
 */
export async function exportBundle(
  ports: ExportPorts,
  { wish, preview: { range, shown } }: BundlePlan,
  { sink, sealed = false, onProgress, signal }: Course & { readonly sink: Sink; readonly sealed?: boolean },
): Promise<Result<WrittenBundle>> {
  const head = await ports.log.head();
  if (head === null) return fail('bundle.no-lines', 'first');
  const settings = await ports.settings.read();
  const signer = await ports.keys.signerOf(head.log);
  const t = await ports.textIn(wish.language);
  const number = await keyNumber(signer.publicKey, ports.sha256);
  const input: BundleInput = {
    name: wish.name,
    facts: {
      ...factsOf(t, ports, settings, wish),
      log: head.log,
      keyNumber: number,
      inHours: await inHoursOf(ports, wish),
    },
    selection: selectionOf(wish),
    lines: ports.log.lines(range),
    checkpoints: fitting(await ports.checkpoints.all(head.log), range).map(filesOf),
    policies: [],
    allowedSigners: `${allowedSignersLine(IDENTITY, signer.publicKey, [NAMESPACES.bundle, NAMESPACES.checkpoint])}\n`,
    verifyPage: await ports.verifyPage(),
    copyOf: (sha256) => ports.files.bytesOf(sha256),
  };
  const total = range.last - range.first + 1;
  const written = await writeBundle(t, input, {
    sink,
    newHash: ports.newHash,
    sign: (bytes) => signSsh(signer, NAMESPACES.bundle, bytes, ports.sha512),
    onProgress: (done) => onProgress(done, total),
    signal,
  });
  if (!written.ok) return written;
  const { withheld: stubs, privateLines: opened, digest } = written.value;
  const parts = DISCLOSED_PARTS.filter((part) => shown[part] > 0);
  const noted = await ports
    .chain({ kind: 'export', ...range, stubs, opened, parts, digest, ...(sealed && { sealed }) })
    .catch((error: unknown) => {
      ports.report(error);
      return null;
    });
  return ok({ ...written.value, keyNumber: number, noted });
}

const selectionOf = ({ apps, disclose }: BundleWish): Selection => ({ apps, disclose });

/** The jobs that the chosen apps belong to; all, where all apps are chosen. */
function employmentsOf({ employments, apps }: Settings, wish: BundleWish): Settings['employments'] {
  if (wish.apps === null) return employments;
  const theirs = new Set(apps.filter(({ id }) => wish.apps?.has(id)).map(({ employment }) => employment));
  return employments.filter(({ id }) => theirs.has(id));
}

async function inHoursOf({ log }: ExportPorts, { inHours, period, apps }: BundleWish): Promise<ReportFacts['inHours']> {
  if (!inHours) return null;
  const all = await log.inHours(period);
  return all.filter(({ app, count }) => count > 0 && (apps === null || apps.has(app)));
}

function factsOf(
  t: Text,
  { clock, agent }: ExportPorts,
  settings: Settings,
  wish: BundleWish,
): Omit<ReportFacts, 'log' | 'keyNumber' | 'inHours'> {
  const [madeAt, zone] = [clock.now(), clock.zone()];
  return {
    whose: wish.whose,
    period: wish.period,
    madeAt,
    zone,
    agent,
    employments: employmentsOf(settings, wish),
    appNames: new Map(settings.apps.map(({ id, name }) => [id, name])),
    identity: IDENTITY,
    custody: [{ at: madeAt, zone, who: wish.whose, what: t('export.custody-made') }],
  };
}

/**
 * The checkpoints that the lines of the range can be compared with: by the `prev` of the first also that of the line
 * before. Others would tell the size of the log at other times, and prove nothing here.
 */
const fitting = (all: readonly SignedCheckpoint[], { first, last }: SeqRange): SignedCheckpoint[] =>
  all.filter(({ size }) => size >= first - 1 && size <= last).toSorted((a, b) => a.size - b.size);

/** One confirmation and three stamps fit into a checkpoint's files: the first, since the earliest say most. */
function filesOf({ text, signature, witnesses: [witness], stamps = [] }: SignedCheckpoint): CheckpointFiles {
  const confirmed =
    witness === undefined ? {} : { 'witness.txt': utf8(witness.text), 'witness.sig': utf8(witness.signature) };
  const stamped = STAMP_ENDINGS.flatMap((ending, index) => {
    const bytes = fromBase64(stamps[index]?.response ?? '');
    return bytes === null || bytes.length === 0 ? [] : [[ending, bytes] as const];
  });
  return { files: { txt: utf8(text), sig: utf8(signature), ...confirmed, ...Object.fromEntries(stamped) } };
}
