import { type Annotation, checkAnnotation, checkCorrection, partsOf } from '../core/log/annotation.ts';
import type { FileMark, NoteDraft, PrivateContent } from '../core/log/types.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Append, type LogStore, noteKey } from './ports.ts';

/** What the person says of one entry. */
export interface Saying {
  /** 32 hex digits, made by the page: what is sent again is written once. */
  readonly id: string;
  /** Number of the line that it speaks of. */
  readonly ref: number;
  readonly what: 'annotation' | 'correction';
  /** An `Annotation` or a `Correction`, unchecked. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Of an annotation; a correction has none. */
  readonly files: readonly FileMark[];
}

export interface AnnotatePorts {
  readonly log: LogStore;
  readonly changed: () => void;
}

/**
 * Appends what the person says of an entry; the entry stays as it is. Gives the number of the new line. Codes:
 * `annotate.no-entry`, those of `checkAnnotation` and `checkCorrection`.
 * @throws when the log could not be written.
 */
export async function annotate({ log, changed }: AnnotatePorts, saying: Saying): Promise<Result<number>> {
  const { ref, what, files } = saying;
  const checked =
    what === 'annotation' ? checkAnnotation(saying.fields, files.length > 0) : checkCorrection(saying.fields);
  if (!checked.ok) return checked;
  const { size } = await log.head();
  if (ref < 1 || ref > size) return fail('annotate.no-entry', 'ref');
  const parts: readonly PrivateContent[] =
    what === 'annotation' ? withFiles(partsOf(checked.value as Annotation), files) : [checked.value as PrivateContent];
  const appended = await log.append(
    parts.map((content, index) => appendOf({ kind: 'note', what, ref, content }, saying, index)),
  );
  changed();
  return ok(appended[0]?.seq ?? 0);
}

/** Files are a part of their own: they are withheld and erased apart from what else was said. */
const withFiles = (parts: readonly PrivateContent[], files: readonly FileMark[]): readonly PrivateContent[] =>
  files.length === 0 ? parts : [...parts, { files }];

const appendOf = (draft: NoteDraft, { ref, what, id }: Saying, part: number): Append => ({
  draft,
  once: noteKey(ref, what, `${id} ${part}`),
});
