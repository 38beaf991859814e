const MOST_WORDS = 8;

/** Text as a search compares it: without case and without accents, so that `sao` finds `São`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

/** The words that a search asks for, folded; each of them must be found, wherever. At most eight count. */
export function wordsOf(search: string): readonly string[] {
  const words = fold(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.slice(0, MOST_WORDS);
}

/** Which of the words a text holds: one bit each, the first word the lowest. */
export function wordsIn(text: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const folded = fold(text);
  return words.reduce((bits, word, index) => (folded.includes(word) ? bits | (1 << index) : bits), 0);
}

/** The bits of a text that holds all of them. */
export const allWords = (words: readonly string[]): number => (1 << words.length) - 1;
