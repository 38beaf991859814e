import { NAMESPACES } from '../sign/types.ts';
import type { Text } from '../text/text.ts';
import { SECOND_MS } from '../time/instant.ts';
import type { LineTotals } from './log-files.ts';
import { checkpointPath, FILES } from './names.ts';
import type { ReportCheckpoint, ReportStamp } from './report/facts.ts';

/** What there is to check in one bundle. */
export interface Checkable {
  readonly lines: LineTotals['lines'];
  readonly signed: boolean;
  /** Name in `allowed_signers`. */
  readonly identity: string;
  readonly checkpoints: readonly ReportCheckpoint[];
  /** Copies of files that entries name. */
  readonly attachments: number;
  /** SHA-256 (hex) of `VERIFY.html`; null where it is not in the bundle. */
  readonly verifyPage: string | null;
}

/** A sentence, and commands to run in the bundle's folder, where there are any. */
export interface CheckStep {
  readonly says: string;
  readonly commands: readonly string[];
}

/** From the easiest step to those that carry most weight. None of the commands needs anything of ours. */
export function checkSteps(
  t: Text,
  { lines, signed, identity, checkpoints, attachments, verifyPage }: Checkable,
): readonly CheckStep[] {
  const steps: CheckStep[] = [];
  if (verifyPage !== null) steps.push({ says: t('report.check.page', { hash: verifyPage }), commands: [] });
  steps.push(
    { says: t('report.check.files'), commands: [`sha256sum -c ${FILES.manifest} ${FILES.tagManifest}`] },
    {
      says: t('report.check.files-other'),
      commands: [
        `shasum -a 256 -c ${FILES.manifest} ${FILES.tagManifest}`,
        `certutil -hashfile ${FILES.log.replace('/', '\\')} SHA256`,
      ],
    },
  );
  if (signed)
    steps.push({
      says: t('report.check.signature', { file: FILES.allowedSigners }),
      commands: [verifyCommand(identity, NAMESPACES.bundle, FILES.signature, FILES.tagManifest)],
    });
  steps.push(
    { says: t('report.check.chain', { line: `${lines?.first ?? 1}` }), commands: [chainLoop(lines?.first ?? 1)] },
    { says: t('report.check.private'), commands: [PRIVATE_LOOP] },
  );
  if (attachments > 0) steps.push({ says: t('report.check.attachments'), commands: [ATTACHMENT_LOOP] });
  steps.push(...checkpointSteps(t, identity, checkpoints));
  steps.push({ says: t('report.check.compare'), commands: [] }, { says: t('report.check.records'), commands: [] });
  return steps;
}

function checkpointSteps(t: Text, identity: string, checkpoints: readonly ReportCheckpoint[]): CheckStep[] {
  const signed = checkpoints.filter((checkpoint) => checkpoint.signed);
  const witnessed = checkpoints.filter(({ witness }) => witness !== null);
  const steps = [
    {
      says: t('report.check.checkpoints'),
      commands: signed.map(({ number }) =>
        verifyCommand(identity, NAMESPACES.checkpoint, checkpointPath(number, 'sig'), checkpointPath(number, 'txt')),
      ),
    },
    {
      says: t('report.check.witness'),
      commands: witnessed.map(
        ({ number }) =>
          `ssh-keygen -Y check-novalidate -n ${NAMESPACES.witness} -s ${checkpointPath(number, 'witness.sig')} < ${checkpointPath(number, 'witness.txt')}`,
      ),
    },
    {
      // The authority's certificate lapses within months: it is judged at the time of the stamp.
      says: t('report.check.stamp', { file: FILES.tsaChain }),
      commands: checkpoints.flatMap(({ number, stamps }) => stamps.map((stamp) => stampCommand(number, stamp))),
    },
  ];
  return steps.filter(({ commands }) => commands.length > 0);
}

/** What came with a stamp is trusted as it is, root or not: whose it is, the person who checks has to find out. */
export const stampCommand = (number: number, { path, at }: Pick<ReportStamp, 'path' | 'at'>): string =>
  `openssl ts -verify -data ${checkpointPath(number, 'txt')} -in ${path} -CAfile ${FILES.tsaChain} -partial_chain -attime ${Math.floor(at / SECOND_MS)}`;

const verifyCommand = (identity: string, namespace: string, signature: string, file: string): string =>
  `ssh-keygen -Y verify -f ${FILES.allowedSigners} -I ${identity} -n ${namespace} -s ${signature} < ${file}`;

/** Python 3, no packages. Goes through the chain, stubs of withheld lines included, then compares checkpoints with it. */
export const chainLoop = (first: number): string => `import glob, hashlib, json
n, prev, heads = ${first - 1}, ${first === 1 ? '"0" * 64' : 'None'}, {}
for line in open("${FILES.log}", "rb"):
    n, entry = n + 1, json.loads(line)
    stub = entry.keys() == {"withheld"}
    assert stub or entry["seq"] == n and entry["prev"] == (prev or entry["prev"]), f"broken at line {n}"
    heads.setdefault(n - 1, entry.get("prev"))
    prev = heads[n] = entry["withheld"] if stub else hashlib.sha256(line.rstrip(b"\\n")).hexdigest()
print("lines ${first} to", n, "head", prev)
for name in sorted(glob.glob("data/checkpoints/????.txt")):
    size, head = open(name).read().split("\\n")[2:4]
    print(name, "fits" if heads.get(int(size)) == head else "differs" if int(size) in heads else "is of a line outside")`;

export const PRIVATE_LOOP = `import hashlib, json
x = {}
for line in open("${FILES.log}", "rb"):
    entry = json.loads(line)
    if "seq" in entry: x[entry["seq"]] = entry.get("x")
for line in open("${FILES.private}", "rb"):
    seq = json.loads(line)["seq"]
    assert hashlib.sha256(line.rstrip(b"\\n")).hexdigest() == x.get(seq), f"private line {seq} is not the one logged"
print("private lines fit")`;

const ATTACHMENT_LOOP = `import glob, hashlib, json
named = {file["sha256"] for line in open("${FILES.private}", "rb") for file in json.loads(line).get("files", [])}
for name in sorted(glob.glob("data/attachments/*")):
    assert hashlib.sha256(open(name, "rb").read()).hexdigest() in named, f"no line names {name}"
print("attachments fit")`;

const COLUMNS = 96;

/** `HOW-TO-VERIFY.txt`: the same steps as in the report. */
export function howToVerifyText(t: Text, checkable: Checkable): string {
  const steps = checkSteps(t, checkable).map(
    ({ says, commands }, index) =>
      `${wrapped(`${index + 1}. ${says}`)}\n${commands.map((command) => `\n${indented(command)}\n`).join('')}`,
  );
  return [`${t('report.check.title')}\n`, `${wrapped(t('report.check.intro'))}\n`, ...steps].join('\n');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
