import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../utils/core/log/bytes.ts';
import { exactTextsOf, textsOf } from '../../../utils/core/log/texts.ts';

/** Bytes that a decoder stumbles over: byte-order marks, cut-off characters, line feeds. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map(utf8),
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom(
        ...[[0xef, 0xbb, 0xbf], [0xe2, 0x82], [0xf0, 0x9f], [0x80], [0x0a], [0x0d]].map((it) => Uint8Array.from(it)),
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

const alone = (line: Uint8Array): string => new TextDecoder().decode(line);

describe('texts of many lines', () => {
  it('are those that a decoder gives line by line', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (lines) => {
        expect(textsOf(lines)).toEqual(lines.map(alone));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are exact, or none at all', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const exactly = (line: Uint8Array): string | null => {
      try {
        return strict.decode(line);
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (lines) => {
        const texts = lines.map(exactly);
        const whole = texts.every((text) => text !== null && !text.includes('\n'));
        expect(exactTextsOf(lines)).toEqual(whole ? texts : null);
      }),
      { numRuns: 2_000 },
    );
  });
});
