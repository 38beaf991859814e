import type { Said } from '../../log/said.ts';
import { firstIndex } from '../../rest/stretches.ts';
import type { ContactMark, RecordedWork } from '../../rest/types.ts';
import { MINUTE_MS } from '../../time/instant.ts';

/** A contact and the number of its line. */
export interface MarkedLine extends ContactMark {
  readonly seq: number;
}

/**
 * Work that the person noted beside a contact, as far as their notes are handed over: it counts from the moment of the
 * contact on. What they say was wrong does not count.
 * @param marks by `seq`.
 */
export function recordedWork(marks: readonly MarkedLine[], said: ReadonlyMap<number, Said>): readonly RecordedWork[] {
  return [...said].flatMap(([ref, { annotation, corrections }]) => {
    const mark = marks[firstIndex(marks, ({ seq }) => seq >= ref)];
    const { minutes } = annotation;
    if (mark?.seq !== ref || !minutes || corrections.length > 0) return [];
    const { at, employment } = mark;
    return [{ from: at, until: at + minutes * MINUTE_MS, employment, certainty: 'reported' as const }];
  });
}
