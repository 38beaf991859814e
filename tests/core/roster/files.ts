import { readRoster } from '../../../utils/core/roster/read-roster.ts';
import type { Roster, RosterOptions, RosterShift } from '../../../utils/core/roster/types.ts';

export const MADRID: RosterOptions = { zone: 'Europe/Madrid', fromDate: '2026-01-01', untilDate: '2027-01-01' };

/** Joins lines as RFC 5545 wants them. */
export const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;

/** A calendar around some events, each given by its lines. */
export const calendar = (...events: readonly (readonly string[])[]): string => {
  const body = events.map((event) => `BEGIN:VEVENT\r\n${event.join('\r\n')}\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n${body.join('')}END:VCALENDAR\r\n`;
};

export function read(text: string, options: Partial<RosterOptions> = {}): Roster {
  const roster = readRoster(text, { ...MADRID, ...options });
  if (!roster.ok)
    throw new Error(`${roster.problem.code} ${roster.problem.field} ${JSON.stringify(roster.problem.values)}`);
  return roster.value;
}

export function problemOf(text: string, options: Partial<RosterOptions> = {}): object {
  const roster = readRoster(text, { ...MADRID, ...options });
  if (roster.ok) throw new Error(`accepted: ${JSON.stringify(roster.value)}`);
  return roster.problem;
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}${'+'.repeat(Math.floor(minute / 1_440))}`;

/** `2026-01-05 22:00-06:00+ Night`: a plus for each midnight passed. */
export const told = ({ date, span, summary }: RosterShift): string =>
  `${date} ${clock(span.startMinute)}-${clock(span.endMinute)} ${summary}`.trim();

export const shiftsOf = (text: string, options: Partial<RosterOptions> = {}): string[] =>
  read(text, options).shifts.map(told);
