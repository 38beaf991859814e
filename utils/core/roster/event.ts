import { fail, ok, type Result } from '../result.ts';
import { MAX_SUMMARY_LENGTH } from './limits.ts';
import { type Component, lineField, unreadable } from './lines.ts';
import { type Length, lengthOf, type Moment, momentOf } from './moment.ts';
import { type Property, readProperties } from './property.ts';
import { type Rule, readRule } from './rule.ts';

export type Ending =
  | { readonly kind: 'at'; readonly moment: Moment }
  | { readonly kind: 'after'; readonly length: Length };

/** One VEVENT, its values checked but not yet placed in time. */
export interface RosterEvent {
  readonly line: number;
  readonly uid: string | null;
  readonly sequence: number;
  readonly summary: string;
  readonly cancelled: boolean;
  readonly allDay: boolean;
  readonly start: Moment;
  readonly end: Ending | null;
  /** Null among them for a rule that rosters do not use. */
  readonly rules: readonly (Rule | null)[];
  readonly added: readonly { readonly start: Moment; readonly end: Ending | null }[];
  readonly excluded: readonly Moment[];
  /** The occurrence of the series that this event takes the place of. */
  readonly replaces: Moment | null;
  readonly thisAndFuture: boolean;
}

export function readEvent(component: Component): Result<RosterEvent> {
  const read = readProperties(component);
  if (!read.ok) return read;
  const properties = read.value;
  const all = (name: string): Property[] => properties.filter((property) => property.name === name);
  const text = (name: string): string => String(all(name)[0]?.values[0] ?? '').trim();
  const { line } = component;

  const startLine = all('DTSTART')[0];
  if (startLine === undefined) return fail('roster.start-missing', lineField(line), { line });
  const start = momentOf(startLine, startLine.values[0]);
  if (!start.ok) return start;
  const end = endOf(all('DTEND')[0], all('DURATION')[0], start.value);
  if (!end.ok) return end;
  const rules = each(all('RRULE'), (rule) => [readRule(rule, minuteOf(start.value))]);
  if (!rules.ok) return rules;
  const added = each(all('RDATE'), (dates) => dates.values.map((value) => addedOf(dates, value)));
  if (!added.ok) return added;
  const excluded = each(all('EXDATE'), (dates) => dates.values.map((value) => momentOf(dates, value)));
  if (!excluded.ok) return excluded;
  const replacesLine = all('RECURRENCE-ID')[0];
  const replaces = replacesLine === undefined ? ok(null) : momentOf(replacesLine, replacesLine.values[0]);
  if (!replaces.ok) return replaces;

  const sequence = Number(text('SEQUENCE') || 0);
  return ok({
    line,
    uid: text('UID') || null,
    sequence: Number.isFinite(sequence) ? sequence : 0,
    summary: text('SUMMARY').replaceAll(/\s+/gu, ' ').slice(0, MAX_SUMMARY_LENGTH),
    cancelled: text('STATUS').toUpperCase() === 'CANCELLED',
    allDay: start.value.kind === 'date' || text('X-MICROSOFT-CDO-ALLDAYEVENT').toUpperCase() === 'TRUE',
    start: start.value,
    end: end.value,
    // EXRULE was dropped from the standard; a series that has one is not guessed at.
    rules: all('EXRULE').length > 0 ? [...rules.value, null] : rules.value,
    added: added.value,
    excluded: excluded.value,
    replaces: replaces.value,
    thisAndFuture: replacesLine?.params.range?.toUpperCase() === 'THISANDFUTURE',
  });
}

const minuteOf = (moment: Moment): number => (moment.kind === 'date' ? 0 : moment.wall.minute);

/** All results, or the first that failed. */
function each<T>(lines: readonly Property[], read: (line: Property) => Result<T>[]): Result<T[]> {
  const values: T[] = [];
  for (const result of lines.flatMap(read)) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
}

function endOf(at: Property | undefined, after: Property | undefined, start: Moment): Result<Ending | null> {
  if (at !== undefined) {
    const moment = momentOf(at, at.values[0]);
    if (!moment.ok) return moment;
    // A day has no end at some hour, nor an hour one at some day.
    if ((moment.value.kind === 'date') !== (start.kind === 'date')) return unreadable(at.line, at.name);
    return ok({ kind: 'at', moment: moment.value });
  }
  if (after === undefined) return ok(null);
  const length = lengthOf(after, after.values[0]);
  return length.ok ? ok({ kind: 'after', length: length.value }) : length;
}

/** One value of an RDATE: a start, or a period with its own end. */
function addedOf(line: Property, value: unknown): Result<RosterEvent['added'][number]> {
  if (!Array.isArray(value)) {
    const start = momentOf(line, value);
    return start.ok ? ok({ start: start.value, end: null }) : start;
  }
  const [from, until]: unknown[] = value;
  const start = momentOf(line, from);
  if (!start.ok) return start;
  if (typeof until === 'string' && /^[+-]?P/.test(until)) {
    const length = lengthOf(line, until);
    return length.ok ? ok({ start: start.value, end: { kind: 'after', length: length.value } }) : length;
  }
  const end = momentOf(line, until);
  return end.ok ? ok({ start: start.value, end: { kind: 'at', moment: end.value } }) : end;
}
