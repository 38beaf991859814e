import type { Language } from '../settings/types.ts';
import { sheetOf } from '../text/sheet.ts';
import type { Dictionary } from '../text/text.ts';

/** Where the sentences of VERIFY.html lie within it. */
export const TEXTS_ID = 'texts';

/** Sentences that the page can say, by how their keys begin. */
const SAID =
  /^(?:name|cancel|verify\..*|seal\.(?:open|make)\..*|log\.fault\..*|error\.(?:unknown|bundle\..*|seal\..*|signature\..*|checkpoint\..*))$/u;

/**
 * VERIFY.html: the page as it was built, with its sentences put in. They are the catalogue's, which lies in the package anyway.
 * The same page and catalogues give the same bytes, so that their hash can be published.
 */
export function verifyPage(built: string, catalogues: Readonly<Record<Language, Dictionary>>): string {
  const keys = Object.keys(catalogues.en).filter((key) => SAID.test(key));
  const json = JSON.stringify(sheetOf(keys, catalogues)).replaceAll('<', String.raw`\u003c`);
  return built.replace(`id="${TEXTS_ID}">`, (place) => place + json);
}
