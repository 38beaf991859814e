import type { Instant } from '../time/instant.ts';
import { ANNOTATION_FIELDS } from './annotation.ts';
import type { FileMark, PrivateContent } from './types.ts';

/** A stored entry as the log page, the CSV and the report show it. Null: this kind has no such field. */
export interface EntryView {
  readonly seq: number;
  /** One of `ENTRY_KINDS`, or a later version's. */
  readonly kind: string;
  readonly at: Instant;
  /** ISO 8601 with offset, as stored. */
  readonly time: string;
  readonly zone: string;
  readonly app: string | null;
  readonly origin: string | null;
  readonly route: string | null;
  readonly certainty: string | null;
  readonly treatment: string | null;
  readonly late: boolean;
  /**
   * Of a contact that the person typed in: when it happened by their word, and when it ended. Of an `anchor`: when it was
   * stamped by the clock of the service. ISO 8601 with offset.
   */
  readonly when: string | null;
  readonly end: string | null;
  /** It was typed in a good while after it. */
  readonly later: boolean;
  readonly employment: string | null;
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly layer: string | null;
  readonly rule: string | null;
  /** When a contact's verdict was to end, or when a `gap` ended. */
  readonly until: string | null;
  /** What a `note`, `gap`, `clock` or `watch` says, and the entry it speaks of. */
  readonly what: string | null;
  readonly ref: number | null;
  /** Contacts in a `collapse`; private parts that an `erase` let go of. */
  readonly count: number | null;
  /** Since when a `collapse` or a `gap` lasted, or the time from which the clock moved. */
  readonly from: string | null;
  /** Numbers of the lines that an `export` handed over; the last one that an `anchor` is about. */
  readonly first: number | null;
  readonly last: number | null;
  readonly cut: boolean;
  /** It has a private part that was erased or not handed over. */
  readonly withheld: boolean;
  readonly content: PrivateContent | null;
}

const decoder = new TextDecoder();

/** A line as it is stored, or its text where whoever asks has decoded many of them at once. */
export type LineSource = Uint8Array | string;

/** The fields of a line; null where it is no JSON object. */
export function parseFields(line: LineSource): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(typeof line === 'string' ? line : decoder.decode(line));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What a private line says; null where there is none, or the bytes are no such line. */
export const readContent = (privateLine: LineSource | null): PrivateContent | null =>
  privateLine === null ? null : contentOf(parseFields(privateLine));

/** The same of a private line's fields. */
export function contentOf(fields: Record<string, unknown> | null): PrivateContent | null {
  if (fields === null) return null;
  const content: Record<string, unknown> = {};
  for (const field of CONTENT_FIELDS) if (typeof fields[field] === 'string') content[field] = fields[field];
  if (fields.minutes !== '' && !Number.isSafeInteger(fields.minutes)) delete content.minutes;
  else content.minutes = fields.minutes;
  const files = Array.isArray(fields.files) ? fields.files.flatMap(fileMarkOf) : [];
  if (files.length > 0) content.files = files;
  if (fields.cut === true) content.cut = true;
  return content;
}

const CONTENT_FIELDS: readonly string[] = ['alias', 'sender', 'title', 'text', 'wrong', ...ANNOTATION_FIELDS];

function fileMarkOf(value: unknown): FileMark[] {
  const { sha256, bytes, name, type } = (value ?? {}) as Record<string, unknown>;
  if (typeof sha256 !== 'string' || typeof bytes !== 'number') return [];
  return [{ sha256, bytes, ...(typeof name === 'string' && { name }), ...(typeof type === 'string' && { type }) }];
}

/** Reads one entry for showing; says nothing about the chain. Null where the bytes are no entry at all. */
export const readEntry = (line: LineSource, privateLine: LineSource | null): EntryView | null =>
  entryOf(line, privateLine !== null, readContent(privateLine));

/** The same, where the private line has been read. */
export function entryOf(line: LineSource, hasPrivate: boolean, content: PrivateContent | null): EntryView | null {
  const entry = parseFields(line);
  if (entry === null) return null;
  const seq = numberOf(entry.seq);
  const kind = textOf(entry.k);
  const time = textOf(entry.t);
  const at = time === null ? Number.NaN : Date.parse(time);
  if (seq === null || kind === null || time === null || Number.isNaN(at)) return null;
  const why: Record<string, unknown> =
    typeof entry.why === 'object' && entry.why !== null ? (entry.why as Record<string, unknown>) : {};
  return {
    seq,
    kind,
    at,
    time,
    zone: textOf(entry.tz) ?? '',
    app: textOf(entry.svc),
    origin: textOf(entry.org),
    route: textOf(entry.cap),
    certainty: textOf(entry.sure),
    treatment: textOf(entry.act),
    late: entry.late === true,
    when: textOf(entry.when),
    end: textOf(entry.end),
    later: entry.later === true,
    employment: textOf(why.emp),
    verdict: textOf(why.kind),
    reason: textOf(why.reason),
    layer: textOf(why.layer),
    rule: textOf(why.rule),
    until: textOf(why.until) ?? textOf(entry.until),
    what: textOf(entry.what),
    ref: numberOf(entry.ref),
    count: numberOf(entry.n),
    from: textOf(entry.from),
    first: numberOf(entry.first),
    last: numberOf(entry.last),
    cut: entry.cut === true,
    withheld: typeof entry.x === 'string' && !hasPrivate,
    content,
  };
}
