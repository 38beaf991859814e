import { describe, expect, it } from 'vitest';
import english from '../../../public/text/en.json' with { type: 'json' };
import spanish from '../../../public/text/es.json' with { type: 'json' };
import { nearestLanguage } from '../../../utils/core/text/language.ts';
import { makeText } from '../../../utils/core/text/text.ts';

const t = makeText(english, 'en');

describe('makeText', () => {
  it('fills placeholders, and leaves those that it has no value for', () => {
    expect(t('state.off-until', { moment: 'Monday 09:00' })).toBe('You are off until Monday 09:00');
    expect(t('state.off-until')).toBe('You are off until {moment}');
  });

  it('does not read values into values', () => {
    expect(t('apps.add-one', { app: '{app} $& {count}' })).toBe('Add {app} $& {count}');
  });

  it('chooses the plural form of the language', () => {
    expect(t('digest.title', { count: 1 })).toBe('1 notification waited for you');
    expect(t('digest.title', { count: 0 })).toBe('0 notifications waited for you');
  });

  it('falls back to “other” where a language has forms of its own', () => {
    expect(new Intl.PluralRules('es').select(1_000_000)).toBe('many');
    expect(makeText(spanish, 'es')('digest.title', { count: 1_000_000 })).toBe('1.000.000 notificaciones te esperaron');
  });

  it('writes numbers as the language does', () => {
    expect(t('log.progress', { done: 1_000, total: 100_000 })).toBe('1,000 of 100,000 lines');
    expect(makeText({ 'log.progress': '{done}' }, 'pt-BR')('log.progress', { done: 1_000 })).toBe('1.000');
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString'])('has no sentence for “%s”', (key) => {
    expect(t.lookUp(key)).toBeNull();
  });
});

describe('problems', () => {
  it('speak by their code', () => {
    const problem = { code: 'hours.overlap', field: 'x', values: { first: '08:00–12:00', second: '11:00–15:00' } };
    expect(t.problem(problem)).toBe('08:00–12:00 and 11:00–15:00 overlap: change one of them.');
  });

  it('without a sentence name their field', () => {
    expect(t.problem({ code: 'new.one', field: 'apps[3]' })).toContain('apps[3]');
  });

  it('quote a hostile file harmlessly and briefly', () => {
    const sentence = t.problem({
      code: 'hours.zone-unknown',
      field: 'zone',
      values: { zone: `\u202E${'x'.repeat(500)}` },
    });
    expect(sentence).toContain('⟦U+202E⟧');
    expect(sentence.length).toBeLessThan(200);
  });
});

describe('nearestLanguage', () => {
  it.each([
    ['en-GB', 'en'],
    ['es-MX', 'es'],
    ['pt-BR', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['de', 'en'],
    ['', 'en'],
  ])('%s → %s', (tag, language) => {
    expect(nearestLanguage(tag)).toBe(language);
  });
});
