import type { CatalogueApp } from '../types.ts';

type Known = Pick<CatalogueApp, 'id' | 'name' | 'category'> & Partial<CatalogueApp>;

/** One line of the catalogue; what is not said is not known. */
export const entry = (known: Known): CatalogueApp => ({
  patterns: [],
  selfHosted: false,
  routes: ['unknown'],
  confidence: 'low',
  titleRule: null,
  accountPath: null,
  noteKey: null,
  ...known,
});
