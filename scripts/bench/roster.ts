import { readRoster } from '../../utils/core/roster/read-roster.ts';
import { shiftsOfRoster } from '../../utils/core/roster/shifts-of-roster.ts';
import { median, ms, type Row } from './row.ts';

const SHIFTS = 2_000;

/** Five and a half years, one night shift a day, with all that Outlook writes around it. */
function outlook(): string {
  const stamp = (day: number, hour: number): string =>
    `${new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString().slice(0, 13).replaceAll('-', '')}0000`;
  const events = Array.from({ length: SHIFTS }, (_, day) => [
    'BEGIN:VEVENT',
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
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

/** How fast a roster is read, in this process, which has the engine of Chromium. */
export function roster(): Row[] {
  const text = outlook();
  const times = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    const read = readRoster(text, { zone: 'Europe/Madrid', fromDate: '2026-01-01', untilDate: '2032-01-01' });
    const shifts = read.ok ? shiftsOfRoster(read.value.shifts) : read;
    const took = performance.now() - startedAt;
    const found = shifts.ok ? shifts.value.shifts.length : 0;
    if (found !== SHIFTS) throw new Error(`The roster has ${found} shifts, not ${SHIFTS}.`);
    return took;
  });
  const value = median(times);
  return [
    {
      what: 'a roster of 2 000 shifts read (median)',
      ours: ms(value),
      reference: '',
      value,
      budget: 1_000,
      unit: 'ms',
    },
  ];
}
