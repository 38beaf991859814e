import type { CheckpointView } from './types.ts';

const DIGITS = 4;

/** `checkpoint-0f1e2d3c-0004`: neutral, and distinct among those of several people. Its ending is added. */
export const baseName = ({ log, number }: Pick<CheckpointView, 'log' | 'number'>): string =>
  `checkpoint-${log.slice(0, 8)}-${number.toString().padStart(DIGITS, '0')}`;
