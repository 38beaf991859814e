import type { Language } from '../settings/types.ts';

/** `2.4 MB`, of bytes, and never less than a tenth: a file has some size. */
export const sizeText = (language: Language, bytes: number): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    Math.max(bytes / 1_000_000, 0.1),
  );
