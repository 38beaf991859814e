import { SIZE_BUDGETS, type SizeName, sizesOf } from './build-sizes.ts';
import type { Row } from './row.ts';

const KB = 1_000;

const WORDS: Readonly<Record<SizeName, string>> = {
  hookAndBridge: 'size: hook + bridge',
  background: 'size: background',
  popup: 'size: scripts of the popup',
  package: 'size: package, zipped',
};

/** Sizes of the production build; exact, and checked by `npm test` as well. */
export function sizes(dir: string): Row[] {
  return Object.entries(sizesOf(dir)).map(([name, bytes]) => ({
    what: WORDS[name as SizeName],
    ours: `${(bytes / KB).toFixed(1)} kB`,
    reference: '',
    value: bytes / KB,
    budget: SIZE_BUDGETS[name as SizeName] / KB,
    unit: 'kB',
  }));
}
