import { clockOfSpan, parseMinute, spanOfMinutes } from '../../utils/core/hours/clock-text.ts';
import type { Employment, HoursPattern, HoursVersion, Span } from '../../utils/core/hours/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { type LocalDate, MINUTES_PER_DAY, type ZoneName } from '../../utils/core/time/instant.ts';

/** Hours as they stand in the editor: what the person typed, whether it makes sense yet or not. */
export interface HoursForm {
  readonly label: string;
  readonly zone: ZoneName;
  readonly zoneRule: Employment['zoneRule'];
  readonly validFrom: LocalDate;
  readonly repeat: HoursPattern['kind'];
  /** The day that is `days[0]` of a rotation. */
  readonly anchor: LocalDate;
  /** Seven days from Monday, or as many as the rotation has. */
  readonly days: readonly (readonly SpanText[])[];
}

export interface SpanText {
  readonly start: string;
  readonly end: string;
}

const NO_DAYS: HoursForm['days'] = [[], [], [], [], [], [], []];

export function formOf(employment: Employment, fallbackFrom: LocalDate): HoursForm {
  const version = employment.hours.at(-1);
  const pattern = version?.pattern;
  return {
    label: employment.label,
    zone: employment.zone,
    zoneRule: employment.zoneRule,
    validFrom: version?.validFrom ?? fallbackFrom,
    repeat: pattern?.kind ?? 'weekly',
    anchor: pattern?.kind === 'rotating' ? pattern.anchor : fallbackFrom,
    days: pattern?.days.map((day) => day.map(textOfSpan)) ?? NO_DAYS,
  };
}

export function textOfSpan(one: Span): SpanText {
  const { from, to } = clockOfSpan(one);
  return { start: from, end: to };
}

/** Null while either side is not a time of day. */
export function spanOf({ start, end }: SpanText): Span | null {
  const startMinute = parseMinute(start.trim());
  const endMinute = parseMinute(end.trim());
  if (startMinute === null || endMinute === null || startMinute >= MINUTES_PER_DAY) return null;
  return spanOfMinutes(startMinute, endMinute);
}

/**
 * The employment with these hours from `validFrom` on; versions before that day stay as they were, and so do the seasons
 * of the hours that were edited. Only what cannot be
 * read is refused here: whether the hours make sense is judged by `core/hours/check`, which names spans as typed.
 */
export function employmentOf(form: HoursForm, previous: Employment): Result<Employment> {
  const days: Span[][] = [];
  for (const [day, texts] of form.days.entries()) {
    const spans: Span[] = [];
    for (const [index, text] of texts.entries()) {
      const read = spanOf(text);
      if (read === null) return fail('hours.time', `days[${day}][${index}]`);
      spans.push(read);
    }
    days.push(spans);
  }
  const seasons = previous.hours.at(-1)?.seasons;
  const version: HoursVersion = {
    validFrom: form.validFrom,
    pattern: patternOf(form, days),
    ...(seasons !== undefined && { seasons }),
  };
  return ok({
    ...previous,
    label: form.label.trim(),
    zone: form.zone,
    zoneRule: form.zoneRule,
    hours: [...versionsBefore(previous.hours, form.validFrom), version],
  });
}

const patternOf = ({ repeat, anchor }: HoursForm, days: readonly (readonly Span[])[]): HoursPattern =>
  repeat === 'weekly' ? { kind: 'weekly', days } : { kind: 'rotating', anchor, days };

/** As many days as asked for: further ones are free, surplus ones are cut off. */
export const ofLength = (days: HoursForm['days'], length: number): HoursForm['days'] =>
  Array.from({ length }, (_, day) => days[day] ?? []);

/** Spans of each day in the order of the clock, as the person will find them next time. */
export function inOrder(employment: Employment): Employment {
  const sorted = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.startMinute - b.startMinute);
  const hours = employment.hours.map((version) => ({
    ...version,
    pattern: { ...version.pattern, days: version.pattern.days.map(sorted) },
  }));
  return { ...employment, hours };
}

function versionsBefore(hours: readonly HoursVersion[], from: LocalDate): readonly HoursVersion[] {
  return hours
    .filter((version) => version.validFrom < from)
    .map((version) => ({
      ...version,
      validUntil: version.validUntil !== undefined && version.validUntil < from ? version.validUntil : from,
    }));
}

/** Where a problem of `core/hours/check` belongs in the editor. */
export type ProblemPlace =
  | { readonly day: number; readonly span: number | null }
  | 'label'
  | 'zone'
  | 'validFrom'
  | 'anchor'
  | 'form';

/** What the editor does not show has its problems told below it. */
const ELSEWHERE = /\b(?:seasons|windows|moves|exceptions)\b/;

export function placeOf(field: string): ProblemPlace {
  if (ELSEWHERE.test(field)) return 'form';
  const spanPlace = /days\[(\d+)\](?:\[(\d+)\])?/.exec(field);
  if (spanPlace !== null) {
    return { day: Number(spanPlace[1]), span: spanPlace[2] === undefined ? null : Number(spanPlace[2]) };
  }
  const last = field.split('.').at(-1);
  return last === 'label' || last === 'zone' || last === 'validFrom' || last === 'anchor' ? last : 'form';
}
