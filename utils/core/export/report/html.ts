import { makeVisible } from '../../text/visible.ts';

/** Source of HTML that is safe: everything in it was written by us or escaped. Only this file makes it. */
export interface Html {
  readonly source: string;
}

class Safe implements Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a gap of a template: text is escaped, safe HTML goes as it is, null is nothing. */
export type Piece = Html | string | number | null | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');

function sourceOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Safe) return piece.source;
  if (typeof piece === 'string') return escaped(piece.toWellFormed());
  if (typeof piece === 'number') return String(piece);
  if (Array.isArray(piece)) return piece.map(sourceOf).join('');
  throw new TypeError('not a piece of HTML');
}

/** A template whose gaps are escaped; attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Safe(strings.map((text, index) => text + sourceOf(pieces[index] ?? null)).join(''));
}

export const joined = (pieces: readonly Html[]): Html => new Safe(pieces.map(({ source }) => source).join(''));

/** A style sheet of ours: nothing in it may end the element. */
export function styleSheet(css: string): Html {
  if (css.includes('<')) throw new TypeError('not a style sheet');
  return new Safe(css);
}

/** Text of a web page or of another person: isolated from its surroundings, its controls made visible. */
export const captured = (text: string, maxLength = 160): Html => html`<bdi>${makeVisible(text, maxLength)}</bdi>`;
