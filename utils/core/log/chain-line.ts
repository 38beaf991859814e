import { readErased } from './erase.ts';
import { hasDuplicateKey } from './keys.ts';
import { LINE_CAP, LOG_FORMAT } from './line.ts';
import type { LineRange } from './types.ts';

/** What is wrong with a line; `docs/log-format.md` says each in a sentence. */
export type ChainFault =
  | 'too-long'
  | 'line-ends'
  | 'utf-8'
  | 'json'
  | 'duplicate-key'
  | 'version'
  | 'field'
  | 'log-id'
  | 'seq'
  | 'prev'
  | 'private';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const latin1 = new TextDecoder('latin1');

/** What of a chain line the chain itself depends on. */
export interface ChainFields {
  readonly log: string;
  readonly seq: number;
  readonly prev: string;
  readonly x: string | null;
  /** Of an `erase` line: the lines whose private part it says was erased. */
  readonly erased: readonly LineRange[];
}

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param known the exact text of these bytes, where many lines were decoded at once. */
function parseObject(bytes: Uint8Array, known?: string): Record<string, unknown> | ChainFault {
  if (bytes.length > LINE_CAP) return 'too-long';
  let text: string;
  try {
    text = known ?? decoder.decode(bytes);
  } catch {
    return 'utf-8';
  }
  if (text.endsWith('\r')) return 'line-ends';
  if (text.includes('\n')) return 'json';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'json';
  }
  // What we wrote comes back unchanged, which proves that no key was swallowed; anything else is read slowly.
  if (JSON.stringify(value) !== text && hasDuplicateKey(text)) return 'duplicate-key';
  return isRecord(value) ? value : 'json';
}

export function readChainFields(bytes: Uint8Array, text?: string): ChainFields | ChainFault {
  const entry = parseObject(bytes, text);
  if (typeof entry === 'string') return entry;
  if (entry.v !== LOG_FORMAT) return 'version';
  const { log, seq, prev, x = null, s, k, t, tz } = entry;
  if (typeof log !== 'string' || !/^[0-9a-f]{32}$/u.test(log)) return 'log-id';
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) return 'seq';
  if (!isHash(prev)) return 'prev';
  if (x !== null && !isHash(x)) return 'private';
  if ([s, k, t, tz].some((field) => typeof field !== 'string')) return 'field';
  return { log, seq, prev, x, erased: readErased(entry) };
}

/** `{"withheld":"<SHA-256>"}`: stands in an export for a line that is not handed over. */
const STUB = /^\{"withheld":"([0-9a-f]{64})"\}$/u;
const STUB_BYTES = 79;

/** The hash of the line that a stub stands for; null where the bytes are no stub. Only this one spelling is read. */
export const withheldHash = (bytes: Uint8Array): string | null =>
  bytes.length === STUB_BYTES ? (STUB.exec(latin1.decode(bytes))?.[1] ?? null) : null;

/** Does the private line belong here? Its hash says that it is unchanged, its number that it is not another one's. */
export function privateFits(privateLine: Uint8Array, seq: number, text?: string): boolean {
  const content = parseObject(privateLine, text);
  return typeof content !== 'string' && content.v === LOG_FORMAT && content.seq === seq;
}
