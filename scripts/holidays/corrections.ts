import type { Correction } from './correction.ts';
import { AMERICAS } from './corrections-americas.ts';
import { ELSEWHERE } from './corrections-elsewhere.ts';

/** Every known difference between `date-holidays` 3.37.0 and the law. docs/holidays.md tells them again, for readers. */
export const CORRECTIONS: readonly Correction[] = [...AMERICAS, ...ELSEWHERE];
