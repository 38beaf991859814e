import { Temporal } from 'temporal-polyfill';
import type {
  Employment,
  HoursException,
  HoursPattern,
  Season,
  Span,
  Verdict,
} from '../../../utils/core/hours/types.ts';

/**
 * A second, slow answer to "is this inside hours", written on Temporal and sharing no code with utils/core. It collects
 * every edge that could matter, day by day and zone by zone, and asks the rules anew at each of them, in the order that
 * `layersOf` writes down.
 */

type Source = 'hours' | 'care' | 'break' | 'on-call';
type Ground = Pick<Verdict, 'reason' | 'layer' | 'rule'>;

interface Interval {
  readonly source: Source;
  readonly zone: string;
  readonly from: number;
  readonly until: number;
  readonly ground: Ground;
}

interface DaySpans {
  readonly source: Source;
  readonly spans: readonly Span[];
  readonly ground: Ground;
}

const DAY = 86_400_000;

/** No employment of the generator repeats, changes or pauses for longer; with seasons, a year comes round as well. */
const HORIZON_DAYS = 250;
const HORIZON_DAYS_WITH_SEASONS = 1_100;

export interface OracleAnswer {
  readonly kind: Verdict['kind'];
  readonly until: number | null;
  /** Where several rules say the same, any of them may be named. */
  readonly grounds: readonly Ground[];
}

export function oracleAt(employment: Employment, at: number): OracleAnswer {
  const timed = employment.exceptions.filter(isTimed);
  const moves = employment.moves ?? [];
  const zones = [...new Set([employment.zone, ...moves.map(({ zone }) => zone)])];
  const todayIn = new Map(zones.map((zone) => [zone, localDate(at, zone)]));
  const edges = [...timed.flatMap(({ from, until }) => [from, until]), ...moves.map(({ from }) => from)];
  let intervals: Interval[] = [];
  let walked = -4;

  function walkTo(offset: number): void {
    for (; walked <= offset; walked += 1) {
      for (const [zone, today] of todayIn) {
        const more = intervalsOn(employment, zone, today.add({ days: walked }));
        intervals.push(...more);
        edges.push(...more.flatMap(({ from, until }) => [from, until]));
      }
    }
  }

  function judge(moment: number): { kind: Verdict['kind']; grounds: readonly Ground[] } {
    const zone = [...moves].reverse().find(({ from }) => from <= moment)?.zone ?? employment.zone;
    const here = intervals.filter((one) => one.zone === zone && one.from <= moment && moment < one.until);
    const now = timed.filter(({ from, until }) => from <= moment && moment < until);
    /** The exception goes before the window. */
    const groundsOf = (source: Exclude<Source, 'hours'>): readonly Ground[] =>
      now.some(({ kind }) => kind === source)
        ? [{ reason: source, layer: 'exception', rule: source }]
        : here.filter((one) => one.source === source).map(({ ground }) => ground);

    const words = now.filter(({ kind }) => kind === 'working-now' || kind === 'off-now');
    const newest = Math.max(...words.map(({ from }) => from));
    const word = words.filter(({ from }) => from === newest).pop()?.kind;
    if (word === 'working-now') return { kind: 'working', grounds: [exceptional(word)] };
    if (word === 'off-now') return { kind: 'off', grounds: [exceptional(word)] };

    const overtime = now.some(({ kind }) => kind === 'overtime');
    const hours = here.filter(({ source }) => source === 'hours').map(({ ground }) => ground);
    const [care, pause, duty] = [groundsOf('care'), groundsOf('break'), groundsOf('on-call')];
    const works = overtime || (hours.length > 0 && pause.length === 0);
    const standsBy = !works && hours.length === 0 && duty.length > 0;
    if ((works || standsBy) && care.length > 0) return { kind: 'off', grounds: care };
    if (works) return { kind: 'working', grounds: overtime ? [exceptional('overtime')] : hours };
    if (standsBy) return { kind: 'on-call', grounds: duty };
    if (hours.length > 0) return { kind: 'off', grounds: pause };
    return { kind: 'off', grounds: [outsideOf(employment, localDate(moment, zone))] };
  }

  walkTo(3);
  const { kind, grounds } = judge(at);
  const seasonal = employment.hours.some(({ seasons }) => seasons !== undefined);
  const horizon = seasonal ? HORIZON_DAYS_WITH_SEASONS : HORIZON_DAYS;
  for (let offset = 1; offset <= horizon; offset += 1) {
    walkTo(offset + 3);
    const reach = at + offset * DAY;
    const turns = edges.filter((edge) => edge > at && edge <= reach && edge > reach - 2 * DAY);
    const flips = turns.filter((edge) => judge(edge).kind !== kind);
    if (flips.length > 0) return { kind, grounds, until: Math.min(...flips) };
    intervals = intervals.filter(({ until }) => until > reach - 3 * DAY);
  }
  return { kind, grounds, until: null };
}

const exceptional = (reason: 'working-now' | 'off-now' | 'overtime'): Ground => ({
  reason,
  layer: 'exception',
  rule: reason,
});

/** Between two instants, not of whole days. */
export const isTimed = (one: HoursException) => one.kind !== 'leave' && one.kind !== 'holiday' && one.kind !== 'shift';

const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

