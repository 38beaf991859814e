import type { Span, WeeklyPattern, WindowsVersion } from '../../utils/core/hours/types.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';

const NEVER: LocalDate = '9999-12-31';

/**
 * The windows with another one among them. Versions of one kind never overlap, while a person has care in the morning and
 * in the evening: where the new one meets another of its kind (and pay), the stretch that they share gets both.
 */
export function addWindow(windows: readonly WindowsVersion[], added: WindowsVersion): readonly WindowsVersion[] {
  const others = windows.filter((one) => !isLike(one, added));
  const like = windows.filter((one) => isLike(one, added));
  const bounds = [...new Set([...like, added].flatMap((one) => [one.validFrom, endOf(one)]))].toSorted();
  const pieces = bounds.slice(0, -1).flatMap((from, index): WindowsVersion[] => {
    const holding = [...like, added].filter((one) => one.validFrom <= from && from < endOf(one));
    const first = holding[0];
    if (first === undefined) return [];
    return [between(first, from, bounds[index + 1] ?? NEVER, union(holding.map(({ pattern }) => pattern)))];
  });
  return sorted([...others, ...pieces]);
}

/** Sorted by kind and then by beginning. */
const sorted = (windows: readonly WindowsVersion[]): readonly WindowsVersion[] =>
  windows.toSorted((a, b) => order(a).localeCompare(order(b), 'en'));

const order = ({ kind, validFrom }: WindowsVersion): string => `${kind} ${validFrom}`;

/** The same window, over on this day: `until` is the first day without it. */
export const endedOn = (window: WindowsVersion, until: LocalDate): WindowsVersion => ({ ...window, validUntil: until });

const isLike = (a: WindowsVersion, b: WindowsVersion): boolean =>
  a.kind === b.kind && (a.pay ?? 'unclear') === (b.pay ?? 'unclear');

const endOf = ({ validUntil }: WindowsVersion): LocalDate => validUntil ?? NEVER;

function between(
  { validUntil: _, ...window }: WindowsVersion,
  from: LocalDate,
  until: LocalDate,
  pattern: WeeklyPattern,
): WindowsVersion {
  return { ...window, validFrom: from, ...(until !== NEVER && { validUntil: until }), pattern };
}

/** The spans of all of them, by the clock; what one repeats of another counts once. */
function union(patterns: readonly WeeklyPattern[]): WeeklyPattern {
  const days = Array.from({ length: 7 }, (_, day) => {
    const spans = new Map<string, Span>();
    for (const span of patterns.flatMap((pattern) => pattern.days[day] ?? [])) {
      spans.set(`${span.startMinute}-${span.endMinute}`, span);
    }
    return [...spans.values()].toSorted((a, b) => a.startMinute - b.startMinute);
  });
  return { kind: 'weekly', days };
}
