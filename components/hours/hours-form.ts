import type { Employment, HoursPattern, HoursVersion, Season, Span } from '../../utils/core/hours/types.ts';
import { ok, type Result } from '../../utils/core/result.ts';
import type { LocalDate, ZoneName } from '../../utils/core/time/instant.ts';
import { formOfPattern, hasSpans, type PatternForm, patternOf } from './pattern-form.ts';
import { formOfSeason, type SeasonForm, seasonOf } from './season-form.ts';

/** Hours as they stand in the editor: what the person typed, whether it makes sense yet or not. */
export interface HoursForm extends PatternForm {
  readonly label: string;
  readonly zone: ZoneName;
  readonly zoneRule: Employment['zoneRule'];
  readonly validFrom: LocalDate;
  readonly seasons: readonly SeasonForm[];
}

export function formOf(employment: Employment, fallbackFrom: LocalDate): HoursForm {
  const version = employment.hours.at(-1);
  return {
    label: employment.label,
    zone: employment.zone,
    zoneRule: employment.zoneRule,
    validFrom: version?.validFrom ?? fallbackFrom,
    ...formOfPattern(version?.pattern, fallbackFrom),
    seasons: version?.seasons?.map((season) => formOfSeason(season, fallbackFrom)) ?? [],
  };
}

/**
 * The employment with these hours from `validFrom` on; versions before that day stay as they were. Only what cannot be
 * read is refused here: whether the hours make sense is judged by `core/hours/check`, which names spans as typed.
 */
export function employmentOf(form: HoursForm, previous: Employment): Result<Employment> {
  const pattern = patternOf(form, '');
  if (!pattern.ok) return pattern;
  const seasons: Season[] = [];
  for (const [index, one] of form.seasons.entries()) {
    const season = seasonOf(one, index);
    if (!season.ok) return season;
    seasons.push(season.value);
  }
  const version: HoursVersion = {
    validFrom: form.validFrom,
    pattern: pattern.value,
    ...(seasons.length > 0 && { seasons }),
  };
  return ok({
    ...previous,
    label: form.label.trim(),
    zone: form.zone,
    zoneRule: form.zoneRule,
    hours: [...versionsBefore(previous.hours, form.validFrom), version],
  });
}

/** Spans of each day in the order of the clock, seasons in that of the year, as the person will find them next time. */
export function inOrder(employment: Employment): Employment {
  const sorted = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.startMinute - b.startMinute);
  const tidy = (pattern: HoursPattern): HoursPattern =>
    hasSpans(pattern) ? { ...pattern, days: pattern.days.map(sorted) } : pattern;
  const hours = employment.hours.map(
    (version): HoursVersion => ({
      ...version,
      pattern: tidy(version.pattern),
      ...(version.seasons !== undefined && {
        seasons: version.seasons
          .map((season) => ({ ...season, pattern: tidy(season.pattern) }))
          .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      }),
    }),
  );
  return { ...employment, hours };
}

/** Versions that begin before `from`, none of them reaching beyond it. */
export function versionsBefore<V extends Pick<HoursVersion, 'validFrom' | 'validUntil'>>(
  versions: readonly V[],
  from: LocalDate,
): readonly V[] {
  return versions
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
  | BlockPlace
  | 'form';

/** The fields of hours that are not fixed. */
export type BlockPlace = (typeof BLOCK_PLACES)[number];
const BLOCK_PLACES = ['blockMinutes', 'usualEndMinute', 'daysOff'] as const;

/** What the editor shows elsewhere, or not at all, has its problems told there or below it. */
const ELSEWHERE = /\b(?:seasons|windows|moves|exceptions)\b/;

export function placeOf(field: string): ProblemPlace {
  if (ELSEWHERE.test(field)) return 'form';
  const spanPlace = /days\[(\d+)\](?:\[(\d+)\])?/.exec(field);
  if (spanPlace !== null) {
    return { day: Number(spanPlace[1]), span: spanPlace[2] === undefined ? null : Number(spanPlace[2]) };
  }
  const last = field.split('.').at(-1);
  const ofBlock = BLOCK_PLACES.find((place) => last === place || last?.startsWith(`${place}[`));
  if (ofBlock !== undefined) return ofBlock;
  return last === 'label' || last === 'zone' || last === 'validFrom' || last === 'anchor' ? last : 'form';
}
