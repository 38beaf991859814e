import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, jsonBytes, utf8 } from '../../../utils/core/log/bytes.ts';
import { formatLine, formatPrivateLine, LINE_CAP, NO_HASH } from '../../../utils/core/log/line.ts';
import type { EntryDraft } from '../../../utils/core/log/types.ts';
import { build, contact, EMPTY, LATE_EVENING, sampleDrafts, sha256, stampAt, textOf } from './sample.ts';

const SALT = '00112233445566778899aabbccddeeff';

const lineOf = (draft: EntryDraft): string =>
  formatLine({ head: EMPTY, stamp: stampAt(LATE_EVENING), draft, salt: SALT, privateDigest: null });

/** Whatever a page or a file can put into a string, lone surrogates included. */
const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'grapheme', maxLength }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength }),
    fc
      .constantFrom('\ud83d', '\u202e', 'e\u0301', '👩‍👩‍👧‍👦', '\n\r\u2028\0', '"\\')
      .chain((piece) => fc.integer({ min: 0, max: maxLength }).map((times) => piece.repeat(times))),
  );

/** Properties over long texts take their time on a busy machine. */
const PATIENCE_MS = 60_000;

describe('a chain line', { timeout: PATIENCE_MS }, () => {
  it('is exactly this for a contact', () => {
    const line = formatLine({
      head: { log: EMPTY.log, size: 41, hash: 'ab'.repeat(32) },
      stamp: stampAt(LATE_EVENING, 98_312.6),
      draft: contact(),
      salt: SALT,
      privateDigest: 'cd'.repeat(32),
    });
    expect(line).toBe(
      '{"v":1,"log":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","seq":42,"k":"contact",' +
        '"t":"2026-03-02T22:14:05.250-05:00","tz":"America/Bogota","m":["5f0c1e6a",98313],' +
        '"id":"c0ffee00c0ffee00c0ffee00c0ffee00","svc":"mattermost","org":"https://chat.example.org","cap":"page",' +
        '"sure":"observed","act":"hold","why":{"emp":"job-1","kind":"off","reason":"outside-hours","layer":"contract",' +
        '"rule":"hours@2026-01-01","until":"2026-03-03T09:00:00.000-05:00"},' +
        `"s":"${SALT}","x":"${'cd'.repeat(32)}","prev":"${'ab'.repeat(32)}"}`,
    );
  });

  it.each([
    ['start', { kind: 'start', writer: '0.1.0 chrome' }, { by: '0.1.0 chrome' }],
    ['hours', { kind: 'hours', digest: 'e'.repeat(64) }, { digest: 'e'.repeat(64) }],
    ['note', { kind: 'note', what: 'shown-by-timeout', ref: 3 }, { what: 'shown-by-timeout', ref: 3 }],
    ['note', { kind: 'note', what: 'working-now' }, { what: 'working-now' }],
    [
      'collapse',
      { kind: 'collapse', app: 'slack', origin: 'https://app.slack.com', count: 9, from: LATE_EVENING },
      { svc: 'slack', org: 'https://app.slack.com', n: 9, from: '2026-03-02T22:14:05.250-05:00' },
    ],
    [
      'gap',
      { kind: 'gap', what: 'not-running', from: LATE_EVENING - 3_600_000, until: LATE_EVENING },
      { what: 'not-running', from: '2026-03-02T21:14:05.250-05:00', until: '2026-03-02T22:14:05.250-05:00' },
    ],
    [
      'clock',
      { kind: 'clock', what: 'back', from: LATE_EVENING + 5_000 },
      { what: 'back', from: '2026-03-02T22:14:10.250-05:00' },
    ],
    ['watch', { kind: 'watch', app: 'slack', what: 'watched' }, { svc: 'slack', what: 'watched' }],
  ] as const)('of kind %s has its own fields', (kind, draft, fields) => {
    const { v, log, seq, k, t, tz, m, s, prev, ...own } = JSON.parse(lineOf(draft));
    expect({ v, log, seq, k, t, tz, m, s, prev }).toEqual({
      v: 1,
      log: EMPTY.log,
      seq: 1,
      k: kind,
      t: '2026-03-02T22:14:05.250-05:00',
      tz: 'America/Bogota',
      m: ['5f0c1e6a', 1_000],
      s: SALT,
      prev: NO_HASH,
    });
    expect(own).toEqual(fields);
  });

  it('says when the notification had been shown before an answer came', () => {
    expect(JSON.parse(lineOf(contact({ failedOpen: true })))).toHaveProperty('late', true);
    expect(JSON.parse(lineOf(contact()))).not.toHaveProperty('late');
  });

  it('writes `until: null` where nothing known ends the verdict', () => {
    const { verdict } = contact();
    expect(JSON.parse(lineOf(contact({ verdict: { ...verdict, until: null } }))).why.until).toBeNull();
  });

  it('names the kind of a contact while on call', () => {
    const verdict = {
      kind: 'on-call',
      reason: 'on-call',
      layer: 'contract',
      rule: 'on-call@2026-01-01',
      until: null,
    } as const;
    expect(JSON.parse(lineOf(contact({ verdict, treatment: 'show' }))).why).toEqual({ emp: 'job-1', ...verdict });
  });

  it.each(['care', 'care@2026-03-01'])('never names care (%s): it reads like the person’s own word', (rule) => {
    const { verdict } = contact();
    const line = (reason: 'care' | 'off-now', by: string, id: string) =>
      lineOf(contact({ id, verdict: { ...verdict, reason, layer: 'exception', rule: by } }));
    const [careId, wordId] = ['a'.repeat(32), 'b'.repeat(32)];
    const care = line('care', rule, careId);
    expect(care).not.toContain('care');
    expect(care.replace(careId, wordId)).toBe(line('off-now', 'off-now', wordId));
  });

  it('never carries who wrote or what', () => {
    const line = lineOf(contact({ content: { alias: '7c1e90a4', sender: 'ana', title: 'Direct', text: 'secret' } }));
    expect(line).not.toMatch(/7c1e|ana|Direct|secret/u);
  });

  it('stays one JSON line of at most 4 096 bytes whatever its strings hold', () => {
    fc.assert(
      fc.property(anyText(6_000), anyText(6_000), anyText(6_000), (app, origin, employment) => {
        const { verdict } = contact();
        const line = lineOf(contact({ id: app, app, origin, employment, verdict: { ...verdict, rule: origin } }));
        expect(utf8(line).length).toBeLessThanOrEqual(LINE_CAP);
        expect(line).not.toMatch(/[\r\n]/u);
        const read = JSON.parse(line);
        expect(app.startsWith(read.svc) && origin.startsWith(read.org)).toBe(true);
        expect(JSON.parse(textOf(utf8(line)))).toEqual(read);
        const whole = read.id === app && read.svc === app && read.org === origin && read.why.emp === employment;
        expect(read.cut ?? false).toBe(!whole || read.why.rule !== origin);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a private line', { timeout: PATIENCE_MS }, () => {
  it('is exactly this', () => {
    expect(
      formatPrivateLine(42, SALT, { alias: '7c1e90a4', title: 'Direct Message', text: 'Hi "you"', cut: true }),
    ).toBe(
      `{"v":1,"seq":42,"s":"${SALT}","alias":"7c1e90a4","title":"Direct Message","text":"Hi \\"you\\"","cut":true}`,
    );
  });

  it('does not exist where nothing is to be kept', () => {
    expect(formatPrivateLine(1, SALT, null)).toBeNull();
    expect(formatPrivateLine(1, SALT, {})).toBeNull();
  });

  it('keeps a long plain message whole', () => {
    const content = { alias: '7c1e90a4', sender: 'Ana Perez', title: 'T'.repeat(512), text: 'x'.repeat(2_048) };
    expect(JSON.parse(formatPrivateLine(1, SALT, content) ?? '')).toEqual({ v: 1, seq: 1, s: SALT, ...content });
  });

  it('is at most 4 096 bytes, cut between graphemes and marked, whatever it holds', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText(6_000), anyText(2_048), anyText(512), (text, title, sender) => {
        const line = formatPrivateLine(7, SALT, { alias: '7c1e90a4', sender, title, text }) ?? '';
        expect(utf8(line).length).toBeLessThanOrEqual(LINE_CAP);
        expect(line).not.toMatch(/[\r\n]/u);
        const read = JSON.parse(line);
        for (const [whole, kept] of [
          [text, read.text],
          [title, read.title],
          [sender, read.sender],
        ]) {
          expect(whole.startsWith(kept)).toBe(true);
          const next = segmenter.segment(whole).containing(kept.length);
          // Only a single "character" of more bytes than the whole field may be cut inside.
          if (next !== undefined && next.index !== kept.length) expect(jsonBytes(next.segment)).toBeGreaterThan(500);
        }
        expect(read.cut ?? false).toBe(read.text !== text || read.title !== title || read.sender !== sender);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts inside a single "character" that is longer than the field', () => {
    const tower = `a${'\u0301'.repeat(2_000)}`;
    expect(JSON.parse(formatPrivateLine(1, SALT, { title: tower }) ?? '').title).toBe(tower.slice(0, 600));
  });

  it('cuts at the last whole grapheme that fits', () => {
    const family = '👩‍👩‍👧‍👦';
    const read = JSON.parse(formatPrivateLine(1, SALT, { title: family.repeat(200) }) ?? '');
    expect(read.title).toBe(family.repeat(Math.floor(1_200 / jsonBytes(family))));
    expect(read.cut).toBe(true);
  });

  it.each(['e\u0301', '👍🏽', '👩‍👩‍👧'])('leaves out %s where only its first part would fit', (last) => {
    const first = [...last][0] ?? '';
    const start = 'a'.repeat(1_200 - jsonBytes(first));
    expect(JSON.parse(formatPrivateLine(1, SALT, { title: start + last }) ?? '').title).toBe(start);
  });
});

describe('buildEntries', () => {
  it('chains a batch onto the head', async () => {
    const { entries, head } = await build(sampleDrafts());
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(head).toEqual({ log: EMPTY.log, size: 8, hash: hex(await sha256(entries[7]?.line ?? new Uint8Array())) });
    let prev = NO_HASH;
    for (const entry of entries) {
      const read = JSON.parse(textOf(entry.line));
      expect(read.prev).toBe(prev);
      expect(read.x).toBe(entry.privateLine === null ? undefined : hex(await sha256(entry.privateLine)));
      prev = hex(await sha256(entry.line));
    }
  });

  it('gives the same bytes in one batch as in several', async () => {
    const drafts = sampleDrafts();
    const whole = await build(drafts);
    const first = await build(drafts.slice(0, 3));
    const second = await build(drafts.slice(3), first.head);
    expect([...first.entries, ...second.entries]).toEqual(whole.entries);
    expect(second.head).toEqual(whole.head);
  });

  it('names what the store indexes', async () => {
    const { entries } = await build(sampleDrafts());
    expect(entries.map(({ app, contactId, at }) => [app, contactId?.slice(0, 1) ?? null, at - LATE_EVENING])).toEqual([
      [null, null, 0],
      [null, null, 60_000],
      ['mattermost', 'c', 120_000],
      ['mattermost', '1', 180_000],
      [null, null, 240_000],
      ['slack', '2', 300_000],
      ['mattermost', null, 360_000],
      [null, null, 420_000],
    ]);
    expect(entries.map((entry) => entry.privateLine !== null)).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('leaves the head alone for an empty batch', async () => {
    expect(await build([])).toEqual({ entries: [], head: EMPTY });
  });
});
