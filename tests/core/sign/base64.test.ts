import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../utils/core/sign/base64.ts';

describe('Base64', () => {
  it('is what Node writes, and reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('refuses every other way to write the same bytes', () => {
    // RFC 4648 §10 and its neighbours: padding left out or doubled, stray bits, blanks, the URL alphabet.
    expect(fromBase64('Zm9vYg==')).toEqual(new Uint8Array(Buffer.from('foob')));
    for (const text of [
      'Zm9vYg',
      'Zm9vYg=',
      'Zm9vYh==',
      'Zm9vYmF=',
      'Zm9v Yg==',
      'Zm9vYg==\n',
      'Zm9v=Yg=',
      '__-_',
      '=',
    ])
      expect([text, fromBase64(text)]).toEqual([text, null]);
  });
});
