import { describe, expect, test } from 'vitest';
import { explain } from '../../../utils/core/hours/explain.ts';
import type { Employment, Verdict, VerdictReason } from '../../../utils/core/hours/types.ts';
import { verdictAt } from '../../../utils/core/hours/verdict.ts';
import { LANGUAGES, type Language } from '../../../utils/core/settings/types.ts';
import { makeText } from '../../../utils/core/text/text.ts';
import { read } from '../../repo/files.ts';
import { employment, OFFICE, override, span, weekly } from './sample.ts';
import { written } from './written.ts';

const textIn = (language: Language) => makeText(JSON.parse(read(`public/text/${language}.json`)), language);

const sentence = (job: Employment, at: string, deviceZone = job.zone, language: Language = 'en') => {
  const instant = Date.parse(at);
  return explain(textIn(language), { employment: job, verdict: verdictAt(job, instant), at: instant, deviceZone });
};

const always = employment({
  hours: [{ validFrom: '2026-01-01', pattern: weekly(...Array(7).fill([span(0, 1_440)])) }],
});
const ended = employment({ hours: [{ validFrom: '2026-01-01', validUntil: '2026-11-28', pattern: OFFICE }] });
const partTime = employment({ hours: [{ validFrom: '2026-01-01', pattern: weekly([span(540, 1_020)]) }] });
const onCallForEver = {
  ...partTime,
  windows: [{ kind: 'on-call', validFrom: '2026-01-01', pattern: weekly([], [span(0, 60)]) }],
} as const;

describe('in English', () => {
  test.each<[string, string, Employment]>([
    ['2026-11-24T12:00-05:00', 'Tuesday 12:00 is within your contracted hours, until Tuesday 17:00.', employment()],
    ['2026-11-24T12:00-05:00', 'Tuesday 12:00 is within your contracted hours; no end is known.', always],
    [
      '2026-11-28T14:00-05:00',
      'Saturday 14:00 is your weekly rest; your next shift starts Monday 09:00.',
      employment(),
    ],
    [
      '2026-11-24T20:00-05:00',
      'Tuesday 20:00 is outside your hours; your next shift starts Wednesday 09:00.',
      employment(),
    ],
    ['2026-11-27T20:00-05:00', 'Friday 20:00 is outside your hours; no next shift is known.', ended],
    ['2026-11-28T14:00-05:00', 'Saturday 14:00 has no contracted hours in force; no next shift is known.', ended],
    [
      '2025-12-30T14:00-05:00',
      'Tuesday 14:00 has no contracted hours in force; your next shift starts Thursday 00:00.',
      always,
    ],
    ['2026-11-24T14:00-05:00', 'Tuesday 14:00 is part of a day off; your next shift starts Monday 09:00.', partTime],
    [
      '2026-11-23T20:00-05:00',
      'Monday 20:00 is outside your hours; your on-call duty starts Tuesday 00:00.',
      onCallForEver,
    ],
    [
      '2026-11-25T12:00-03:00',
      'Wednesday 12:00 is part of a day off; your next shift starts Thursday 09:00.',
      written('shifts-montevideo'),
    ],
    [
      '2026-11-26T18:00-03:00',
      'Thursday 18:00 is within your shift, until Thursday 19:00.',
      written('shifts-montevideo'),
    ],
    [
      '2026-12-08T11:00-05:00',
      'Tuesday 11:00 is part of a public holiday; your next shift starts Wednesday 09:00.',
      written('holiday-bogota'),
    ],
    [
      '2026-11-25T06:00+01:00',
      'Wednesday 06:00 is part of your leave; your next shift starts Friday 22:00.',
      written('leave-madrid'),
    ],
    [
      '2026-11-24T16:30-03:00',
      'Tuesday 16:30 is time that you set aside; you work again from Tuesday 17:00.',
      written('care-santiago'),
    ],
    ['2026-11-23T18:00-03:00', 'Monday 18:00 is agreed overtime, until Monday 19:00.', written('care-santiago')],
    [
      '2026-11-24T13:10-06:00',
      'Tuesday 13:10 is your break; you work again from Tuesday 13:30.',
      written('lunch-mexico'),
    ],
    ['2026-11-28T12:00-05:00', 'Saturday 12:00 is on-call time, until Sunday 10:00.', written('on-call-lima')],
    [
      '2026-11-24T18:30-05:00',
      'Tuesday 18:30 is working time by your own word, until Tuesday 19:00.',
      written('overridden-bogota'),
    ],
    [
      '2026-11-24T19:10-05:00',
      'Tuesday 19:10 is time off by your own word; you work again from Tuesday 19:30.',
      written('overridden-bogota'),
    ],
    [
      '2026-01-10T12:00-03:00',
      'Saturday 12:00 is part of a day off; your next shift starts Tuesday, December 15, 10:00.',
      written('ski-mendoza'),
    ],
    [
      '2026-11-24T03:00-03:00',
      'Tuesday 03:00 is part of your rest of 12 hours; you have no fixed hours and can be reached again from Tuesday 11:30.',
      written('no-fixed-hours-santiago'),
    ],
    [
      '2026-11-28T12:00-03:00',
      'Saturday 12:00 is your weekly rest; you have no fixed hours and can be reached again from Monday 09:00.',
      written('no-fixed-hours-santiago'),
    ],
    [
      '2026-11-24T15:00-03:00',
      'Tuesday 15:00 is time in which you can be reached, until Tuesday 21:00.',
      written('no-fixed-hours-santiago'),
    ],
    [
      '2026-11-23T20:00+01:00',
      'Monday 20:00 is outside your hours; your next shift starts Tuesday 07:30.',
      written('flexible-madrid'),
    ],
    [
      '2026-11-28T12:00+01:00',
      'Saturday 12:00 is your weekly rest; you usually begin Monday 09:00.',
      written('flexible-madrid'),
    ],
    [
      '2026-11-23T16:00+01:00',
      'Monday 16:00 is within your flexible hours, until Monday 17:00.',
      written('flexible-madrid'),
    ],
    [
      '2026-11-23T12:00+01:00',
      'Monday 12:00 is within your contracted hours, until Monday 17:00.',
      written('flexible-madrid'),
    ],
  ])('%s: %s', (at, expected, job) => {
    expect(sentence(job, at)).toBe(expected);
  });
});

