import { ANNOTATION_FIELDS } from './annotation.ts';
import type { EntryView } from './read.ts';

/** Columns in their order. Names are the interface's words, not the short ones of the chain line. */
const COLUMNS: readonly (readonly [name: string, read: (entry: EntryView) => string | number | boolean | null])[] = [
  ['seq', (entry) => entry.seq],
  ['time', (entry) => entry.time],
  ['zone', (entry) => entry.zone],
  ['kind', (entry) => entry.kind],
  ['app', (entry) => entry.app],
  ['origin', (entry) => entry.origin],
  ['route', (entry) => entry.route],
  ['certainty', (entry) => entry.certainty],
  ['treatment', (entry) => entry.treatment],
  ['shown_before_answer', (entry) => entry.late],
  ['employment', (entry) => entry.employment],
  ['verdict', (entry) => entry.verdict],
  ['reason', (entry) => entry.reason],
  ['layer', (entry) => entry.layer],
  ['rule', (entry) => entry.rule],
  ['until', (entry) => entry.until],
  ['note', (entry) => entry.what],
  ['ref', (entry) => entry.ref],
  ['count', (entry) => entry.count],
  ['from', (entry) => entry.from],
  ['alias', (entry) => entry.content?.alias ?? null],
  ['sender', (entry) => entry.content?.sender ?? null],
  ['title', (entry) => entry.content?.title ?? null],
  ['text', (entry) => entry.content?.text ?? null],
  ['cut', (entry) => entry.cut || entry.content?.cut === true],
  ['withheld', (entry) => entry.withheld],
  ['happened', (entry) => (entry.kind === 'contact' ? entry.when : null)],
  ['happened_until', (entry) => entry.end],
  ['typed_in_later', (entry) => entry.later],
  ['wrong', (entry) => entry.content?.wrong ?? null],
  ...ANNOTATION_FIELDS.map((field) => [field, (entry: EntryView) => entry.content?.[field] ?? null] as const),
  ['files', (entry) => entry.content?.files?.map(({ sha256, bytes }) => `${sha256} ${bytes}`).join(' ') ?? null],
];

/**
 * A cell that a spreadsheet would take for a formula: begins with = + - @, their full-width or small forms, a minus sign,
 * TAB, CR, LF or NUL, also after spaces and invisible characters (CWE-1236).
 */
const FORMULA = /^[\p{Z}\p{Cf}]*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]/u;

/**
 * What begins a cell where commas part none: where the comma is the decimal sign, spreadsheets part at semicolons, and then
 * they honour no quotes that begin in mid-cell, so a line feed begins a row. LibreOffice 7.4 ran `x;=1+1` so.
 */
const LATER_CELL = /[;\t\r\n](?=[\p{Z}\p{Cf}"]*[=+\-@\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212])/gu;

/** Letters, digits and what stands between them in most cells: none of it needs a guard, or quotes. */
const HARMLESS = /^[A-Za-z0-9][\w :./?!()'@+*=-]*$/;

function cell(value: string | number | boolean | null): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  if (typeof value === 'number') return String(value);
  if (HARMLESS.test(value)) return value;
  const guarded = `${FORMULA.test(value) ? "'" : ''}${value.replace(LATER_CELL, "$&'")}`;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const row = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** Byte-order mark and column names. The file is the header and one `csvRow` per entry, encoded as UTF-8. */
export const csvHeader = (): string => `\ufeff${row(COLUMNS.map(([name]) => name))}`;

/** One line of RFC 4180. The CSV is a copy for convenience: what counts is the NDJSON. */
export const csvRow = (entry: EntryView): string => row(COLUMNS.map(([, read]) => cell(read(entry))));
