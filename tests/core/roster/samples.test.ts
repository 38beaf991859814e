import { describe, expect, it } from 'vitest';
import { read, shiftsOf } from './files.ts';
import { APPLE, GOOGLE, OUTLOOK, ROSTER_TOOL } from './samples.ts';

describe('a file of Outlook', () => {
  it('gives the working week without the excluded days, to its end, with the swapped shift in its place', () => {
    expect(shiftsOf(OUTLOOK)).toEqual([
      '2026-01-05 09:00-17:00 Turno de mañana',
      '2026-01-07 09:00-17:00 Turno de mañana',
      '2026-01-09 09:00-17:00 Turno de mañana',
      '2026-01-12 09:00-17:00 Turno de mañana',
      '2026-01-13 09:00-17:00 Turno de mañana',
      '2026-01-14 14:00-22:00 Turno de tarde',
      '2026-01-15 09:00-17:00 Turno de mañana',
      '2026-01-16 09:00-17:00 Turno de mañana',
    ]);
  });

  it('asks about the holidays and takes no shift from them', () => {
    const { questions, skipped } = read(OUTLOOK);
    expect(questions).toEqual([
      { kind: 'all-day', from: '2026-01-19', until: '2026-01-24', summary: 'Vacaciones', line: 52 },
    ]);
    expect(skipped).toEqual([]);
  });
});

describe('a file of Google Calendar', () => {
  it('gives a night over midnight, a moved shift, and leaves out the cancelled one', () => {
    expect(shiftsOf(GOOGLE, { zone: 'America/Sao_Paulo' })).toEqual([
      '2026-03-02 19:00-07:00+ Plantão noturno',
      '2026-03-04 08:00-14:00 Manhã',
      '2026-03-07 10:00-16:00 Manhã (trocada)',
      '2026-03-13 08:00-14:00 Manhã',
    ]);
    expect(read(GOOGLE).skipped).toEqual([{ reason: 'cancelled', summary: 'Manhã', line: 43, date: '2026-03-11' }]);
  });

  it('is told on the clock of the employment', () => {
    expect(shiftsOf(GOOGLE, { zone: 'Europe/Lisbon' })[0]).toBe('2026-03-02 22:00-10:00+ Plantão noturno');
  });
});

describe('a file of Apple', () => {
  it('unfolds names, and eight hours stay eight hours in the night in which Chile sets its clocks back', () => {
    const name = 'Noche en la sala de urgencia del hospital regional, piso 3';
    expect(shiftsOf(APPLE, { zone: 'America/Santiago' })).toEqual([
      `2026-04-02 22:00-06:00+ ${name}`,
      `2026-04-04 22:00-05:00+ ${name}`,
      `2026-04-06 22:00-06:00+ ${name}`,
    ]);
  });
});

describe('a file of a roster tool', () => {
  it('is read in lower case, with one UID for all, and asks for the zone', () => {
    const { questions } = read(ROSTER_TOOL, { zone: 'Europe/Berlin' });
    expect(shiftsOf(ROSTER_TOOL)).toEqual(['2026-06-01 06:00-14:00 F', '2026-06-02 22:00-06:00+ N']);
    expect(questions).toEqual([
      { kind: 'floating', events: 2, assumed: 'Europe/Berlin' },
      { kind: 'all-day', from: '2026-06-04', until: '2026-06-05', summary: 'Frei', line: 17 },
    ]);
  });

  it('follows the answer', () => {
    const options = { zone: 'Europe/Berlin', floatingZone: 'Europe/London' };
    expect(shiftsOf(ROSTER_TOOL, options)).toEqual(['2026-06-01 07:00-15:00 F', '2026-06-02 23:00-07:00+ N']);
    expect(read(ROSTER_TOOL, options).questions.map(({ kind }) => kind)).toEqual(['all-day']);
  });
});
