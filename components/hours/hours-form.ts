import { clockOfSpan, parseMinute, spanOfMinutes } from '../../utils/core/hours/clock-text.ts';
import type { Employment, HoursVersion, Span } from '../../utils/core/hours/types.ts';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { type LocalDate, MINUTES_PER_DAY, type ZoneName } from '../../utils/core/time/instant.ts';

/** Hours as they stand in the editor: what the person typed, whether it makes sense yet or not. */
export interface HoursForm {
  readonly label: string;
  readonly zone: ZoneName;
  readonly validFrom: LocalDate;
  readonly days: readonly (readonly SpanText[])[];
}

export interface SpanText {
  readonly start: string;
  readonly end: string;
}

const NO_DAYS: HoursForm['days'] = [[], [], [], [], [], [], []];

const span = (start: string, end: string): SpanText => ({ start, end });
const mondayToFriday = (...spans: readonly SpanText[]): HoursForm['days'] =>
  NO_DAYS.map((_, day) => (day < 5 ? spans : []));

/** Starting points that most contracts are near to. */
export const PRESETS = {
  office: mondayToFriday(span('09:00', '17:00')),
  split: mondayToFriday(span('08:00', '12:00'), span('14:00', '18:00')),
  mornings: mondayToFriday(span('08:00', '12:00')),
  nights: mondayToFriday(span('22:00', '06:00')),
} as const satisfies Readonly<Record<string, HoursForm['days']>>;
export type PresetName = keyof typeof PRESETS;

export function formOf(employment: Employment, fallbackFrom: LocalDate): HoursForm {
  const version = employment.hours.at(-1);
  return {
    label: employment.label,
    zone: employment.zone,
    validFrom: version?.validFrom ?? fallbackFrom,
    days: version?.pattern.kind === 'weekly' ? version.pattern.days.map((day) => day.map(spanText)) : NO_DAYS,
  };
}

function spanText(one: Span): SpanText {
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

/** What can be drawn of it already. */
export const drawableDays = (days: HoursForm['days']): readonly (readonly Span[])[] =>
  days.map((day) => day.map(spanOf).filter((one) => one !== null));

/**
 * The employment with these hours from `validFrom` on; versions before that day stay as they were. Only what cannot be
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
  const version: HoursVersion = { validFrom: form.validFrom, pattern: { kind: 'weekly', days } };
  return ok({
    ...previous,
    label: form.label.trim(),
    zone: form.zone,
    hours: [...versionsBefore(previous.hours, form.validFrom), version],
  });
}

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
  | 'form';

export function placeOf(field: string): ProblemPlace {
  const spanPlace = /days\[(\d+)\](?:\[(\d+)\])?/.exec(field);
  if (spanPlace !== null) {
    return { day: Number(spanPlace[1]), span: spanPlace[2] === undefined ? null : Number(spanPlace[2]) };
  }
  const last = field.split('.').at(-1);
  return last === 'label' || last === 'zone' || last === 'validFrom' ? last : 'form';
}
