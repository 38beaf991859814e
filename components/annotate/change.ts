import { ANNOTATION_FIELDS, type Annotation } from '../../utils/core/log/annotation.ts';

/** What stands in the form, as text: empty is not said. */
export type Draft = Readonly<Partial<Record<(typeof ANNOTATION_FIELDS)[number], string>>>;

export const draftOf = (annotation: Annotation): Draft =>
  Object.fromEntries(Object.entries(annotation).map(([field, value]) => [field, String(value)]));

/** The fields that differ from what is said already: an empty text takes one back. Unchecked, as the person typed it. */
export function changeOf(annotation: Annotation, draft: Draft): Readonly<Record<string, string | number>> {
  const before = draftOf(annotation);
  const changed = ANNOTATION_FIELDS.flatMap((field) => {
    const value = draft[field]?.trim() ?? '';
    if (value === (before[field] ?? '')) return [];
    const said = field === 'minutes' && /^\d{1,6}$/.test(value) ? Number(value) : value;
    return [[field, said] as const];
  });
  return Object.fromEntries(changed);
}
