import { ok, type Result } from '../result.ts';
import { addDays } from '../time/calendar.ts';
import { type Instant, type LocalDate, SECOND_MS } from '../time/instant.ts';
import { type Component, unreadable } from './lines.ts';
import { momentOf, type Wall, wallMs } from './moment.ts';
import { type Property, readProperties } from './property.ts';
import { daysOfRule, type Spend } from './recurrence.ts';
import { type Rule, readRule } from './rule.ts';

/** The instant of a wall-clock time in some zone, by Temporal's rule "compatible" (see `core/time/zones.ts`). */
export type Clock = (wall: Wall) => Instant;

/** From a wall-clock time (by the offset before it) clocks run with another offset. Offsets in ms ahead of UTC. */
interface Onset {
  readonly wall: number;
  readonly from: number;
  readonly to: number;
}

const OFFSET = /^([+-])(\d{2})(\d{2})(\d{2})?$/;

/** Outlook lets its zones begin in 1601. */
const EARLIEST_YEAR = 1970;

/** Whoever asks for a day of the roster wants to know the offset that began in the year before. */
const DAYS_BEFORE = 800;

/** The clock that a VTIMEZONE defines, right in `[first, last]`; null when it defines none that can be used. */
export function customClock(zone: Component, first: LocalDate, last: LocalDate, spend: Spend): Result<Clock | null> {
  const onsets: Onset[] = [];
  for (const part of zone.parts) {
    if (part.name !== 'STANDARD' && part.name !== 'DAYLIGHT') continue;
    const found = onsetsOf(part, addDays(first, -DAYS_BEFORE), last, spend);
    if (!found.ok) return found;
    if (found.value === null) return ok(null);
    onsets.push(...found.value);
  }
  onsets.sort((a, b) => a.wall - a.from - (b.wall - b.from));
  return ok(onsets.length === 0 ? null : (wall) => instantOf(wallMs(wall), onsets));
}

function instantOf(wall: number, onsets: readonly Onset[]): Instant {
  const last = onsets.findLast((onset) => onset.wall <= wall);
  if (last === undefined) return wall - (onsets[0]?.from ?? 0);
  // A time that the clock jumps over is told by the clock before the jump.
  return wall < last.wall + last.to - last.from ? wall - last.from : wall - last.to;
}

/** Null for a rule that cannot be expanded. */
function onsetsOf(part: Component, first: LocalDate, last: LocalDate, spend: Spend): Result<Onset[] | null> {
  const read = readProperties(part);
  if (!read.ok) return read;
  const properties = read.value;
  const named = (name: string): Property | undefined => properties.find((property) => property.name === name);
  const startLine = named('DTSTART');
  const from = offsetOf(named('TZOFFSETFROM'));
  const to = offsetOf(named('TZOFFSETTO'));
  if (startLine === undefined || from === null || to === null) return unreadable(part.line, part.name);
  const start = momentOf(startLine, notTooEarly(startLine.values[0]));
  if (!start.ok) return start;
  if (start.value.kind === 'date') return unreadable(startLine.line, startLine.name);
  const { wall } = start.value;
  const dates = new Set([wall.date]);
  for (const line of properties) {
    if (line.name === 'RRULE') {
      const rule = readRule(line, wall.minute);
      if (!rule.ok) return rule;
      if (rule.value === null) return ok(null);
      for (const date of daysOfRule(rule.value, wall.date, first, last, spend)) {
        if (wallMs({ ...wall, date }) - from <= endOf(rule.value, from)) dates.add(date);
      }
    } else if (line.name === 'RDATE') {
      for (const value of line.values) {
        const moment = momentOf(line, value);
        if (!moment.ok) return moment;
        dates.add(moment.value.kind === 'date' ? moment.value.date : moment.value.wall.date);
      }
    }
  }
  return ok([...dates].map((date) => ({ wall: wallMs({ ...wall, date }), from, to })));
}

/** The last instant at which a rule of a zone still begins. */
function endOf({ until }: Rule, from: number): Instant {
  if (until === null) return Number.POSITIVE_INFINITY;
  if (until.kind === 'utc') return until.at;
  return wallMs(until.kind === 'wall' ? until.wall : { date: addDays(until.date, 1), minute: 0 }) - from;
}

function offsetOf(property: Property | undefined): number | null {
  const parts = OFFSET.exec(String(property?.values[0]));
  if (parts === null) return null;
  const seconds = Number(parts[2]) * 3_600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -seconds : seconds) * SECOND_MS;
}

function notTooEarly(value: unknown): unknown {
  if (typeof value !== 'string' || Number(value.slice(0, 4)) >= EARLIEST_YEAR) return value;
  return `${EARLIEST_YEAR}${value.slice(4)}`;
}
