import type { FileMark } from '../log/types.ts';
import { fail, ok, type Result } from '../result.ts';

/** Version of the bundle's layout; stands in `bag-info.txt` as `Bundle-Format`. */
export const BUNDLE_FORMAT = 'clocked-off-bundle/1';

/** Files that a bundle may hold once, below its one top folder. */
export const FILES = {
  log: 'data/log.ndjson',
  private: 'data/private.ndjson',
  csv: 'data/log.csv',
  datapackage: 'data/datapackage.json',
  tsaChain: 'data/tsa/chain.pem',
  custody: 'data/custody.txt',
  report: 'REPORT.html',
  verifyPage: 'VERIFY.html',
  howToVerify: 'HOW-TO-VERIFY.txt',
  allowedSigners: 'allowed_signers',
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  signature: 'tagmanifest-sha256.txt.sig',
} as const;

/** Time stamps of one checkpoint. */
export const STAMP_ENDINGS = ['tsr', '2.tsr', '3.tsr'] as const;
/** What a checkpoint's files end in: its five lines, its signature, a witness's statement and signature, time stamps. */
export const CHECKPOINT_ENDINGS = ['txt', 'sig', 'witness.txt', 'witness.sig', ...STAMP_ENDINGS] as const;
export type CheckpointEnding = (typeof CHECKPOINT_ENDINGS)[number];

/** Four digits are in the names. */
export const MOST_NUMBERED = 9_999;

const numbered = (number: number): string => String(number).padStart(4, '0');

/** `number` from 1. */
export const checkpointPath = (number: number, ending: CheckpointEnding): string =>
  `data/checkpoints/${numbered(number)}.${ending}`;

/** `number` from 1. */
export const policyPath = (number: number): string => `data/policies/${numbered(number)}.policy`;

/** Endings that an attachment's name may have: none of them is run by a click. Any other type is a `bin`. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/ogg': 'ogg',
  'application/pdf': 'pdf',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
  'audio/x-m4a': 'm4a',
  'audio/x-wav': 'wav',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'video/3gpp': '3gp',
  'video/mp4': 'mp4',
  'video/ogg': 'ogg', // What Firefox takes a voice message for.
  'video/quicktime': 'mov',
  'video/webm': 'webm',
};
const ATTACHMENT_PATH = new RegExp(
  `^data/attachments/([0-9a-f]{16})\\.(?:bin|${[...new Set(Object.values(ENDINGS))].join('|')})$`,
  'u',
);

/** Named by the first 16 digits of its hash; by nothing that the person or somebody else typed. */
export function attachmentPath({ sha256, type = '' }: FileMark): string {
  const ending = Object.hasOwn(ENDINGS, type) ? ENDINGS[type] : 'bin';
  return `data/attachments/${sha256.slice(0, 16)}.${ending}`;
}

/** The digits in an attachment's name; null for any other path. */
export const attachmentDigits = (path: string): string | null => ATTACHMENT_PATH.exec(path)?.[1] ?? null;

const NUMBERED_PATH =
  /^data\/(?:checkpoints\/\d{4}\.(?:txt|sig|witness\.txt|witness\.sig|(?:[23]\.)?tsr)|policies\/\d{4}\.policy)$/;
const SINGLE_PATHS: ReadonlySet<string> = new Set(Object.values(FILES));

/** Is this the path, below the top folder, of a file that format 1 knows? No other name is written or read. */
export const isBundlePath = (path: string): boolean =>
  SINGLE_PATHS.has(path) || NUMBERED_PATH.test(path) || ATTACHMENT_PATH.test(path);

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/;
/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name of the top folder and, with `.zip`, of the file. It is chosen by the person and should give nothing away. */
export function checkBundleName(name: string): Result<string> {
  return NAME.test(name) && !DEVICE.test(name) ? ok(name) : fail('bundle.name', 'name');
}
