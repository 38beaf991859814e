import { fail, ok, type Result } from '../result.ts';
import { MAX_EVENTS, MAX_LINE_LENGTH, MAX_LISTED_DATES, MAX_NESTING, MAX_ROSTER_LENGTH } from './limits.ts';

/** A content line of RFC 5545, unfolded; `number` is that of its first line in the file, from 1. */
export interface ContentLine {
  readonly name: string;
  readonly text: string;
  readonly number: number;
}

/** A component with the lines that matter here. Everything else in it is passed over unread. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly parts: readonly Component[];
}

interface OpenComponent extends Component {
  readonly lines: ContentLine[];
  readonly parts: Component[];
}

/** Alarms, to-dos and the rest are never read, nor are notes, places and people: less to go wrong, and nothing to leak. */
const READ: Readonly<Record<string, ReadonlySet<string>>> = {
  VCALENDAR: new Set(['METHOD']),
  VEVENT: new Set(
    'UID SEQUENCE SUMMARY STATUS DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID X-MICROSOFT-CDO-ALLDAYEVENT'.split(
      ' ',
    ),
  ),
  VTIMEZONE: new Set(['TZID', 'X-LIC-LOCATION']),
  STANDARD: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
  DAYLIGHT: new Set(['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO', 'RRULE', 'RDATE']),
};

const LINE_NAME = /^[A-Za-z0-9._-]+(?=[;:])/;
const NONE: ReadonlySet<string> = new Set();

/** The calendars of a file. Fails with a `roster.*` code whose field is the line. */
export function readCalendars(text: string): Result<Component[]> {
  if (text.length > MAX_ROSTER_LENGTH) return fail('roster.too-big', '', { most: MAX_ROSTER_LENGTH / 1_000_000 });
  const calendars: Component[] = [];
  const open: OpenComponent[] = [];
  let events = 0;
  let listedDates = 0;
  for (const { text: line, number } of unfolded(text)) {
    if (line.trim() === '') continue;
    const name = LINE_NAME.exec(line)?.[0].toUpperCase();
    const inner = open.at(-1);
    if (name === undefined || (inner === undefined && name !== 'BEGIN')) {
      return inner === undefined
        ? fail('roster.not-a-calendar', lineField(number))
        : unreadable(number, line.slice(0, 40));
    }
    const value = line.slice(name.length + 1).trim();
    if (name === 'BEGIN') {
      const component: OpenComponent = { name: value.toUpperCase(), line: number, lines: [], parts: [] };
      if (inner === undefined && component.name !== 'VCALENDAR')
        return fail('roster.not-a-calendar', lineField(number));
      if (open.length >= MAX_NESTING) return unreadable(number, 'BEGIN');
      if (component.name === 'VEVENT') events += 1;
      if (events > MAX_EVENTS) return fail('roster.too-many-events', lineField(number), { most: MAX_EVENTS });
      open.push(component);
    } else if (name === 'END') {
      if (inner === undefined || inner.name !== value.toUpperCase()) return unreadable(number, 'END');
      open.pop();
      (open.at(-1)?.parts ?? calendars).push(inner);
    } else if (inner !== undefined && (READ[inner.name] ?? NONE).has(name)) {
      if (line.length > MAX_LINE_LENGTH) return fail('roster.line-too-long', lineField(number), { line: number });
      if (name === 'EXDATE' || name === 'RDATE') listedDates += line.split(',').length;
      if (listedDates > MAX_LISTED_DATES) {
        return fail('roster.too-many-dates', lineField(number), { most: MAX_LISTED_DATES });
      }
      inner.lines.push({ name, text: line, number });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return fail('roster.incomplete', lineField(unclosed.line), { line: unclosed.line });
  return calendars.length === 0 ? fail('roster.not-a-calendar', '') : ok(calendars);
}

export const lineField = (line: number): string => `line ${line}`;

/** `name` is the property of the line, or its beginning. */
export const unreadable = (line: number, name: string): Result<never> =>
  fail('roster.line-unreadable', lineField(line), { line, name });

/** Lines joined with those that continue them (which begin with a space or a tab). */
function* unfolded(text: string): Generator<{ text: string; number: number }> {
  const end = text.includes('\n') ? '\n' : '\r';
  let pieces: string[] = [];
  let first = 1;
  let number = 0;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at <= text.length; ) {
    const next = text.indexOf(end, at);
    const stop = next === -1 ? text.length : next;
    const line = text.slice(at, text[stop - 1] === '\r' && stop > at ? stop - 1 : stop);
    number += 1;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      pieces.push(line.slice(1));
    } else {
      if (pieces.length > 0) yield { text: pieces.join(''), number: first };
      pieces = [line];
      first = number;
    }
    at = stop + 1;
  }
  if (pieces.length > 0) yield { text: pieces.join(''), number: first };
}
