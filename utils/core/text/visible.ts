/**
 * Captured text is a claim of a web page: it may carry characters that reorder or hide what stands beside it. They are
 * made visible as `⟦U+202E⟧`; line breaks and tabs become a space.
 */
const CONTROLS =
  // C0, DEL and C1; Arabic letter mark; zero-width and direction marks; embeddings; word joiners and isolates; BOM.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function makeVisible(text: string, maxLength: number): string {
  const short = cutText(text, maxLength);
  return short.replace(CONTROLS, (char) => (/[\t\n\r]/.test(char) ? ' ' : `⟦U+${hex(char)}⟧`));
}

/** Cuts without splitting a surrogate pair. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength;
  return `${text.slice(0, end)}…`;
}

const hex = (char: string): string => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
