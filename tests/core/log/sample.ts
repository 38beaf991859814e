import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../utils/core/log/bytes.ts';
import { type BuiltEntry, buildEntries, type NewEntry, NO_HASH } from '../../../utils/core/log/line.ts';
import type { ContactDraft, EntryDraft, EntryStamp, LogHead, ReportedDraft } from '../../../utils/core/log/types.ts';
import type { StoredLine } from '../../../utils/core/log/verify.ts';

export const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

export const EMPTY: LogHead = { log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size: 0, hash: NO_HASH };

/** 2026-03-02 22:14:05.250 in Bogotá. */
export const LATE_EVENING = Date.UTC(2026, 2, 3, 3, 14, 5, 250);

export const stampAt = (at: number, monotonicMs = 1_000): EntryStamp => ({
  at,
  zone: 'America/Bogota',
  epoch: '5f0c1e6a',
  monotonicMs,
});

export const contact = (over: Partial<ContactDraft> = {}): ContactDraft => ({
  kind: 'contact',
  id: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  app: 'mattermost',
  origin: 'https://chat.example.org',
  route: 'page',
  certainty: 'observed',
  treatment: 'hold',
  failedOpen: false,
  employment: 'job-1',
  verdict: {
    kind: 'off',
    reason: 'outside-hours',
    layer: 'contract',
    rule: 'hours@2026-01-01',
    until: Date.UTC(2026, 2, 3, 14, 0),
  },
  content: null,
  ...over,
});

const digits = (kind: string, index: number): string =>
  createHash('sha256').update(`${kind}${index}`).digest('hex').slice(0, 32);

export const fresh = (draft: EntryDraft, index = 0): NewEntry => ({
  draft,
  stamp: stampAt(LATE_EVENING + index * 60_000, 1_000 + index * 60_000),
  salt: digits('salt', index),
  privateSalt: digits('private', index),
});

/** A small log with a line of every kind that version 0.1.0 wrote: the test vector. */
export const sampleDrafts = (): EntryDraft[] => [
  { kind: 'start', writer: '0.1.0 firefox' },
  { kind: 'hours', digest: createHash('sha256').update('hours').digest('hex') },
  contact({
    content: { alias: '7c1e90a4', sender: 'ana', title: 'Direct Message', text: '@ana: ¿puedes mirar la factura? 🧾' },
  }),
  contact({ id: '1'.repeat(32), treatment: 'show', route: 'page-registration', failedOpen: true }),
  { kind: 'note', what: 'shown-by-timeout', ref: 3 },
  contact({ id: '2'.repeat(32), app: 'slack', origin: 'https://app.slack.com', content: { alias: 'e02b5d11' } }),
  {
    kind: 'collapse',
    app: 'mattermost',
    origin: 'https://chat.example.org',
    count: 4_750,
    from: LATE_EVENING + 200_000,
  },
  { kind: 'note', what: 'self-test' },
];

export const reported = (over: Partial<ReportedDraft> = {}): ReportedDraft => ({
  kind: 'reported',
  id: 'ca11'.repeat(8),
  app: 'manual-call',
  when: Date.UTC(2026, 2, 3, 0, 40),
  end: null,
  later: true,
  employment: 'job-1',
  verdict: contact().verdict,
  content: null,
  ...over,
});

/** A log in which the person speaks: the test vector of what 0.2.0 added. */
export const spokenDrafts = (): EntryDraft[] => [
  { kind: 'start', writer: '0.2.0 firefox' },
  contact({ content: { alias: '7c1e90a4' } }),
  reported({
    end: Date.UTC(2026, 2, 3, 0, 55),
    content: {
      sender: 'the shift lead',
      text: 'Asked me to open the warehouse on Sunday.',
      files: [{ sha256: createHash('sha256').update('call log').digest('hex'), bytes: 48_213 }],
    },
  }),
  {
    kind: 'note',
    what: 'annotation',
    ref: 2,
    content: {
      role: 'direct-manager',
      urgency: 'deadline',
      expect: 'before-next-shift',
      reply: 'out-of-hours',
      because: 'felt-obliged',
      minutes: 25,
      words: 'The invoice could have waited.',
    },
  },
  { kind: 'note', what: 'annotation', ref: 2, content: { impact: 'woke' } },
  reported({
    id: 'cafe'.repeat(8),
    app: 'manual-visit',
    when: LATE_EVENING - (LATE_EVENING % 60_000),
    later: false,
    verdict: { kind: 'working', reason: 'within-hours', layer: 'contract', rule: 'hours@2026-01-01', until: null },
  }),
  { kind: 'note', what: 'correction', ref: 6, content: { wrong: 'not-work', words: 'He came for a book.' } },
  { kind: 'note', what: 'annotation', ref: 2, content: { urgency: '', role: 'other-manager' } },
];

/** A log that was stamped and handed over: the test vector of what 0.3.0 added. */
export const handedOverDrafts = (): EntryDraft[] => [
  { kind: 'start', writer: '0.3.0 firefox' },
  contact({ content: { alias: '7c1e90a4', sender: 'ana' } }),
  {
    kind: 'anchor',
    what: 'rfc3161',
    last: 2,
    when: LATE_EVENING + 100_000,
    digest: createHash('sha256').update('0001.tsr').digest('hex'),
  },
  contact({ id: '2'.repeat(32), app: 'slack', origin: 'https://app.slack.com', content: { alias: 'e02b5d11' } }),
  {
    kind: 'export',
    first: 1,
    last: 4,
    stubs: 1,
    opened: 0,
    parts: ['alias'],
    digest: createHash('sha256').update('tagmanifest-sha256.txt').digest('hex'),
  },
];

export const build = (drafts: readonly EntryDraft[], head = EMPTY): Promise<{ entries: BuiltEntry[]; head: LogHead }> =>
  buildEntries(
    head,
    drafts.map((draft, index) => fresh(draft, head.size + index)),
    sha256,
  );

export async function* stream(lines: readonly StoredLine[]): AsyncGenerator<StoredLine> {
  yield* lines;
}

export const textOf = (bytes: Uint8Array | null | undefined): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array());
