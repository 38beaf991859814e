import { expect, it } from 'vitest';
import { readWitnessFiles } from '../../components/checkpoints/witness-file.ts';

const TEXT = 'clocked-off-checkpoint/1\n…\nby Works council\n';
const SIGNATURE = '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n';
const file = (text: string) => ({ size: text.length, text: async () => text });

it.each([
  ['one file', [file(TEXT + SIGNATURE)]],
  ['text and signature', [file(TEXT), file(SIGNATURE)]],
  ['signature and text', [file(SIGNATURE), file(TEXT)]],
])('%s: the signature comes right behind the text', async (_, files) => {
  expect(await readWitnessFiles(files)).toEqual({ ok: true, value: TEXT + SIGNATURE });
});

it('does not read what is far too large', async () => {
  const text = () => Promise.reject(new Error('was read'));
  const refused = await readWitnessFiles([
    { size: 40_000, text },
    { size: 40_000, text },
  ]);
  expect(refused).toEqual({ ok: false, problem: { code: 'checkpoint.witness', field: 'witness' } });
});