function intervalsOn(employment: Employment, zone: string, date: Temporal.PlainDate): Interval[] {
  const all = [...hoursOn(employment, date), ...windowsOn(employment, date)].filter(({ spans }) => spans.length > 0);
  if (all.length === 0) return [];
  // A date that the zone never had: its first moment, if one asks for it, is shown under another date.
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return [];
  return all.flatMap(({ source, spans, ground }) =>
    spans.map(({ startMinute, endMinute }) => ({
      source,
      zone,
      ground,
      from: instantAt(date, startMinute, zone),
      until: instantAt(date, endMinute, zone),
    })),
  );
}

function instantAt(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const wall = date.toPlainDateTime().add({ minutes });
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** What the day's exceptions leave of its hours. */
function hoursOn({ hours, exceptions }: Employment, date: Temporal.PlainDate): DaySpans[] {
  const text = date.toString();
  if (exceptions.some((one) => one.kind === 'leave' && covers(one.from, one.until, text))) return [];
  const shifts = exceptions.filter((one) => one.kind === 'shift').filter((one) => one.date === text);
  const instead = shifts.filter(({ mode }) => mode === 'instead').pop();
  const ground: Ground = { reason: 'shift', layer: 'exception', rule: `shift@${text}` };
  const worked = shifts
    .filter((one) => one.mode === 'extra' || one === instead)
    .map(({ spans }): DaySpans => ({ source: 'hours', spans, ground }));
  if (instead !== undefined || exceptions.some((one) => one.kind === 'holiday' && one.date === text)) return worked;
  const version = hours.find(({ validFrom, validUntil }) => covers(validFrom, validUntil, text));
  if (version === undefined) return worked;
  const season = version.seasons?.find((one) => isSeason(one, date));
  const contract: Ground = { reason: 'within-hours', layer: 'contract', rule: `hours@${version.validFrom}` };
  return [...worked, { source: 'hours', spans: spansOf((season ?? version).pattern, date), ground: contract }];
}

function windowsOn({ windows = [], exceptions }: Employment, date: Temporal.PlainDate): DaySpans[] {
  const text = date.toString();
  const away = exceptions.some((one) => one.kind === 'leave' && covers(one.from, one.until, text));
  return windows
    .filter(({ validFrom, validUntil }) => covers(validFrom, validUntil, text))
    .filter(({ kind }) => !(away && kind === 'on-call'))
    .map(({ kind, pattern, validFrom }) => ({
      source: kind,
      spans: spansOf(pattern, date),
      ground: { reason: kind, layer: kind === 'care' ? 'exception' : 'contract', rule: `${kind}@${validFrom}` },
    }));
}

/** Why somebody who is not working is off on that day. */
function outsideOf(employment: Employment, date: Temporal.PlainDate): Ground {
  const text = date.toString();
  const { exceptions, hours } = employment;
  // Of several leaves the one that began last; `find` takes the later in the list of two that began together.
  const leaves = exceptions.filter((one) => one.kind === 'leave').filter((one) => covers(one.from, one.until, text));
  const last = leaves
    .map(({ from }) => from)
    .sort()
    .pop();
  if (last !== undefined) return { reason: 'leave', layer: 'exception', rule: `leave@${last}` };
  const instead = exceptions.findLast((one) => one.kind === 'shift' && one.date === text && one.mode === 'instead');
  if (instead?.kind === 'shift') {
    const reason = instead.spans.length > 0 ? 'outside-hours' : 'day-off';
    return { reason, layer: 'exception', rule: `shift@${text}` };
  }
  if (exceptions.some((one) => one.kind === 'holiday' && one.date === text)) {
    return { reason: 'holiday', layer: 'exception', rule: `holiday@${text}` };
  }
  const version = hours.find(({ validFrom, validUntil }) => covers(validFrom, validUntil, text));
  if (version === undefined) return { reason: 'no-hours', layer: 'contract', rule: 'none' };
  const season = version.seasons?.find((one) => isSeason(one, date));
  const reason = spansOf((season ?? version).pattern, date).length > 0 ? 'outside-hours' : 'day-off';
  return { reason, layer: 'contract', rule: `hours@${version.validFrom}` };
}

/** ISO dates sort as texts. */
const covers = (from: string, until: string | undefined, date: string): boolean =>
  from <= date && (until === undefined || date < until);

/** Counted in this year's days; a season that ends before it begins runs from last year or into the next. */
function isSeason({ from, until }: Season, date: Temporal.PlainDate): boolean {
  const dayIn = (year: number, day: string) => {
    const [month = 1, dayOfMonth = 1] = day.split('-').map(Number);
    // 29 February of a common year means the day after 28 February.
    if (day === '02-29' && !date.with({ year, day: 1 }).inLeapYear)
      return Temporal.PlainDate.from({ year, month: 3, day: 1 });
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth });
  };
  return [date.year - 1, date.year].some((year) => {
    const first = dayIn(year, from);
    const end = dayIn(until > from ? year : year + 1, until);
    return Temporal.PlainDate.compare(first, date) <= 0 && Temporal.PlainDate.compare(date, end) < 0;
  });
}

function spansOf(pattern: HoursPattern, date: Temporal.PlainDate): readonly Span[] {
  if (pattern.kind === 'weekly') return pattern.days[date.dayOfWeek - 1] ?? [];
  const since = Temporal.PlainDate.from(pattern.anchor).until(date, { largestUnit: 'days' }).days;
  const length = pattern.days.length;
  return pattern.days[since - Math.floor(since / length) * length] ?? [];
}
