import { expect, it } from 'vitest';
import { catalogues } from '../../../scripts/catalogues.ts';
import { dictionaryOf, sheetOf } from '../../../utils/core/text/sheet.ts';

it('gives back every catalogue as it was, whatever the order of its keys', () => {
  const texts = catalogues();
  const { keys, sentences } = sheetOf(Object.keys(texts.en), texts);
  for (const [language, dictionary] of Object.entries(texts))
    expect(dictionaryOf(keys, sentences[language] ?? [])).toEqual(dictionary);
});

it('does not hide that a sentence is missing', () => {
  expect(() => sheetOf(['name', 'cancel'], { es: { name: 'Nombre' } })).toThrow('the catalogue of es lacks "cancel"');
});
