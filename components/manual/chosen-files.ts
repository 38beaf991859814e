import { FILE_NAME_CAP, MOST_FILE_MB, MOST_FILES } from '../../utils/core/contact/manual.ts';
import type { FileMark } from '../../utils/core/log/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';

export interface ChosenFile {
  readonly mark: FileMark;
  readonly file: Blob;
}

/** Files that are to be named by one entry. */
export interface ChosenFiles {
  readonly chosen: readonly ChosenFile[];
  /** Keep copies of them. */
  readonly keep: boolean;
  /** One is being read: what is saved now would lack it. */
  readonly reading: boolean;
}

export const NO_FILES: ChosenFiles = { chosen: [], keep: false, reading: false };

/** What the log will say of them. */
export const marksOf = ({ chosen }: ChosenFiles): readonly FileMark[] => chosen.map(({ mark }) => mark);

/** Those of which a copy is to be kept. */
export const copiesOf = ({ chosen, keep }: ChosenFiles): readonly ChosenFile[] => (keep ? chosen : []);

/** Codes: `manual.too-many-files`, `manual.file-too-big`. */
export function checkChosen(before: ChosenFiles, files: readonly File[]): Result<null> {
  if (before.chosen.length + files.length > MOST_FILES)
    return fail('manual.too-many-files', 'files', { most: MOST_FILES });
  return files.some(({ size }) => size > MOST_FILE_MB * 1_000_000)
    ? fail('manual.file-too-big', 'files', { most: MOST_FILE_MB })
    : ok(null);
}

/** With name and media type, as far as they are short. The same file twice is one. */
export function withFile(before: ChosenFiles, { sha256, bytes }: FileMark, file: File): ChosenFiles {
  if (before.chosen.some(({ mark }) => mark.sha256 === sha256)) return before;
  const name = file.name.slice(0, FILE_NAME_CAP);
  const type = file.type.length > FILE_NAME_CAP ? '' : file.type;
  const mark = { sha256, bytes, ...(name !== '' && { name }), ...(type !== '' && { type }) };
  return { ...before, chosen: [...before.chosen, { mark, file }] };
}

export const withoutFile = (before: ChosenFiles, sha256: string): ChosenFiles => ({
  ...before,
  chosen: before.chosen.filter(({ mark }) => mark.sha256 !== sha256),
});
