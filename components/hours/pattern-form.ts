import type { HoursPattern, RotatingPattern, Span, WeeklyPattern } from '../../utils/core/hours/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import {
  type BlockForm,
  blockOf,
  type FlexibleGroup,
  flexibleOf,
  formOfBlock,
  formOfFlexible,
  NEW_BLOCK,
  NEW_FLEXIBLE,
} from './free-form.ts';
import { type SpanText, spanOf, textOfSpan } from './span-text.ts';

/**
 * One pattern as it stands in the editor: what the person typed, whether it makes sense yet or not. What belongs to other
 * kinds of hours than `repeat` stays, so that trying them loses nothing.
 */
export interface PatternForm {
  readonly repeat: HoursPattern['kind'];
  /** The day that is `days[0]` of a rotation. */
  readonly anchor: LocalDate;
  /** Seven days from Monday, or as many as the rotation has. */
  readonly days: readonly (readonly SpanText[])[];
  /** No fixed hours. */
  readonly block: BlockForm;
  /** Flexible hours. A group may have no days yet. */
  readonly flexible: readonly FlexibleGroup[];
}

const NO_DAYS: PatternForm['days'] = [[], [], [], [], [], [], []];

export function formOfPattern(pattern: HoursPattern | undefined, fallbackAnchor: LocalDate): PatternForm {
  return {
    repeat: pattern?.kind ?? 'weekly',
    anchor: pattern?.kind === 'rotating' ? pattern.anchor : fallbackAnchor,
    days: pattern !== undefined && hasSpans(pattern) ? pattern.days.map((day) => day.map(textOfSpan)) : NO_DAYS,
    block: pattern?.kind === 'block' ? formOfBlock(pattern) : NEW_BLOCK,
    flexible: pattern?.kind === 'flexible' ? formOfFlexible(pattern) : NEW_FLEXIBLE,
  };
}

/** Is it made of days with spans, rather than of rules from which they follow? */
export const hasSpans = (pattern: HoursPattern): pattern is WeeklyPattern | RotatingPattern =>
  pattern.kind === 'weekly' || pattern.kind === 'rotating';

/** The pattern; `path` opens the `field` of what cannot be read. */
export function patternOf(form: PatternForm, path: string): Result<HoursPattern> {
  switch (form.repeat) {
    case 'block':
      return blockOf(form.block, path);
    case 'flexible':
      return flexibleOf(form.flexible, path);
    default:
      return patternOfDays(form.repeat, form, path);
  }
}

function patternOfDays(
  kind: 'weekly' | 'rotating',
  { anchor, days: texts }: PatternForm,
  path: string,
): Result<WeeklyPattern | RotatingPattern> {
  const days: Span[][] = [];
  for (const [day, spanTexts] of texts.entries()) {
    const spans: Span[] = [];
    for (const [index, text] of spanTexts.entries()) {
      const read = spanOf(text);
      if (read === null) return fail('hours.time', `${path}days[${day}][${index}]`);
      spans.push(read);
    }
    days.push(spans);
  }
  return ok(kind === 'rotating' ? { kind, anchor, days } : { kind, days });
}

/** As many days as asked for: further ones are free, surplus ones are cut off. */
export const ofLength = (days: PatternForm['days'], length: number): PatternForm['days'] =>
  Array.from({ length }, (_, day) => days[day] ?? []);

/** Names the one field that differs, so that typing in it is one step to undo; anything else is a step of its own. */
export function typedInto(before: PatternForm['days'], after: PatternForm['days']): string | null {
  const fields = (days: PatternForm['days']): string[] =>
    days.flatMap((day) => day.flatMap(({ start, end }) => [start, end]));
  const [old, fresh] = [fields(before), fields(after)];
  const changed = fresh.flatMap((text, index) => (text === old[index] ? [] : [index]));
  return old.length === fresh.length && changed.length === 1 ? `field ${changed[0]}` : null;
}
