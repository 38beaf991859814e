import ICAL from 'ical.js';
import { ok, type Result } from '../result.ts';
import { type Component, type ContentLine, unreadable } from './lines.ts';

/** A content line taken apart: values are texts, dates as ISO 8601, rules as objects (jCal, RFC 7265). */
export interface Property {
  readonly name: string;
  readonly line: number;
  readonly params: Readonly<Record<string, string>>;
  /** `date`, `date-time`, `period`, `recur`, `text`, `utc-offset` … */
  readonly type: string;
  readonly values: readonly unknown[];
}

const BARE_DATE = /^(DTSTART|DTEND|RECURRENCE-ID):(\d{8})\s*$/i;

export function readProperty({ name, text, number }: ContentLine): Result<Property> {
  // Some tools write a date and forget to say that it is one.
  const said = text.replace(BARE_DATE, '$1;VALUE=DATE:$2');
  try {
    const [, params, type, ...values]: [string, Record<string, unknown>, string, ...unknown[]] = ICAL.parse.property(
      said.trimEnd(),
      ICAL.design.icalendar,
    );
    const single = Object.entries(params).filter((param): param is [string, string] => typeof param[1] === 'string');
    return ok({ name, line: number, params: Object.fromEntries(single), type, values });
  } catch {
    return unreadable(number, name);
  }
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
