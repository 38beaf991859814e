import { ANNOTATION_FIELDS, type Annotation } from './annotation.ts';
import type { EntryView } from './read.ts';
import type { FileMark } from './types.ts';

/** What the person says of one entry, as it stands. */
export interface Said {
  readonly annotation: Annotation;
  /** Lines that say that the entry is wrong, in the order in which they were written. */
  readonly corrections: readonly EntryView[];
  /** Files that show it: none is taken back. */
  readonly files: readonly FileMark[];
}

export const NOTHING_SAID: Said = { annotation: {}, corrections: [], files: [] };

/** Is it a note of the person's on another entry? */
export const isSaying = ({ kind, what, ref }: EntryView): boolean =>
  kind === 'note' && ref !== null && (what === 'annotation' || what === 'correction');

/** Adds the next line that speaks of the same entry: field by field the later word counts, and an empty one takes back. */
export function saidWith(said: Said, note: EntryView): Said {
  if (note.what === 'correction') return { ...said, corrections: [...said.corrections, note] };
  const annotation: Record<string, unknown> = { ...said.annotation };
  for (const field of ANNOTATION_FIELDS) {
    const value = note.content?.[field];
    if (value === '') delete annotation[field];
    else if (value !== undefined) annotation[field] = value;
  }
  return { ...said, annotation, files: allOf(said.files, note.content?.files ?? []) };
}

/** @param notes the notes on one entry, in the order in which they were written. */
export const saidOf = (notes: readonly EntryView[]): Said => notes.reduce(saidWith, NOTHING_SAID);

/** Each file once, as it was first named. */
export const allOf = (files: readonly FileMark[], more: readonly FileMark[]): readonly FileMark[] => [
  ...files,
  ...more.filter(({ sha256 }) => files.every((file) => file.sha256 !== sha256)),
];
