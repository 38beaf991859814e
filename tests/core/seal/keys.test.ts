import { describe, expect, it } from 'vitest';
import english from '../../../public/text/en.json' with { type: 'json' };
import { fromBech32, toBech32 } from '../../../utils/core/seal/bech32.ts';
import {
  keyEnd,
  keyFile,
  readRecipient,
  readSecrets,
  recipientText,
  secretText,
} from '../../../utils/core/seal/keys.ts';
import { makeText } from '../../../utils/core/text/text.ts';

/** From the specification (https://c2sp.org/age). */
const SECRET = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const t = makeText(english, 'en');

const recipientIn = (text: string): Uint8Array | undefined => {
  const read = readRecipient(text);
  return read.ok ? read.value : undefined;
};
const secret = new Uint8Array(32).fill(0x42);
const recipient = recipientIn(RECIPIENT) ?? new Uint8Array();

describe('keys', () => {
  it('are written as they are read', () => {
    expect(readSecrets(SECRET)).toEqual({ ok: true, value: [secret] });
    expect(secretText(secret)).toBe(SECRET);
    expect(recipient).toHaveLength(32);
    expect(recipientText(recipient)).toBe(RECIPIENT);
  });

  it('survive a paste over several lines, and in capitals', () => {
    const wrapped = ` ${RECIPIENT.slice(0, 30)}\n${RECIPIENT.slice(30)}\r\n`;
    for (const text of [wrapped, RECIPIENT.toUpperCase()])
      expect(readRecipient(text)).toEqual({ ok: true, value: recipient });
  });

  it('are compared by their last eight characters', () => {
    expect(keyEnd(recipient)).toBe('equn ujwj');
  });

  it.each([
    ['', 'seal.key-missing'],
    [SECRET, 'seal.key-secret'],
    [`# public key: ${RECIPIENT}\n${SECRET}`, 'seal.key-secret'],
    [RECIPIENT.replace('zvk', 'zVk'), 'seal.key-case'],
    [RECIPIENT.replace('zvk', 'zvq'), 'seal.key'],
    [RECIPIENT.replace('zvk', 'zv1'), 'seal.key'],
    [RECIPIENT.slice(0, -1), 'seal.key'],
    [toBech32('age', new Uint8Array(31)), 'seal.key'],
    [toBech32('bc', new Uint8Array(32)), 'seal.key'],
    ['age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5zr', 'seal.key-kind'],
    ['age1yubikey1q2w7u3vpya839jxxuq8g0sedh3d740d4xvn639sqhr95ejj8vu3hyfumptt', 'seal.key-kind'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL', 'seal.key-kind'],
    ['my delegate', 'seal.key'],
  ])('%s is no public key: %s', (text, code) => {
    const result = readRecipient(text);
    expect(result).toEqual({ ok: false, problem: { code, field: 'recipient' } });
    if (!result.ok) expect(t.problem(result.problem)).not.toBe(t.problem({ code: 'none', field: '' }));
  });

  it.each([
    ['', 'seal.secret-missing', undefined],
    ['# created: 2026-03-02T22:16:05Z\n\n', 'seal.secret-missing', undefined],
    [RECIPIENT, 'seal.secret-public', undefined],
    [`# mine\n${SECRET.slice(0, -1)}`, 'seal.secret', { line: 2 }],
    [SECRET.replace('GFP', 'GfP'), 'seal.secret', { line: 1 }],
    ['AGE-PLUGIN-YUBIKEY-1QQQQQQ', 'seal.secret-kind', undefined],
    ['AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR', 'seal.secret-kind', undefined],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', 'seal.secret-kind', undefined],
  ])('%j is no secret key: %s', (text, code, values) => {
    const result = readSecrets(text);
    expect(result).toEqual({ ok: false, problem: { code, field: 'secret', ...(values && { values }) } });
    if (result.ok) return;
    const told = t.problem(result.problem);
    expect(told).not.toBe(t.problem({ code: 'none', field: '' }));
    expect(told).not.toContain(SECRET.slice(20, 40));
  });

  it('lie in files as age-keygen writes them, of which comments and empty lines do not count', () => {
    const file = keyFile('2026-03-02T22:16:05Z', recipient, secret);
    expect(file).toBe(`# created: 2026-03-02T22:16:05Z\n# public key: ${RECIPIENT}\n${SECRET}\n`);
    const two = readSecrets(`${file.replaceAll('\n', '\r\n')}\r\n  ${SECRET}`);
    expect(two).toEqual({ ok: true, value: [secret, secret] });
  });
});

describe('Bech32', () => {
  // From BIP 173.
  it.each([
    'A12UEL5L',
    'a12uel5l',
    'an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs',
    'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw',
    'split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w',
    '?1ezyfcl',
  ])('%s is one', (text) => {
    const read = fromBech32(text);
    expect(toBech32(read?.prefix ?? '', read?.bytes ?? new Uint8Array())).toBe(text.toLowerCase());
  });

  it.each(['pzry9x0s0muk', '1pzry9x0s0muk', 'x1b4n0q5v', 'li1dgmt3', 'A1G7SGD8', '10a06t8', '1qzzfhee', 'A12uEL5L'])(
    '%s is none',
    (text) => expect(fromBech32(text)).toBeNull(),
  );
});