describe('the zone', () => {
  test('is named where the device shows another time', () => {
    expect(sentence(employment(), '2026-11-28T14:00-05:00', 'Europe/Madrid')).toBe(
      'Saturday 14:00 is your weekly rest; your next shift starts Monday 09:00. (Times in America/Bogota.)',
    );
  });

  test('is not named where the device shows the same', () => {
    expect(sentence(employment(), '2026-11-28T14:00-05:00', 'America/Lima')).not.toContain('(');
  });

  test('is named also where the two part only by the next shift', () => {
    // Clocks go back in New York on 1 November, not in Bogotá.
    expect(sentence(employment(), '2026-10-31T14:00-05:00', 'America/New_York')).toContain('America/Bogota');
    expect(sentence(partTime, '2026-10-31T23:00-05:00', 'America/Chicago')).toContain('America/Bogota');
  });

  test('is the one that the hours followed then', () => {
    expect(sentence(written('moving'), '2026-11-23T18:00-05:00', 'America/Bogota')).toMatch(/^Monday 18:00 /u);
    expect(sentence(written('moving'), '2026-11-24T12:00-05:00', 'Europe/Madrid')).toMatch(/^Tuesday 18:00 [^(]*$/u);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const REASONS: readonly [VerdictReason, Verdict['kind']][] = [
    ['within-hours', 'working'],
    ['shift', 'working'],
    ['overtime', 'working'],
    ['working-now', 'working'],
    ['on-call', 'on-call'],
    ['outside-hours', 'off'],
    ['day-off', 'off'],
    ['no-hours', 'off'],
    ['off-now', 'off'],
    ['leave', 'off'],
    ['holiday', 'off'],
    ['care', 'off'],
    ['break', 'off'],
    ['flexible', 'working'],
    ['reachable', 'working'],
  ];

  test.each(REASONS)('%s is a whole sentence, with an end and without', (reason, kind) => {
    const at = Date.parse('2026-11-28T14:00-05:00');
    const said = [employment(), ended].map((job) => {
      const until = job === ended ? null : verdictAt(job, at).until;
      const verdict: Verdict = { kind, reason, layer: 'contract', rule: 'none', until };
      return explain(textIn(language), { employment: job, verdict, at, deviceZone: 'Asia/Tokyo' });
    });
    for (const one of said) {
      expect(one).toMatch(/^\p{Lu}[^{}]*14:00[^{}]*\.(?: \([^()]*America\/Bogota\.\))$/u);
      expect(one).not.toContain('explain.');
    }
    expect(said[0]).toContain('09:00');
    expect(said[1]).not.toContain('09:00');
  });

  test('says each reason in its own words', () => {
    const t = textIn(language);
    expect(new Set(REASONS.map(([reason]) => t(`explain.${reason}`))).size).toBe(REASONS.length);
  });
});

test('in Spanish and Portuguese', () => {
  const at = '2026-11-28T14:00-05:00';
  expect(sentence(employment(), at, 'America/Bogota', 'es')).toBe(
    'El sábado a las 14:00 es tu descanso semanal; tu próximo turno empieza el lunes a las 09:00.',
  );
  expect(sentence(employment(), at, 'America/Bogota', 'pt-BR')).toBe(
    'Sábado às 14:00 é seu descanso semanal; seu próximo turno começa segunda-feira às 09:00.',
  );
});

test.each([
  [
    'en',
    'Tuesday 03:00 is part of your rest of 8.5 hours; you have no fixed hours and can be reached again from Tuesday 05:30.',
  ],
  [
    'es',
    'El martes a las 03:00 es parte de tu descanso de 8,5 horas; no tienes horario fijo y se te puede contactar de nuevo desde el martes a las 05:30.',
  ],
  [
    'pt-BR',
    'Terça-feira às 03:00 faz parte do seu descanso de 8,5 horas; você não tem horário fixo e podem contatar você de novo a partir de terça-feira às 05:30.',
  ],
] as const)('the rest of the season that holds, in %s', (language, expected) => {
  const pattern = { kind: 'block', blockMinutes: 510, usualEndMinute: 1_260, daysOff: [] } as const;
  const job = employment({
    hours: [{ validFrom: '2026-01-01', pattern: OFFICE, seasons: [{ from: '11-01', until: '12-01', pattern }] }],
  });
  expect(sentence(job, '2026-11-24T03:00-05:00', 'America/Bogota', language)).toBe(expected);
});

test('a word of one’s own without an end in sight', () => {
  const word = override('off-now', '2026-11-27T10:00-05:00', '2026-11-27T18:00-05:00');
  expect(sentence({ ...ended, exceptions: [word] }, '2026-11-27T16:00-05:00')).toBe(
    'Friday 16:00 is time off by your own word; no next shift is known.',
  );
});
