import type { BaggedFile } from './bag.ts';
import { CSV_COLUMN_FACTS } from './csv-columns.ts';

const PAYLOAD_FOLDER = 'data/';

/**
 * `data/datapackage.json`: says what the columns of `log.csv` mean, as a Frictionless Data Package with a Table Schema
 * (specs.frictionlessdata.io, version 1). Paths are relative to `data/`. Attachments are listed behind it.
 */
export function datapackageText(csv: BaggedFile, attachments: readonly BaggedFile[] = []): string {
  const fields = CSV_COLUMN_FACTS.map(([name, type, description]) => ({
    name,
    // Offsets are written out, which the default format of Table Schema (UTC only) does not allow.
    ...(type === 'datetime' ? { type, format: '%Y-%m-%dT%H:%M:%S.%f%z' } : { type }),
    ...(type === 'boolean' ? { trueValues: ['yes'], falseValues: ['no'] } : {}),
    ...(name === 'seq' || name === 'kind' ? { constraints: { required: true } } : {}),
    description,
  }));
  const resource = {
    name: 'log',
    path: csv.path.slice(PAYLOAD_FOLDER.length),
    profile: 'tabular-data-resource',
    title: 'Copy of the log for spreadsheets',
    description:
      'One row for each line. A cell that a spreadsheet could take for a formula has an apostrophe in front. What counts is log.ndjson.',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: csv.size,
    hash: `sha256:${csv.hash}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields, missingValues: [''], primaryKey: 'seq' },
  };
  return `${JSON.stringify({ profile: 'tabular-data-package', name: 'log', resources: [resource, ...attachments.map(attachment)] }, null, 2)}\n`;
}

const attachment = ({ path, size, hash }: BaggedFile): object => ({
  name: path.slice(PAYLOAD_FOLDER.length).replaceAll('/', '-'),
  path: path.slice(PAYLOAD_FOLDER.length),
  profile: 'data-resource',
  title: 'Copy of a file that an entry names by its hash',
  bytes: size,
  hash: `sha256:${hash}`,
});
