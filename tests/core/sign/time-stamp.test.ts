import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../utils/core/result.ts';
import { formatCheckpoint } from '../../../utils/core/sign/checkpoint.ts';
import { der, readDer, TAG } from '../../../utils/core/sign/der.ts';
import {
  checkTimeStamp,
  MOST_STAMP_BYTES,
  nonceOf,
  pemOf,
  readTimeStamp,
  timeStampRequest,
} from '../../../utils/core/sign/time-stamp.ts';
import { answer, judge, makeAuthority, openssl, read, write } from './time-stamp-authority.ts';

const HEAD = { log: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', size: 8, hash: 'f8'.repeat(32) };
const TEXT = formatCheckpoint(HEAD, Date.UTC(2026, 2, 3, 23));
const sha256 = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
const ASKED = { imprint: sha256(TEXT), nonce: nonceOf(Uint8Array.of(0x80, 1, 2, 3, 4, 5, 6, 7)) };
const REQUEST = timeStampRequest(ASKED.imprint, ASKED.nonce);

const codeOf = (result: Result<unknown>): string => (result.ok ? 'fine' : result.problem.code);
function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

let answered: Uint8Array;
let askedAt: number;
let answeredAt: number;
beforeAll(() => {
  makeAuthority();
  askedAt = Date.now();
  answered = answer(REQUEST);
  answeredAt = Date.now();
}, 20_000);

/** Changes the first place where these bytes stand. */
function changed(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(from);
  if (at === -1) throw new Error('not there');
  const copy = bytes.slice();
  copy.set(to, at);
  return copy;
}

describe('a request', () => {
  it('is 69 bytes that openssl reads as ours', () => {
    expect(REQUEST).toHaveLength(69);
    write('ours.tsq', REQUEST);
    const told = openssl('ts', '-query', '-in', 'ours.tsq', '-text');
    expect(told).toContain('Version: 1\nHash Algorithm: sha256\n');
    expect(told).toContain('Policy OID: unspecified\nNonce: 0x4001020304050607\nCertificate required: yes\n');
    write('text', TEXT);
    // What openssl asks itself about the same text, without its random nonce.
    const theirs = openssl('ts', '-query', '-data', 'text', '-sha256', '-cert', '-no_nonce', '-text');
    const imprintIn = (text: string): string => /Message data:\n((?: {4}.*\n)+)/u.exec(text)?.[1] ?? 'none';
    expect(imprintIn(told)).toBe(imprintIn(theirs));
  });

  it('has a nonce that is a positive number of eight bytes, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const nonce = nonceOf(random);
        expect(nonce).toHaveLength(8);
        expect(nonce[0]).toBeGreaterThanOrEqual(0x40);
        expect(nonce[0]).toBeLessThan(0x80);
      }),
    );
  });
});

describe('an answer', () => {
  it('tells when, by whom, and brings the certificates', () => {
    const stamp = unwrap(checkTimeStamp(answered, ASKED));
    // The authority tells whole seconds.
    expect(stamp.at).toBeGreaterThan(askedAt - 1_000);
    expect(stamp.at).toBeLessThanOrEqual(answeredAt);
    expect(stamp.by).toBe('Uhr der Prüfung');
    const [certificate] = stamp.certificates.map((one) => new X509Certificate(one));
    expect(stamp.certificates).toHaveLength(1);
    expect(certificate?.subject).toBe('O=Test authority\nCN=Uhr der Prüfung');
  });

  it('passes openssl with what we keep, years after its certificate has lapsed, and with no other text', () => {
    const { at, certificates } = unwrap(readTimeStamp(answered));
    write('0001.tsr', answered);
    write('0001.txt', TEXT);
    write('0002.txt', TEXT.replace('\n8\n', '\n9\n'));
    write('chain.pem', pemOf(certificates));
    const verify = (data: string, ...more: string[]) =>
      judge('ts', '-verify', '-data', data, '-in', '0001.tsr', ...more);
    const own = ['-CAfile', 'chain.pem', '-partial_chain'];
    const when = ['-attime', `${Math.floor(at / 1_000)}`];
    expect(verify('0001.txt', ...own, ...when)).toMatchObject({ ok: true, told: expect.stringContaining('OK') });
    expect(verify('0001.txt', '-CAfile', 'root.pem', ...when).ok).toBe(true);
    expect(verify('0002.txt', ...own, ...when)).toMatchObject({ ok: false, told: expect.stringContaining('imprint') });
    const later = ['-attime', `${Math.floor(at / 1_000) + 3 * 365 * 86_400}`];
    expect(verify('0001.txt', ...own, ...later)).toMatchObject({ ok: false, told: expect.stringContaining('expired') });
  });

  it('brings each certificate once, and every one that the service sent', () => {
    const { certificates } = unwrap(readTimeStamp(answer(REQUEST, 'main', ['root.pem'])));
    const pem = pemOf([...certificates, ...certificates]);
    expect(pem.match(/BEGIN CERTIFICATE/gu)).toHaveLength(2);
    const subjects = (pem.match(/-+BEGIN[\s\S]+?END CERTIFICATE-+/gu) ?? []).map(
      (one) => new X509Certificate(one).subject,
    );
    expect(subjects.toSorted()).toEqual(['CN=Test root', 'O=Test authority\nCN=Uhr der Prüfung']);
  });

  it('may tell fractions of a second', () => {
    const { at } = unwrap(readTimeStamp(answer(REQUEST, 'exact')));
    const told = openssl('ts', '-reply', '-in', 'answer', '-text');
    const [, second = '', fraction = ''] = /Time stamp: \w+ +\d+ \d+:\d+:(\d+)(\.\d+)? /u.exec(told) ?? [];
    expect((at % 60_000) / 1_000).toBeCloseTo(Number(`${second}${fraction}`), 3);
  });

  it('to another question or of another text is refused', () => {
    const other = Uint8Array.of(0x41, 1, 2, 3, 4, 5, 6, 7);
    expect(codeOf(checkTimeStamp(answered, { ...ASKED, nonce: other }))).toBe('stamp.nonce');
    expect(codeOf(checkTimeStamp(answered, { ...ASKED, imprint: sha256('other') }))).toBe('stamp.imprint');
    const oneByte = changed(answered, ASKED.imprint, Uint8Array.of((ASKED.imprint[0] ?? 0) ^ 1));
    expect(codeOf(checkTimeStamp(oneByte, ASKED))).toBe('stamp.imprint');
  });

  it('without a nonce or without certificates is refused', () => {
    const imprint = Buffer.from(ASKED.imprint).toString('hex');
    openssl('ts', '-query', '-digest', imprint, '-sha256', '-cert', '-no_nonce', '-out', 'bare.tsq');
    const bare = read('bare.tsq');
    expect(codeOf(checkTimeStamp(answer(bare), ASKED))).toBe('stamp.nonce');
    const uncertified = Uint8Array.from([0x30, REQUEST.length - 5, ...REQUEST.subarray(2, -3)]);
    expect(codeOf(checkTimeStamp(answer(uncertified), ASKED))).toBe('stamp.no-certificate');
  });

  it('that is a refusal is told as one', () => {
    expect(checkTimeStamp(answer(REQUEST, 'unwilling'), ASKED)).toEqual({
      ok: false,
      problem: { code: 'stamp.rejected', field: 'stamp', values: { status: 2 } },
    });
  });
});

