import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../utils/core/settings/types.ts';
import { clockTime, momentAhead, weekdayName } from '../../../utils/core/text/dates.ts';
import { makeText } from '../../../utils/core/text/text.ts';
import { instantOf } from '../../../utils/core/time/zones.ts';
import { read } from '../../repo/files.ts';

const ZONE = 'America/Sao_Paulo';
const NOW = instantOf('2026-11-26', 20 * 60, ZONE);
const text = (language: Language) => makeText(JSON.parse(read(`public/text/${language}.json`)), language);
const off = (language: Language, date: string, minute: number) => {
  const t = text(language);
  return t('state.off-until', { moment: momentAhead(t, instantOf(date, minute, ZONE), NOW, ZONE) });
};

describe('momentAhead', () => {
  it.each([
    ['en', '2026-11-26', 'You are off until 22:30'],
    ['en', '2026-11-27', 'You are off until tomorrow 22:30'],
    ['en', '2026-12-02', 'You are off until Wednesday 22:30'],
    ['en', '2026-12-03', 'You are off until Thursday, December 3, 22:30'],
    ['es', '2026-11-26', 'Estás fuera de horario hasta las 22:30'],
    ['es', '2026-11-30', 'Estás fuera de horario hasta el lunes a las 22:30'],
    ['pt-BR', '2026-11-27', 'Você está fora do expediente até amanhã às 22:30'],
    ['pt-BR', '2026-11-30', 'Você está fora do expediente até segunda-feira às 22:30'],
  ] as const)('%s, %s: %s', (language, date, sentence) => {
    expect(off(language, date, 22 * 60 + 30)).toBe(sentence);
  });

  it('counts days on the calendar of the zone, not in hours', () => {
    expect(off('en', '2026-11-27', 5)).toBe('You are off until tomorrow 00:05');
  });
});

describe('names', () => {
  it('are in order from Monday, without trailing dots', () => {
    expect(weekdayName('en', 1)).toBe('Monday');
    expect(weekdayName('pt-BR', 7, 'short')).toBe('dom');
  });

  it.each(LANGUAGES)('%s: times have 24 hours and two digits', (language) => {
    expect(clockTime(language, instantOf('2026-11-26', 9 * 60, ZONE), ZONE)).toBe('09:00');
    expect(clockTime(language, instantOf('2026-11-26', 0, ZONE), ZONE)).toBe('00:00');
  });
});
