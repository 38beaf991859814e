/** Longer titles are cut before a rule reads them. */
const TITLE_CAP = 512;

/** `‎(2)` with a direction mark, `1,234`, `1.234`, `1 234` and `99+` become plain digits. */
function plainDigits(title: string): string {
  return title
    .slice(0, TITLE_CAP)
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/(?<=\d)[.,' \u00a0\u2009\u202f](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d)\+(?=[)\]\s]|$)/gu, '');
}

/**
 * The unread count that a page title carries, by the catalogue's rule: its first group that took part. 0 where the title
 * has a mark without a number, null where the rule does not match (nothing unread, or a form we do not know).
 */
export function titleCount(rule: string, title: string): number | null {
  const match = new RegExp(rule, 'u').exec(plainDigits(title));
  if (match === null) return null;
  const digits = match.slice(1).find((group) => group !== undefined);
  const count = digits === undefined ? 0 : Number(digits);
  return Number.isSafeInteger(count) ? count : 0;
}
