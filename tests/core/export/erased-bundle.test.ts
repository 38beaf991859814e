import { afterAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../../utils/core/settings/types.ts';
import { verdictSentences } from '../../../utils/core/verify/sentences.ts';
import { build, sampleDrafts } from '../log/sample.ts';
import { verdictOnZip } from '../verify/bundle.ts';
import { ALL, checkpointOf, linesOf, textIn, written } from './sample.ts';
import { PATIENCE_MS, removeFolders, unpacked } from './unpacked.ts';

afterAll(removeFolders);

/** Of lines 3 and 6, which had private parts, the first one was erased; the log says so in line 9. */
async function bundleIn(language: (typeof LANGUAGES)[number], lost: readonly number[]) {
  const { entries, head } = await build([
    ...sampleDrafts(),
    { kind: 'erase', what: 'private', count: 1, lines: [{ first: 1, last: 5 }] },
  ]);
  const kept = entries.map((one) => (lost.includes(one.seq) ? { ...one, privateLine: null } : one));
  const checkpoints = [{ files: { txt: checkpointOf(head) } }];
  return written({ lines: linesOf(kept), checkpoints, selection: { apps: null, disclose: ALL } }, language);
}

it.each(LANGUAGES)('%s: report and checker say what the person erased', { timeout: PATIENCE_MS }, async (language) => {
  const t = textIn(language);
  const { zip } = await bundleIn(language, [3]);
  expect(unpacked(zip).read('REPORT.html')).toContain(t('report.event.erase', { count: 1 }));
  const { chain } = await verdictOnZip(zip);
  expect(chain.state).toBe('good');
  expect(chain.notes).toEqual([{ code: 'chain.erased', values: { count: 1 } }]);
  expect(verdictSentences(t, chain).at(-1)).toBe(t('verify.chain.erased', { count: 1 }));
});

it('what is missing without an entry is not taken for erased', async () => {
  const { chain } = await verdictOnZip((await bundleIn('en', [3, 6])).zip);
  expect(chain.notes).toEqual([
    { code: 'chain.erased', values: { count: 1 } },
    { code: 'chain.private', values: { count: 1 } },
  ]);
});
