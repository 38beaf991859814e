import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BundleInput } from '../../../utils/core/export/bundle-input.ts';
import type { ReportFacts } from '../../../utils/core/export/report/facts.ts';
import type { Disclosure } from '../../../utils/core/export/selection.ts';
import type { BundleLine, NewHash } from '../../../utils/core/export/types.ts';
import { writeBundle } from '../../../utils/core/export/write-bundle.ts';
import type { Employment } from '../../../utils/core/hours/types.ts';
import type { BuiltEntry } from '../../../utils/core/log/line.ts';
import type { LogHead } from '../../../utils/core/log/types.ts';
import type { Language } from '../../../utils/core/settings/types.ts';
import { allowedSignersLine } from '../../../utils/core/sign/allowed-signers.ts';
import { formatCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { signSsh } from '../../../utils/core/sign/sshsig.ts';
import { NAMESPACES } from '../../../utils/core/sign/types.ts';
import { formatWitness } from '../../../utils/core/sign/witness.ts';
import { makeText, type Text } from '../../../utils/core/text/text.ts';
import { build, EMPTY, LATE_EVENING, sampleDrafts, spokenDrafts } from '../log/sample.ts';
import { delegate, sha512, worker } from '../sign/keys.ts';

export const newHash: NewHash = () => createHash('sha256');

export const textIn = (language: Language): Text =>
  makeText(
    JSON.parse(readFileSync(new URL(`../../../public/text/${language}.json`, import.meta.url), 'utf8')),
    language,
  );

export const ALL: Disclosure = { alias: true, sender: true, title: true, text: true, notes: true, personal: true };

const OFFICE = [{ startMinute: 540, endMinute: 1_020 }];

export const JOB: Employment = {
  id: 'job-1',
  label: 'Warehouse desk',
  zoneRule: 'fixed',
  zone: 'America/Bogota',
  hours: [
    { validFrom: '2026-01-01', pattern: { kind: 'weekly', days: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []] } },
  ],
  rests: [{ validFrom: '2026-01-01', daily: { hours: 11, withinHours: 24 }, weekly: { kind: 'hours', hours: 35 } }],
  exceptions: [],
};

export const FACTS: ReportFacts = {
  whose: 'A. Person',
  period: { first: '2026-03-02', last: '2026-03-08' },
  madeAt: LATE_EVENING + 86_400_000,
  zone: 'America/Bogota',
  agent: 'Clocked Off 0.1.0',
  log: EMPTY.log,
  employments: [JOB],
  appNames: new Map([
    ['mattermost', 'Mattermost'],
    ['slack', 'Slack'],
  ]),
  inHours: [{ date: '2026-03-02', app: 'slack', count: 14 }],
  keyNumber: '12345 67890 12345 67890 12345 67890',
  identity: 'worker',
  custody: [{ at: LATE_EVENING + 86_400_000, zone: 'America/Bogota', who: 'A. Person', what: 'made this bundle' }],
};

export async function* linesOf(entries: readonly BuiltEntry[]): AsyncGenerator<BundleLine> {
  yield* entries;
}

export const checkpointOf = (head: LogHead): Uint8Array =>
  new TextEncoder().encode(formatCheckpoint(head, LATE_EVENING + 3_600_000));

/** The sample log of `tests/vectors/log-1.ndjson`, whole and disclosed, unless told otherwise. */
export async function sampleInput(over: Partial<BundleInput> = {}): Promise<BundleInput> {
  const { entries, head } = await build(sampleDrafts());
  return {
    name: 'records-2026-03',
    facts: FACTS,
    selection: { apps: null, disclose: ALL },
    lines: linesOf(entries),
    checkpoints: [{ files: { txt: checkpointOf(head) } }],
    policies: [],
    allowedSigners: null,
    verifyPage: null,
    ...over,
  };
}

export interface Written {
  readonly zip: Uint8Array;
  readonly summary: Extract<Awaited<ReturnType<typeof writeBundle>>, { ok: true }>['value'];
}

/** @throws where the input is refused. */
export async function written(over: Partial<BundleInput> = {}, language: Language = 'en'): Promise<Written> {
  const parts: Uint8Array[] = [];
  const result = await writeBundle(textIn(language), await sampleInput(over), {
    newHash,
    sink: (bytes) => void parts.push(bytes),
  });
  if (!result.ok) throw new Error(result.problem.code);
  return { zip: Buffer.concat(parts), summary: result.value };
}

/** The log of `tests/vectors/log-2.ndjson`, without what is of the person's own life: the second test vector. */
export async function spokenBundle(language: Language = 'en'): Promise<Written> {
  const { entries, head } = await build(spokenDrafts());
  const checkpoints = [{ files: { txt: checkpointOf(head) } }];
  const selection = { apps: null, disclose: { ...ALL, personal: false } };
  return written({ lines: linesOf(entries), checkpoints, selection }, language);
}

/** What a test authority of openssl's answered for the checkpoint of the whole sample log. Its certificate lived a day. */
export const STAMP: { readonly text: string; readonly response: string; readonly time: string; readonly by: string } =
  JSON.parse(readFileSync(new URL('../../vectors/stamp.json', import.meta.url), 'utf8'));
export const stampBytes = (): Uint8Array => new Uint8Array(Buffer.from(STAMP.response, 'base64'));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Signed, with a checkpoint that a delegate countersigned, and one that was stamped twice. */
export async function signedBundle(): Promise<Uint8Array> {
  const { entries, head } = await build(sampleDrafts());
  const [part, whole] = [await build(sampleDrafts().slice(0, 5)), head];
  const witness = formatWitness(new TextDecoder().decode(checkpointOf(part.head)), LATE_EVENING, 'Delegate');
  if (!witness.ok) throw new Error(witness.problem.code);
  const sign = async (namespace: string, data: Uint8Array) => signSsh(worker, namespace, data, sha512);
  const checkpoints = [part.head, whole].map(checkpointOf);
  const [first = bytes(''), second = bytes('')] = checkpoints;
  const parts: Uint8Array[] = [];
  const result = await writeBundle(
    textIn('en'),
    await sampleInput({
      lines: linesOf(entries),
      allowedSigners: `${allowedSignersLine('worker', worker.publicKey, [NAMESPACES.bundle, NAMESPACES.checkpoint])}\n`,
      checkpoints: [
        {
          files: {
            txt: first,
            sig: bytes(await sign(NAMESPACES.checkpoint, first)),
            'witness.txt': bytes(witness.value),
            'witness.sig': bytes(await signSsh(delegate, NAMESPACES.witness, bytes(witness.value), sha512)),
          },
        },
        {
          files: {
            txt: second,
            sig: bytes(await sign(NAMESPACES.checkpoint, second)),
            tsr: stampBytes(),
            '2.tsr': stampBytes(),
          },
        },
      ],
      policies: [bytes('{"policy":1}\n')],
      verifyPage: bytes('<!doctype html>'),
    }),
    { newHash, sink: (piece) => void parts.push(piece), sign: (data) => sign(NAMESPACES.bundle, data) },
  );
  if (!result.ok) throw new Error(result.problem.code);
  return Buffer.concat(parts);
}
