import { dateOfDay, dayNumber } from '../time/dates.ts';
import type { LocalDate } from '../time/instant.ts';
import { cycleDays, hasWork, type PatternDay, patternDayOn, patternsOf } from './pattern-days.ts';
import { NOTHING_SAID, type Said } from './said.ts';
import { firstEndingAfter, layOver, type Stretch } from './stretches.ts';
import type { DayException, HoursVersion, Leave, Shift, Verdict } from './types.ts';

/** The spans that one rule gives a day, and what to say of time inside them and of the rest of the day. */
export interface DayRule extends PatternDay {
  readonly layer: Verdict['layer'];
  readonly rule: string;
}

/** What holds on each day. Days are numbers: days since 1970-01-01. */
export interface DayRules {
  /** The first rule describes the day; any further ones add spans to it. */
  of(day: number): readonly [DayRule, ...DayRule[]];
  /** The first day from `day` on that may have spans, or null when none will. */
  next(day: number): number | null;
  /** From this day on nothing but the last version applies, and no zone leaves out a day. */
  readonly settledDay: number;
  /** Days after which the last version repeats itself. */
  readonly cycle: number;
  /** What the work of free days follows from. */
  readonly said: Said;
}

/** A dated version of anything that comes round. */
export type DatedPattern = Pick<HoursVersion, 'validFrom' | 'validUntil' | 'pattern' | 'seasons'>;

/**
 * Years after which seasons have met every weekday: a day of the year falls on all seven within eleven years, twelve
 * around 2100. (A season of 29 February alone would take forty.)
 */
const SEASONS_CYCLE = 12 * 366;

/** 2011-12-31: the day after the last one that any zone left out (Samoa and Tokelau); none is announced. */
const LAST_DAY_LEFT_OUT = 15_339;

const NO_RULE: DayRule = {
  spans: [],
  inside: 'no-hours',
  outside: 'no-hours',
  free: null,
  layer: 'contract',
  rule: 'none',
};

/** A stretch that somebody said can move what begins on the day on which it ends and, by any zone's date, up to two later. */
const DAYS_TOUCHED = 3;
const DAY_MS = 86_400_000;

/** `name` is what a verdict calls these versions: `hours`, `care`, … */
export function dayRulesOf(
  name: string,
  versions: readonly DatedPattern[],
  exceptions: readonly DayException[],
  said: Said = NOTHING_SAID,
): DayRules {
  const prepared = versions.map(prepare).sort((a, b) => a.from - b.from);
  const leaves = layOver(exceptions.flatMap((one) => (one.kind === 'leave' ? [leaveStretch(one)] : [])));
  const holidays = new Set(exceptions.flatMap((one) => (one.kind === 'holiday' ? [dayNumber(one.date)] : [])));
  const shifts = shiftsByDay(exceptions);
  const shiftDays = [...shifts.keys()].sort((a, b) => a - b).map((day) => ({ from: day, until: day + 1 }));

  function contractOn(day: number): DayRule {
    const found = firstEndingAfter(prepared, day);
    if (found === undefined || day < found.from) return NO_RULE;
    const rule = `${name}@${found.version.validFrom}`;
    const { spans, inside, outside, free } = patternDayOn(found.version, dateOfDay(day));
    return { spans, inside, outside, free, layer: 'contract', rule };
  }

  function leaveOn(day: number): ReturnType<typeof leaveStretch> | undefined {
    const leave = firstEndingAfter(leaves, day);
    return leave !== undefined && leave.from <= day ? leave : undefined;
  }

  /** Leave goes before shifts, shifts before holidays, holidays before the contract. */
  function of(day: number): readonly [DayRule, ...DayRule[]] {
    const leave = leaveOn(day);
    if (leave !== undefined) return [dayWithout('leave', leave.date)];
    const own = shifts.get(day);
    const rest = own?.instead ?? (holidays.has(day) ? dayWithout('holiday', dateOfDay(day)) : contractOn(day));
    return [rest, ...(own?.extra ?? [])];
  }

  function next(day: number): number | null {
    for (let from = day; ; ) {
      const shift = firstEndingAfter(shiftDays, from);
      const version = prepared.find(({ until, empty }) => from < until && !empty);
      const first = Math.min(shift?.from ?? Infinity, Math.max(from, version?.from ?? Infinity));
      if (first === Infinity) return null;
      const leave = leaveOn(first);
      if (leave === undefined) return first;
      from = leave.until;
    }
  }

  const ends = [
    ...prepared.flatMap(({ from, until }) => (until === Infinity ? [from] : [from, until])),
    ...[...leaves, ...shiftDays].map(({ until }) => until),
    ...[...holidays].map((day) => day + 1),
    ...said.work.slice(-1).map(({ until }) => Math.floor(until / DAY_MS) + DAYS_TOUCHED),
  ];
  return {
    of,
    next,
    settledDay: ends.reduce((latest, day) => Math.max(latest, day), LAST_DAY_LEFT_OUT),
    cycle: cycleOf(versions.at(-1)),
    said,
  };
}

interface PreparedVersion extends Stretch {
  readonly version: DatedPattern;
  /** No day has spans. */
  readonly empty: boolean;
}

function prepare(version: DatedPattern): PreparedVersion {
  const { validFrom, validUntil } = version;
  return {
    from: dayNumber(validFrom),
    until: validUntil === undefined ? Infinity : dayNumber(validUntil),
    version,
    empty: !patternsOf(version).some(hasWork),
  };
}

function cycleOf(last: DatedPattern | undefined): number {
  if (last === undefined) return 1;
  return (last.seasons ?? []).length > 0 ? SEASONS_CYCLE : cycleDays(last.pattern);
}

const leaveStretch = ({ from, until }: Leave) => ({ from: dayNumber(from), until: dayNumber(until), date: from });

const dayWithout = (reason: 'leave' | 'holiday', date: LocalDate): DayRule => ({
  spans: [],
  inside: reason,
  outside: reason,
  free: null,
  layer: 'exception',
  rule: `${reason}@${date}`,
});

/** Of several shifts "instead" on one day the last in the list counts; all "extra" ones do. */
function shiftsByDay(exceptions: readonly DayException[]): Map<number, { instead?: DayRule; extra: DayRule[] }> {
  const days = new Map<number, { instead?: DayRule; extra: DayRule[] }>();
  for (const one of exceptions) {
    if (one.kind !== 'shift') continue;
    const day = dayNumber(one.date);
    const known = days.get(day) ?? { extra: [] };
    days.set(day, known);
    if (one.mode === 'instead') known.instead = shiftRule(one);
    else known.extra.push(shiftRule(one));
  }
  return days;
}

const shiftRule = ({ date, spans }: Shift): DayRule => ({
  spans,
  inside: 'shift',
  outside: spans.length === 0 ? 'day-off' : 'outside-hours',
  free: null,
  layer: 'exception',
  rule: `shift@${date}`,
});
