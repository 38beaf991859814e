import { expect, it, vi } from 'vitest';
import { appendOwn } from '../../utils/app/append-own.ts';
import type { ExportDraft } from '../../utils/core/log/types.ts';
import { memoryLog } from './fakes.ts';

const BUNDLE: ExportDraft = {
  kind: 'export',
  first: 1,
  last: 8,
  stubs: 0,
  opened: 0,
  parts: [],
  digest: 'b'.repeat(64),
};

it('what a page did is chained once, however often the page says it', async () => {
  const [log, changed] = [memoryLog(), vi.fn()];
  expect(await appendOwn({ log, changed }, BUNDLE)).toBe(1);
  expect(await appendOwn({ log, changed }, BUNDLE)).toBe(1);
  expect(await appendOwn({ log, changed }, { ...BUNDLE, digest: 'c'.repeat(64) })).toBe(2);
  // A stamp whose bytes were by chance those of a bundle's manifest would still be another thing.
  const stamp = { kind: 'anchor', what: 'rfc3161', last: 8, when: 1_000, digest: BUNDLE.digest } as const;
  expect(await appendOwn({ log, changed }, stamp)).toBe(3);
  expect(log.items.map(({ draft }) => draft.kind)).toEqual(['export', 'export', 'anchor']);
  expect(changed).toHaveBeenCalledTimes(4);
});

it('a log that cannot be written is no success', async () => {
  const [log, changed] = [memoryLog(), vi.fn()];
  log.fail = new Error('disk full');
  await expect(appendOwn({ log, changed }, BUNDLE)).rejects.toThrow('disk full');
  expect(changed).not.toHaveBeenCalled();
});
