import { describe, expect, it } from 'vitest';
import english from '../../../public/text/en.json' with { type: 'json' };
import { makeText } from '../../../utils/core/text/text.ts';
import { verdictSentences } from '../../../utils/core/verify/sentences.ts';
import { bad, badBecause, good } from '../../../utils/core/verify/verdict.ts';
import { filesIn, read } from '../../repo/files.ts';

const t = makeText(english, 'en');

const CODES = /'((?:files|chain|anchors|identity)\.[a-z-]+)'/gu;
/** Made at run time, of a finding or of how a checkpoint fits. */
const MADE = [
  ...['missing', 'line-ends', 'altered', 'unlisted', 'other-file', 'unnamed', 'stranger'].map(
    (what) => `files.${what}`,
  ),
  ...['other-log', 'longer', 'differs'].flatMap((fit) => [`anchors.${fit}`, `anchors.held-${fit}`]),
];

describe('the sentences of a verdict', () => {
  it('are all there, and none is never said', () => {
    const sources = filesIn('utils/core/verify').map(read).join('\n');
    const said = new Set([...MADE, ...[...sources.matchAll(CODES)].map((match) => match[1] ?? '')]);
    const told = Object.keys(english)
      .map((key) => /^verify\.((?:files|chain|anchors|identity)\.[a-z-]+)/u.exec(key)?.[1])
      .filter((code) => code !== undefined);
    expect([...said].toSorted()).toEqual([...new Set(told)].toSorted());
  });

  it('name what is wrong with a line, and why a part was refused', () => {
    expect(verdictSentences(t, bad('chain.broken', { line: 3, fault: 'prev' }))).toEqual([
      'Broken at entry 3: the line before it was changed after it was written.',
    ]);
    const line = badBecause('identity.signature', { code: 'signature.mismatch', field: 'signature' });
    expect(verdictSentences(t, line)).toEqual([
      english['verify.identity.signature'],
      english['error.signature.mismatch'],
    ]);
    const notes = [{ code: 'chain.from', values: { line: 3 } }];
    expect(verdictSentences(t, good('chain.unbroken', { count: 1 }, notes))).toEqual([
      'Unbroken: 1 entry.',
      'The bundle begins in the middle of the log, at entry 3: what stood before is not in it.',
    ]);
  });

  it('show times in words for everybody, and hostile names for what they are', () => {
    const values = { size: 4, time: '2026-03-04T14:01:00Z', by: '\u202egnp.exe', number: '1' };
    const [sentence] = verdictSentences(t, good('anchors.witnessed', values));
    expect(sentence).toContain('no later than 2026-03-04 14:01:00 UTC according to “⟦U+202E⟧gnp.exe”');
    const [long = ''] = verdictSentences(t, bad('files.missing', { file: 'x'.repeat(9_999) }));
    expect(long.length).toBeLessThan(200);
  });
});
