import { describe, expect, it } from 'vitest';
import { readZip } from '../../../utils/core/verify/read-zip.ts';
import { ALL, signedBundle, written } from '../export/sample.ts';
import { verdictOnZip } from './bundle.ts';

/** What our own writer writes, read by our own checker; each is also judged by programs that nobody here wrote. */
describe('bundles of the writer', () => {
  it('are intact, with their checkpoints and their witness', async () => {
    const { files, chain, anchors, identity } = await verdictOnZip(await signedBundle());
    expect([files.code, chain.code, anchors.code, identity.code]).toEqual([
      'files.intact',
      'chain.unbroken',
      'anchors.witness-unknown',
      'identity.unknown',
    ]);
    expect(anchors.values).toMatchObject({ size: 5, by: 'Delegate' });
  });

  it('are intact where apps were not chosen and private lines kept back', async () => {
    const { zip } = await written({ selection: { apps: new Set(['slack']), disclose: { ...ALL, alias: false } } });
    const { files, chain, identity } = await verdictOnZip(zip);
    expect([files.state, chain.state, identity.code]).toEqual(['good', 'good', 'identity.unsigned']);
    expect(chain.notes).toEqual([
      { code: 'chain.stubs', values: { count: 4 } },
      { code: 'chain.private', values: { count: 1 } },
    ]);
  });

  it('hold no file that the reader does not know', async () => {
    const zip = await signedBundle();
    const view = await readZip({ size: zip.length, slice: async (from, until) => zip.slice(from, until) });
    expect(view).toMatchObject({ ok: true, value: { strangers: [] } });
  });
});
