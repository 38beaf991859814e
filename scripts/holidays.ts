import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import Holidays from 'date-holidays';
import type { HolidayIndex } from '../utils/core/holidays/types.ts';
import { ATTRIBUTION, attributionText, LICENCE } from './holidays/attribution.ts';
import { COUNTRIES, FIRST_YEAR, LAST_YEAR } from './holidays/countries.ts';
import { extract } from './holidays/extract.ts';
import { subdivisionsOf } from './holidays/places.ts';

/**
 * `npm run holidays`: writes public/holidays anew from the installed `date-holidays` and our corrections. Run it after an
 * update of either, and read the difference before it is committed.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'public', 'holidays');

function indexOf(): HolidayIndex {
  const names = new Holidays().getCountries('en');
  return {
    years: [FIRST_YEAR, LAST_YEAR],
    attribution: ATTRIBUTION,
    licence: LICENCE,
    countries: COUNTRIES.map((code) => ({
      code,
      name: names[code] ?? code,
      subdivisions: subdivisionsOf(code).map(({ code: place, name }) => ({ code: place, name })),
    })),
  };
}

function write(name: string, value: unknown): void {
  writeFileSync(join(FOLDER, name), `${JSON.stringify(value)}\n`);
}

function main(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const country of COUNTRIES) write(`${country}.json`, extract(country));
  write('index.json', indexOf());
  writeFileSync(join(FOLDER, 'ATTRIBUTION.txt'), attributionText());
  const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  execFileSync(process.execPath, [biome, 'format', '--write', FOLDER], { cwd: ROOT, stdio: 'ignore' });
  const files = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name)));
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, 0);
  const raw = sum(files.map(({ length }) => length));
  const packed = sum(files.map((bytes) => deflateRawSync(bytes, { level: 9 }).length));
  console.info(`${files.length} files, ${raw} bytes, ${packed} deflated`);
}

main();
