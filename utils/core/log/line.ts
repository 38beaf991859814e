import type { Verdict } from '../hours/types.ts';
import type { Instant } from '../time/instant.ts';
import { isoWithOffset } from '../time/zones.ts';
import { ANNOTATION_FIELDS } from './annotation.ts';
import { clip, hex, type Sha256, utf8 } from './bytes.ts';
import type { ContactDraft, EntryDraft, EntryStamp, LogHead, PrivateContent, ReportedDraft } from './types.ts';

export const LOG_FORMAT = 1;
/** Bytes of a line, without its LF. */
export const LINE_CAP = 4_096;
/** Ranges that one `erase` line names: with numbers as large as they get, the line is still below `LINE_CAP`. */
export const MOST_RANGES = 100;
/** `prev` of the first line. */
export const NO_HASH = '0'.repeat(64);

/** Bytes within JSON that a field may take. All of a line's fields together stay far below `LINE_CAP`. */
const CAPS = { short: 64, name: 128, origin: 512 } as const;
const PRIVATE_CAPS = { alias: 128, sender: 512, title: 1_200, where: 400, other: 32, file: 160 } as const;

export interface LineInput {
  readonly head: LogHead;
  readonly stamp: EntryStamp;
  readonly draft: EntryDraft;
  /** 32 hex digits, fresh for every line: no hash of a line can be guessed from its likely content. */
  readonly salt: string;
  /** SHA-256 (hex) of the private line, null where there is none. */
  readonly privateDigest: string | null;
}

/** Collects the fields of one line in their order and remembers whether one of them was cut. */
class Cutter {
  cut = false;
  readonly keep = (text: string, maxBytes: number): string => {
    const fitting = clip(text, maxBytes);
    if (fitting !== text) this.cut = true;
    return fitting;
  };
}

/** Care is private: its lines read as if the person had said "off now", which is their own word just the same. */
const withoutCare = (verdict: Verdict): Verdict =>
  verdict.reason === 'care' ? { ...verdict, reason: 'off-now', layer: 'exception', rule: 'off-now' } : verdict;

type Keep = Cutter['keep'];

function whyOf({ employment, verdict }: ContactDraft | ReportedDraft, zone: string, keep: Keep): object {
  const { kind, reason, layer, rule, until } = withoutCare(verdict);
  return {
    emp: keep(employment, CAPS.name),
    kind,
    reason,
    layer,
    rule: keep(rule, CAPS.name),
    until: until === null ? null : isoWithOffset(until, zone),
  };
}

/** `2026-11-23T21:40-05:00`: nobody remembers seconds. */
const isoMinute = (at: Instant, zone: string): string => isoWithOffset(at, zone).replace(/:\d\d\.\d{3}/u, '');

function ownFields(draft: EntryDraft, zone: string, { keep }: Cutter): object {
  switch (draft.kind) {
    case 'contact':
      return {
        id: keep(draft.id, CAPS.short),
        svc: keep(draft.app, CAPS.name),
        org: keep(draft.origin, CAPS.origin),
        cap: draft.route,
        sure: draft.certainty,
        act: draft.treatment,
        ...(draft.failedOpen ? { late: true } : {}),
        why: whyOf(draft, zone, keep),
      };
    case 'reported':
      return {
        id: keep(draft.id, CAPS.short),
        svc: keep(draft.app, CAPS.name),
        cap: 'manual',
        sure: 'reported',
        when: isoMinute(draft.when, zone),
        ...(draft.end === null ? {} : { end: isoMinute(draft.end, zone) }),
        ...(draft.later ? { later: true } : {}),
        why: whyOf(draft, zone, keep),
      };
    case 'start':
      return { by: keep(draft.writer, CAPS.name) };
    case 'hours':
      return { digest: keep(draft.digest, CAPS.short) };
    case 'note':
      return draft.ref === undefined ? { what: draft.what } : { what: draft.what, ref: draft.ref };
    case 'collapse':
      return {
        svc: keep(draft.app, CAPS.name),
        org: keep(draft.origin, CAPS.origin),
        n: draft.count,
        from: isoWithOffset(draft.from, zone),
      };
    case 'gap':
      return { what: draft.what, from: isoWithOffset(draft.from, zone), until: isoWithOffset(draft.until, zone) };
    case 'clock':
      return { what: draft.what, from: isoWithOffset(draft.from, zone) };
    case 'watch':
      return { svc: keep(draft.app, CAPS.name), what: draft.what };
    case 'anchor':
      return { what: draft.what, last: draft.last, when: isoWithOffset(draft.when, zone), digest: draft.digest };
    case 'export': {
      // In the order that the message's schema gives them.
      const { kind: _kind, ...own } = draft;
      return own;
    }
    case 'erase':
      return { what: draft.what, n: draft.count, lines: draft.lines.map(({ first, last }) => [first, last]) };
  }
}

