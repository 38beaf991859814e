import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ResolvedPublicFile } from 'wxt';
import { sheetOf } from '../../utils/core/text/sheet.ts';
import { catalogues } from '../catalogues.ts';
import { buildVerifyPage } from '../verify-page/build.ts';

const COUNTRY = /^holidays[\\/][A-Z]{2}\.json$/u;

/** What `public/` becomes in the package, where many small files and keys told thrice would take 40 kB more (decision 13). */
export async function publicAssets(files: readonly ResolvedPublicFile[]): Promise<ResolvedPublicFile[]> {
  const countries = files.filter(({ relativeDest }) => COUNTRY.test(relativeDest));
  const others = files.filter((file) => !countries.includes(file) && !file.relativeDest.startsWith('text'));
  return [
    ...others,
    ...textLists(),
    { relativeDest: 'holidays/countries.ndjson', contents: linesOf(countries) },
    // To be put into bundles. As text, since it is no page of the extension.
    { relativeDest: 'verify-page.txt', contents: await buildVerifyPage() },
  ];
}

/** Paths that are in the package, and not in `public/`. */
export const ADDED_PATHS = ['text/keys.json', 'holidays/countries.ndjson', 'verify-page.txt'];

/** Each language as a list of its sentences, and the keys once. */
function textLists(): ResolvedPublicFile[] {
  const texts = catalogues();
  const { keys, sentences } = sheetOf(Object.keys(texts.en), texts);
  return Object.entries({ keys, ...sentences }).map(([name, list]) => ({
    relativeDest: `text/${name}.json`,
    contents: JSON.stringify(list),
  }));
}

/** One line for each country: `AR {…}`. */
function linesOf(countries: readonly ResolvedPublicFile[]): string {
  const lines = countries.map((file) => {
    if (!('absoluteSrc' in file)) throw new TypeError(`${file.relativeDest} is no file of public/holidays`);
    const text = readFileSync(file.absoluteSrc, 'utf8');
    return `${basename(file.relativeDest, '.json')} ${JSON.stringify(JSON.parse(text))}\n`;
  });
  return lines.toSorted().join('');
}
