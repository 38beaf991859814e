import { describe, expect, it } from 'vitest';
import { overrideUntil, suggestedClock } from '../../components/popup/override-until.ts';
import { at, NOW, ZONE } from './samples.ts';

describe('overrideUntil', () => {
  it('takes a clock time ahead as today', () => {
    expect(overrideUntil('until', '21:30', NOW, ZONE)).toBe(at('2026-11-26', '21:30'));
  });

  it('takes a clock time that is past as tomorrow', () => {
    expect(overrideUntil('until', '7:05', NOW, ZONE)).toBe(at('2026-11-27', '07:05'));
    expect(overrideUntil('until', '20:14', NOW, ZONE)).toBe(at('2026-11-27', '20:14'));
  });

  it('takes 24:00 as the coming midnight', () => {
    expect(overrideUntil('until', '24:00', NOW, ZONE)).toBe(at('2026-11-27', '00:00'));
  });

  it.each(['', '9', '25:00', '10:60', 'noon'])('refuses “%s”', (clock) => {
    expect(overrideUntil('until', clock, NOW, ZONE)).toBeNull();
  });

  it('keeps the wall clock over a change of it', () => {
    const evening = Date.parse('2026-10-24T20:00:00Z');
    expect(overrideUntil('until', '08:00', evening, 'Europe/Madrid')).toBe(Date.parse('2026-10-25T07:00:00Z'));
  });
});

describe('suggestedClock', () => {
  it('is the next full hour that is at least an hour away', () => {
    expect(suggestedClock(NOW, ZONE)).toBe('22:00');
    expect(suggestedClock(at('2026-11-26', '20:00'), ZONE)).toBe('21:00');
  });

  it('wraps over midnight', () => {
    expect(suggestedClock(at('2026-11-26', '23:30'), ZONE)).toBe('01:00');
  });
});