/** One chain line as JSON, without its LF. Field names and their order are the format: see `docs/log-format.md`. */
export function formatLine({ head, stamp, draft, salt, privateDigest }: LineInput): string {
  const cutter = new Cutter();
  const own = ownFields(draft, stamp.zone, cutter);
  const clock = [cutter.keep(stamp.epoch, CAPS.short), Math.round(stamp.monotonicMs)];
  return JSON.stringify({
    v: LOG_FORMAT,
    log: head.log,
    seq: head.size + 1,
    k: draft.kind === 'reported' ? 'contact' : draft.kind,
    t: isoWithOffset(stamp.at, stamp.zone),
    tz: cutter.keep(stamp.zone, CAPS.short),
    m: clock,
    ...own,
    ...(cutter.cut ? { cut: true } : {}),
    s: salt,
    ...(privateDigest === null ? {} : { x: privateDigest }),
    prev: head.hash,
  });
}

/** `,"name":""` */
const KEY_BYTES = 10;

/** The private line beside chain line `seq`; null where there is nothing to keep. */
export function formatPrivateLine(seq: number, salt: string, content: PrivateContent | null): string | null {
  if (content === null || Object.keys(content).length === 0) return null;
  const cutter = new Cutter();
  if (content.cut === true) cutter.cut = true;
  const line: Record<string, unknown> = { v: LOG_FORMAT, seq, s: salt };
  const keepRest = (field: 'words' | 'text', value: string): void => {
    const rest = LINE_CAP - utf8(JSON.stringify({ ...line, [field]: '', text: '', cut: true })).length;
    line[field] = cutter.keep(value, rest);
  };
  for (const field of ['alias', 'sender', 'title'] as const) {
    const value = content[field];
    if (value !== undefined) line[field] = cutter.keep(value, PRIVATE_CAPS[field]);
  }
  if (content.wrong !== undefined) line.wrong = cutter.keep(content.wrong, PRIVATE_CAPS.other);
  for (const field of ANNOTATION_FIELDS) {
    const value = content[field];
    if (typeof value === 'number') line[field] = value;
    else if (value !== undefined && field !== 'words')
      line[field] = cutter.keep(value, field === 'where' ? PRIVATE_CAPS.where : PRIVATE_CAPS.other);
  }
  if (content.files !== undefined) {
    const bare = content.files.map(({ sha256, bytes }) => ({ sha256, bytes }));
    const room = LINE_CAP - utf8(JSON.stringify({ ...line, files: bare, words: '', text: '', cut: true })).length;
    // Half of it for a name, half for a type, each with its key.
    const most = Math.max(0, Math.min(PRIVATE_CAPS.file, Math.floor(room / (2 * bare.length)) - KEY_BYTES));
    line.files = content.files.map(({ name, type }, index) => ({
      ...bare[index],
      ...(name !== undefined && { name: cutter.keep(name, most) }),
      ...(type !== undefined && { type: cutter.keep(type, most) }),
    }));
  }
  if (content.words !== undefined) keepRest('words', content.words);
  if (content.text !== undefined) keepRest('text', content.text);
  return JSON.stringify(cutter.cut ? { ...line, cut: true } : line);
}

export interface NewEntry {
  readonly draft: EntryDraft;
  readonly stamp: EntryStamp;
  readonly salt: string;
  /** Another salt than the chain line's: a private line that is handed over reveals no other one. */
  readonly privateSalt: string;
}

/** An entry ready to be stored: the bytes that are hashed, and what the store indexes. */
export interface BuiltEntry {
  readonly seq: number;
  readonly line: Uint8Array;
  readonly privateLine: Uint8Array | null;
  readonly at: Instant;
  readonly app: string | null;
  readonly contactId: string | null;
}

/** Chains a batch onto `head`. Nothing is stored; the head counts only once its entries are. */
export async function buildEntries(
  head: LogHead,
  fresh: readonly NewEntry[],
  sha256: Sha256,
): Promise<{ entries: BuiltEntry[]; head: LogHead }> {
  const privates = fresh.map(({ draft, privateSalt }, index) => {
    const content = 'content' in draft ? draft.content : null;
    const text = formatPrivateLine(head.size + 1 + index, privateSalt, content);
    return text === null ? null : utf8(text);
  });
  const digests = await Promise.all(privates.map(async (bytes) => (bytes === null ? null : hex(await sha256(bytes)))));
  const entries: BuiltEntry[] = [];
  let current = head;
  for (const [index, { draft, stamp, salt }] of fresh.entries()) {
    const line = utf8(formatLine({ head: current, stamp, draft, salt, privateDigest: digests[index] ?? null }));
    current = { log: head.log, size: current.size + 1, hash: hex(await sha256(line)) };
    entries.push({
      seq: current.size,
      line,
      privateLine: privates[index] ?? null,
      at: stamp.at,
      app: 'app' in draft && draft.kind !== 'watch' ? draft.app : null,
      contactId: 'id' in draft ? draft.id : null,
    });
  }
  return { entries, head: current };
}
