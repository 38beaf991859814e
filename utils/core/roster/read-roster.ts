import { fail, ok, type Result } from '../result.ts';
import { daysBetween } from '../time/calendar.ts';
import { isLocalDate } from '../time/dates.ts';
import { type LocalDate, MINUTES_PER_DAY } from '../time/instant.ts';
import { localParts } from '../time/zones.ts';
import { checkZones, clocksOf } from './clocks.ts';
import { type RosterEvent, readEvent } from './event.ts';
import { MAX_OCCURRENCES, MAX_RANGE_DAYS } from './limits.ts';
import { type Component, readCalendars } from './lines.ts';
import { questionsOf } from './questions.ts';
import { type Spend, stepCounter } from './recurrence.ts';
import { Refusal } from './refusal.ts';
import { type Placed, placeEvents } from './series.ts';
import type { Occurrence } from './timed.ts';
import type { Roster, RosterOptions, RosterShift, SkippedEvent } from './types.ts';

/**
 * The shifts of an iCalendar file (RFC 5545) that begin in `[fromDate, untilDate)`, on the wall clock of the employment.
 * Nothing is left out in silence: what is no shift stands under `questions` or `skipped`. Fails with a `roster.*` code whose
 * field is the line (`line 12`); a file with one line that cannot be read is refused whole.
 */
export function readRoster(text: string, options: RosterOptions): Result<Roster> {
  const checked = checkOptions(options);
  if (!checked.ok) return checked;
  const calendars = readCalendars(text);
  if (!calendars.ok) return calendars;
  const spend = stepCounter();
  try {
    const all: Placed = { timed: [], days: [], skipped: [] };
    for (const calendar of calendars.value) {
      const placed = placeCalendar(calendar, options, spend);
      if (!placed.ok) return placed;
      for (const item of placed.value.timed) all.timed.push(item);
      for (const item of placed.value.days) all.days.push(item);
      for (const item of placed.value.skipped) all.skipped.push(item);
    }
    return finish(all, options);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function checkOptions(options: RosterOptions): Result<true> {
  const { fromDate, untilDate } = options;
  for (const date of [fromDate, untilDate]) {
    if (!isLocalDate(date)) return fail('hours.date-invalid', 'fromDate', { date });
  }
  const days = daysBetween(fromDate, untilDate);
  if (days < 1 || days > MAX_RANGE_DAYS) return fail('roster.range', 'untilDate', { years: MAX_RANGE_DAYS / 366 });
  return checkZones(options);
}

function placeCalendar(calendar: Component, options: RosterOptions, spend: Spend): Result<Placed> {
  const clockOf = clocksOf(calendar, options, spend);
  if (!clockOf.ok) return clockOf;
  const events: RosterEvent[] = [];
  // A calendar may call off everything in it.
  const allCancelled = calendar.lines.some(({ text }) => /^METHOD:\s*CANCEL\s*$/i.test(text));
  for (const part of calendar.parts) {
    if (part.name !== 'VEVENT') continue;
    const event = readEvent(part);
    if (!event.ok) return event;
    events.push(allCancelled ? { ...event.value, cancelled: true } : event.value);
  }
  return ok(placeEvents(events, options, clockOf.value, spend));
}

function finish({ timed, days, skipped }: Placed, options: RosterOptions): Result<Roster> {
  const { fromDate, untilDate } = options;
  const shifts: RosterShift[] = [];
  const doubtful: Occurrence[] = [];
  const left: SkippedEvent[] = skipped.filter(({ date, reason }) => reason === 'rule' || inRange(date));
  for (const occurrence of timed) {
    const shift = shiftOf(occurrence, options.zone);
    if (!inRange(shift.date)) continue;
    if ('reason' in shift) {
      left.push(shift);
    } else {
      shifts.push(shift);
      if (occurrence.doubt !== null) doubtful.push(occurrence);
    }
    if (shifts.length + days.length > MAX_OCCURRENCES) {
      return fail('roster.too-many-shifts', '', { most: MAX_OCCURRENCES });
    }
  }
  if (days.length > MAX_OCCURRENCES) return fail('roster.too-many-shifts', '', { most: MAX_OCCURRENCES });
  shifts.sort((a, b) => compare(a.date, b.date) || a.span.startMinute - b.span.startMinute || a.line - b.line);
  left.sort((a, b) => a.line - b.line);
  return ok({ shifts, questions: questionsOf(doubtful, days, options), skipped: left });

  function inRange(date: LocalDate | null): boolean {
    return date === null || (date >= fromDate && date < untilDate);
  }
}

/** Broken minutes count as worked. */
function shiftOf({ event, start, end }: Occurrence, zone: string): RosterShift | (SkippedEvent & { date: LocalDate }) {
  const { summary, line } = event;
  const from = localParts(start, zone);
  const { date } = from;
  if (end === null || end === start) return { reason: 'no-length', summary, line, date };
  const until = localParts(end, zone);
  const startMinute = Math.floor(from.minute);
  const endMinute = daysBetween(date, until.date) * MINUTES_PER_DAY + Math.ceil(until.minute);
  if (endMinute <= startMinute) return { reason: 'clock-change', summary, line, date };
  if (endMinute - startMinute > MINUTES_PER_DAY) return { reason: 'too-long', summary, line, date };
  return { date, span: { startMinute, endMinute }, summary, line };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
