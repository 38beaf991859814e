import { expect, it } from 'vitest';
import { readRoster } from '../../../utils/core/roster/read-roster.ts';
import { shiftsOfRoster } from '../../../utils/core/roster/shifts-of-roster.ts';
import { calendar, MADRID } from './files.ts';

const stamp = (day: number, hour: number): string =>
  `${new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString().slice(0, 13).replaceAll('-', '')}0000`;

/** Five and a half years, one shift a day, with all that Outlook writes around it. */
const ROSTER = calendar(
  ...Array.from({ length: 2_000 }, (_, day) => [
    'CLASS:PUBLIC',
    `UID:040000008200E00074C5B7101A82E008${day}`,
    `DTSTART;TZID="Romance Standard Time":${stamp(day, 22)}`,
    `DTEND;TZID="Romance Standard Time":${stamp(day + 1, 6)}`,
    `SUMMARY;LANGUAGE=es:Turno ${day}`,
    `DESCRIPTION:${'Una nota larga sobre el turno. '.repeat(20)}`,
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'ACTION:DISPLAY',
    'END:VALARM',
  ]),
);

it('2 000 shifts are read within a second', () => {
  const options = { ...MADRID, untilDate: '2032-01-01' };
  readRoster(ROSTER, options);
  const before = performance.now();
  const roster = readRoster(ROSTER, options);
  const shifts = roster.ok ? shiftsOfRoster(roster.value.shifts) : roster;
  const took = performance.now() - before;
  expect(shifts.ok && shifts.value.shifts.length).toBe(2_000);
  expect(took).toBeLessThan(1_000);
});
