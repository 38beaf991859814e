import { type Instant, SECOND_MS, type ZoneName } from '../time/instant.ts';
import { dateOf } from '../time/zones.ts';
import { BUNDLE_FORMAT } from './names.ts';

/** A file that is in the bag, as its manifests name it. */
export interface BaggedFile {
  readonly path: string;
  /** SHA-256 in hex. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
}

/** `bagit.txt`, byte for byte as RFC 8493 §2.1.1 has it. */
export const bagDeclaration = (): string => 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export interface BagInfo {
  /** `<name> <version>` of the program that wrote it. */
  readonly agent: string;
  /** When it was made; the date is that of `zone`. */
  readonly at: Instant;
  readonly zone: ZoneName;
  /** One line; nothing that was captured. */
  readonly description: string;
  /** 32 hex digits. */
  readonly log: string;
  /** Numbers of the first and the last line of the log that are in it; null where none is. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly payload: readonly BaggedFile[];
}

/**
 * `bag-info.txt` (RFC 8493 §2.2.2). `Payload-Oxum` lets a reader see at once that bytes are missing; `Log-Lines` says
 * where in the log the first line stands, which a withheld line does not say itself.
 */
export function bagInfo({ agent, at, zone, description, log, lines, payload }: BagInfo): string {
  const octets = payload.reduce((sum, { size }) => sum + size, 0);
  const range = lines === null ? 'none' : `${lines.first}-${lines.last}`;
  const tags = [
    ['Bag-Software-Agent', agent],
    ['Bagging-Date', dateOf(at, zone)],
    ['Bundle-Format', BUNDLE_FORMAT],
    ['Bundle-Time', new Date(Math.floor(at / SECOND_MS) * SECOND_MS).toISOString().replace('.000Z', 'Z')],
    ['External-Description', description],
    ['External-Identifier', log],
    ['Log-Lines', range],
    ['Payload-Oxum', `${octets}.${payload.length}`],
  ];
  return tags.map(([label, value]) => `${label}: ${oneLine(value ?? '')}\n`).join('');
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A manifest as `sha256sum -c` reads it. Paths of format 1 need no escaping. */
export const manifest = (files: readonly BaggedFile[]): string =>
  files.map(({ path, hash }) => `${hash}  ${path}\n`).join('');

export const isPayload = ({ path }: Pick<BaggedFile, 'path'>): boolean => path.startsWith('data/');
