import { ok, type Result } from '../result.ts';
import { type Component, type ContentLine, unreadable } from './lines.ts';

/** A start and an end or a length, as RDATE may list them. */
export type Period = readonly [string, string];

/** A content line of RFC 5545 §3.1 taken apart. */
export interface Property {
  /** In capitals. */
  readonly name: string;
  readonly line: number;
  /** By their names in small letters; quotes are taken off, RFC 6868's `^n`, `^'` and `^^` read. */
  readonly params: Readonly<Record<string, string>>;
  /** As in the file; texts with their escapes read. */
  readonly values: readonly (string | Period)[];
}

const PARAM = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)/y;
const CARET: Readonly<Record<string, string>> = { n: '\n', "'": '"', '^': '^' };
/** The properties whose values are dates, several of them separated by commas. */
const DATES: ReadonlySet<string> = new Set(['RDATE', 'EXDATE']);
const TEXTS: ReadonlySet<string> = new Set(['UID', 'SUMMARY', 'STATUS', 'TZID', 'METHOD']);

/** Fails where parameters and value cannot be told apart. What the value says is read by whoever knows its type. */
export function readProperty({ name, text, number }: ContentLine): Result<Property> {
  const params: Record<string, string> = {};
  let at = name.length;
  while (text[at] === ';') {
    PARAM.lastIndex = at;
    const [whole, key, said] = PARAM.exec(text) ?? [];
    if (whole === undefined || key === undefined || said === undefined) return unreadable(number, name);
    params[key.toLowerCase()] = said.replaceAll('"', '').replaceAll(/\^([n'^])/g, (_, sign) => CARET[sign] ?? '');
    at += whole.length;
  }
  if (text[at] !== ':') return unreadable(number, name);
  return ok({ name, line: number, params, values: valuesOf(name, text.slice(at + 1).trimEnd()) });
}

/** All properties of a component in the order of the file, or the first that cannot be read. */
export function readProperties({ lines }: Component): Result<Property[]> {
  const properties: Property[] = [];
  for (const line of lines) {
    const property = readProperty(line);
    if (!property.ok) return property;
    properties.push(property.value);
  }
  return ok(properties);
}

function valuesOf(name: string, value: string): Property['values'] {
  if (TEXTS.has(name)) return [unescaped(value)];
  if (!DATES.has(name)) return [value];
  return value.split(',').map((date) => {
    const [from = '', until] = date.split('/');
    return until === undefined ? date : [from, until];
  });
}

/** RFC 5545 §3.3.11. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
