import { describe, expect, it } from 'vitest';
import { cutText, makeVisible } from '../../../utils/core/text/visible.ts';

const codePoints = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const HIDDEN = [
  ...codePoints(0x00, 0x08),
  ...codePoints(0x0e, 0x1f),
  ...codePoints(0x7f, 0x9f),
  0x61c,
  ...codePoints(0x200b, 0x200f),
  ...codePoints(0x2028, 0x202e),
  ...codePoints(0x2060, 0x2069),
  0xfeff,
];

describe('makeVisible', () => {
  it('shows every character that hides or reorders others', () => {
    for (const code of HIDDEN) {
      const name = `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
      expect(makeVisible(`a${String.fromCharCode(code)}b`, 10)).toBe(`a${name}b`);
    }
  });

  it('makes one line of several', () => {
    expect(makeVisible('a\tb\nc', 10)).toBe('a b c');
  });

  it('shows lone surrogates and leaves whole pairs', () => {
    expect(makeVisible('\ud800x\udc00😀', 10)).toBe('⟦U+D800⟧x⟦U+DC00⟧😀');
  });

  it('leaves writing alone, right to left as well', () => {
    expect(makeVisible('שלום Ñandú 你好 é', 40)).toBe('שלום Ñandú 你好 é');
  });
});

describe('cutText', () => {
  it('says that it cut', () => {
    expect(cutText('abcdef', 4)).toBe('abcd…');
    expect(cutText('abcd', 4)).toBe('abcd');
  });

  it('never splits a character', () => {
    expect(cutText('abc😀def', 4)).toBe('abc…');
  });
});
