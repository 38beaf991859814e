import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { COUNTRIES, type Country } from './countries.ts';

/**
 * `package.json` of date-holidays says CC-BY-3.0, its LICENSE and README say CC BY-SA 3.0 of the data. The stricter one is
 * taken, under which our extract may be passed on too.
 */
export const LICENCE = 'https://creativecommons.org/licenses/by-sa/3.0/';

const require = createRequire(import.meta.url);
const manifest = require.resolve('date-holidays/package.json');
const { version }: { version: string } = require('date-holidays/package.json');

export const ATTRIBUTION = `Public holidays adapted from date-holidays ${version} (https://github.com/commenthol/date-holidays) by commenthol and contributors, whose data rely on Wikipedia and are licensed CC BY-SA 3.0; shortened to ${COUNTRIES.length} countries and corrected by Clocked Off, under the same licence. Sources by country: ATTRIBUTION.txt. Hints, not legal advice.`;

/** The sources that date-holidays names in the head of a country's file. */
function sourcesOf(country: Country): string[] {
  const text = readFileSync(join(dirname(manifest), 'data', 'countries', `${country}.yaml`), 'utf8');
  return [...text.matchAll(/@attrib(?:ution)?:?\s+(\S+)/gu)].map((match) => match[1] ?? '');
}

export function attributionText(): string {
  const sources = COUNTRIES.map((country) => {
    const named = sourcesOf(country);
    return [country, ...(named.length === 0 ? ['https://github.com/commenthol/date-holidays'] : named)].join('\n  ');
  });
  return `${ATTRIBUTION}

The files in this folder are licensed CC BY-SA 3.0: ${LICENCE}
What was changed is listed in docs/holidays.md of the source code of Clocked Off.

${sources.join('\n')}
`;
}
