import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSecrets } from '../../../utils/core/seal/keys.ts';
import { opened } from './files.ts';

interface Vector {
  readonly name: string;
  readonly expect: string;
  /** SHA-256 (hex) of what comes out. */
  readonly payload?: string;
  readonly identities: readonly string[];
  readonly compressed?: boolean;
  readonly file: string;
}

const FILE = new URL('../../vectors/age.json', import.meta.url);
const { vectors }: { readonly vectors: readonly Vector[] } = JSON.parse(readFileSync(FILE, 'utf8'));

/** Which of our sentences says what the vectors call so. */
const SAID: Readonly<Record<string, RegExp>> = {
  'no match': /^seal\.wrong-key$/u,
  'HMAC failure': /^seal\.damaged$/u,
  'header failure': /^seal\.(?:header|version|not-sealed|passphrase)$/u,
  'payload failure': /^seal\.damaged$/u,
  'armor failure': /^seal\.(?:armour|not-sealed)$/u,
};

describe('the test vectors of the age format', () => {
  it('are there, good ones and bad ones', () => {
    const of = (wanted: string): number => vectors.filter((one) => one.expect === wanted).length;
    expect(vectors.length).toBeGreaterThan(80);
    for (const wanted of ['success', ...Object.keys(SAID)]) expect(of(wanted), wanted).toBeGreaterThan(0);
  });

  it.each(vectors.map((vector) => [vector.name, vector.expect, vector] as const))(
    '%s: %s',
    async (_, wanted, vector) => {
      const bytes = Buffer.from(vector.file, 'base64');
      const secrets = readSecrets(vector.identities.join('\n'));
      const result = await opened(vector.compressed ? inflateSync(bytes) : bytes, secrets.ok ? secrets.value : []);
      if (wanted === 'success') {
        expect(result).toMatchObject({ ok: true });
        if (result.ok) expect(createHash('sha256').update(result.value).digest('hex')).toBe(vector.payload);
      } else {
        expect(result.ok).toBe(false);
        if (!result.ok) expect(result.problem.code).toMatch(SAID[wanted] ?? /^$/u);
      }
    },
  );
});
