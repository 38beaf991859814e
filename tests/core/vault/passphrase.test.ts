import { describe, expect, test } from 'vitest';
import { checkPassphrase, generatePassphrase, normalisePassphrase } from '../../../utils/core/vault/passphrase.ts';

/** Addresses and their proquints from the proposal itself (Wilkerson, arXiv 0901.4016). */
const PUBLISHED: readonly (readonly [readonly number[], string])[] = [
  [[127, 0, 0, 1], 'lusab-babad'],
  [[63, 84, 220, 193], 'gutih-tugad'],
  [[63, 118, 7, 35], 'gutuk-bisog'],
  [[140, 98, 193, 141], 'mudof-sakat'],
  [[64, 255, 6, 200], 'haguz-biram'],
  [[128, 30, 52, 45], 'mabiv-gibot'],
  [[147, 67, 119, 2], 'natag-lisaf'],
  [[212, 58, 253, 68], 'tibup-zujah'],
  [[216, 35, 68, 215], 'tobog-higil'],
  [[12, 110, 110, 204], 'budov-kuras'],
];

describe('a generated passphrase', () => {
  test.each(PUBLISHED)('writes %j as %s', (bytes, words) => {
    expect(generatePassphrase(new Uint8Array([...bytes, ...bytes, 0, 0]))).toBe(`${words}-${words}-babab`);
  });

  test('takes all its bytes and no others', () => {
    expect(generatePassphrase(new Uint8Array(10).fill(255))).toBe('zuzuz-zuzuz-zuzuz-zuzuz-zuzuz');
    for (const count of [0, 9, 11]) expect(() => generatePassphrase(new Uint8Array(count))).toThrow(RangeError);
  });

  test('is good enough by the rule for those of the person’s own', () => {
    const made = generatePassphrase(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(checkPassphrase(made)).toEqual({ ok: true, value: made });
  });
});

test.each([
  ['lusab babad gutih', 'lusab-babad-gutih'],
  ['  LUSAB  Babad\tgutih\n', 'lusab-babad-gutih'],
  ['lusab – babad—gutih', 'lusab-babad-gutih'],
  // Capitals count in what the person chose.
  ['My  Dog Eats  Maps', 'My-Dog-Eats-Maps'],
  ['ＦＵＬＬ width, 1０ letters', 'FULL-width,-10-letters'],
  ['cafe\u0301 con leche', 'caf\u00e9-con-leche'],
])('%j is one with %j', (typed, form) => {
  expect(normalisePassphrase(typed)).toBe(form);
  expect(normalisePassphrase(form)).toBe(form);
});

test.each([
  ['', 'vault.short', 14],
  ['thirteen char', 'vault.short', 14],
  // White space counts once.
  ['a b              c d e f g', 'vault.short', 14],
  ['abcdeabcdeabcdeabcde', 'vault.same-characters', 6],
])('%j is refused: %s', (text, code, count) => {
  expect(checkPassphrase(text)).toEqual({ ok: false, problem: { code, field: 'passphrase', values: { count } } });
});

test('characters are counted, not code units', () => {
  expect(checkPassphrase('🐕🐈🐎🐄🐖🐏🐑')).toMatchObject({ problem: { code: 'vault.short' } });
  expect(checkPassphrase('fourteen chars')).toEqual({ ok: true, value: 'fourteen-chars' });
});