describe('anything else', () => {
  it('is refused without a crash: cut off anywhere, longer, or too long', () => {
    for (let length = 0; length < answered.length; length += 1)
      expect(codeOf(readTimeStamp(answered.subarray(0, length)))).toBe('stamp.damaged');
    expect(codeOf(readTimeStamp(Uint8Array.from([...answered, 0])))).toBe('stamp.damaged');
    expect(codeOf(readTimeStamp(new Uint8Array(MOST_STAMP_BYTES + 1)))).toBe('stamp.too-long');
  });

  it('is refused without a crash: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(codeOf(readTimeStamp(bytes))).toMatch(/^stamp\.(?:damaged|rejected)$/u);
      }),
    );
  });

  it('never passes as another time, text or question where one byte was changed', () => {
    const good = unwrap(checkTimeStamp(answered, ASKED));
    // The time itself is covered by the signature alone, which openssl checks.
    const time = Buffer.from(answered).indexOf(Buffer.from('Z')) - 14;
    fc.assert(
      fc.property(fc.nat(answered.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = answered.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const stamp = checkTimeStamp(bytes, ASKED);
        if (stamp.ok && (at < time || at >= time + 14)) expect(stamp.value.at).toBe(good.at);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('DER', () => {
  it.each([
    ['a length that is left open', [0x30, 0x80, 0, 0]],
    ['a length in more bytes than it needs', [0x04, 0x81, 0x01, 0]],
    ['a length with a zero in front', [0x04, 0x82, 0x00, 0x80, ...new Array(128).fill(0)]],
    ['a length of 4 GB', [0x04, 0x84, 0xff, 0xff, 0xff, 0xff, 0]],
    ['a value that breaks off', [0x04, 0x02, 0]],
    ['a tag of several bytes', [0x1f, 0x81, 0x01, 0x00]],
  ])('with %s is not read', (_, bytes) => {
    expect(readDer(Uint8Array.from(bytes))).toBeNull();
  });

  it('that was written is read again, at every length', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      const content = new Uint8Array(length).fill(7);
      const [value, ...more] = readDer(der(TAG.octets, content)) ?? [];
      expect(value?.content.length).toBe(length);
      expect(more).toEqual([]);
    }
  });
});

describe('the test vector', () => {
  const vector = JSON.parse(readFileSync(new URL('../../vectors/stamp.json', import.meta.url), 'utf8'));
  const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

  it('is what this version asks, and reads', () => {
    const nonce = new Uint8Array(Buffer.from(vector.nonce, 'hex'));
    const imprint = sha256(vector.text);
    expect(timeStampRequest(imprint, nonce)).toEqual(bytes(vector.request));
    const stamp = unwrap(checkTimeStamp(bytes(vector.response), { imprint, nonce }));
    expect([new Date(stamp.at).toISOString(), stamp.by]).toEqual([vector.time, vector.by]);
  });

  it('passes the command of the document, and no other text does', () => {
    const doc = readFileSync(new URL('../../../docs/checkpoints.md', import.meta.url), 'utf8');
    const command = /^```sh stamp\n(.*)\n```$/mu.exec(doc)?.[1]?.split(' ').slice(1) ?? [];
    write('0001.tsr', bytes(vector.response));
    write('chain.pem', pemOf(unwrap(readTimeStamp(bytes(vector.response))).certificates));
    write('0001.txt', vector.text);
    expect(judge(...command)).toMatchObject({ ok: true, told: expect.stringContaining('Verification: OK') });
    write('0001.txt', vector.text.replace('\n8\n', '\n9\n'));
    expect(judge(...command)).toMatchObject({ ok: false, told: expect.stringContaining('imprint') });
  });
});
