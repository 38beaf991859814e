import { Temporal } from 'temporal-polyfill';
import type { Employment, HoursPattern, HoursVersion, Season, Span, Verdict } from '../../../utils/core/hours/types.ts';
import { piecesOfBlock, piecesOfFlexible } from './oracle-free.ts';
import type { Said } from './oracle-said.ts';

/** What the oracle knows of single dates; see `oracle.ts`. */

export type Source = 'hours' | 'care' | 'break' | 'on-call';
export type Ground = Pick<Verdict, 'reason' | 'layer' | 'rule'>;

export interface Interval {
  readonly source: Source;
  readonly zone: string;
  readonly from: number;
  readonly until: number;
  readonly ground: Ground;
}

/** A date of one employment in one zone. */
interface Day {
  readonly date: Temporal.PlainDate;
  readonly zone: string;
  readonly said: Said;
}

type Placed = Omit<Interval, 'zone'>;

const DAY = 86_400_000;

export const utcDate = (day: number): Temporal.PlainDate => dateIn('UTC', day * DAY);

export const dateIn = (zone: string, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

export function intervalsOn(employment: Employment, said: Said, zone: string, date: Temporal.PlainDate): Interval[] {
  // A date that the zone never had: its first moment, if one asks for it, is shown under another date.
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return [];
  const day = { date, zone, said };
  return [...hoursOn(employment, day), ...windowsOn(employment, day)].map((placed) => ({ ...placed, zone }));
}

export function instantAt({ date, zone }: Pick<Day, 'date' | 'zone'>, minutes: number): number {
  const wall = date.toPlainDateTime().add({ minutes });
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

const place = (day: Day, source: Source, spans: readonly Span[], ground: Ground): Placed[] =>
  spans.map(({ startMinute, endMinute }) => {
    return { source, ground, from: instantAt(day, startMinute), until: instantAt(day, endMinute) };
  });

/** What the day's exceptions leave of its hours. */
function hoursOn({ hours, exceptions }: Employment, day: Day): Placed[] {
  const text = day.date.toString();
  if (exceptions.some((one) => one.kind === 'leave' && covers(one.from, one.until, text))) return [];
  const shifts = exceptions.filter((one) => one.kind === 'shift').filter((one) => one.date === text);
  const instead = shifts.filter(({ mode }) => mode === 'instead').pop();
  const ground: Ground = { reason: 'shift', layer: 'exception', rule: `shift@${text}` };
  const worked = shifts
    .filter((one) => one.mode === 'extra' || one === instead)
    .flatMap(({ spans }) => place(day, 'hours', spans, ground));
  if (instead !== undefined || exceptions.some((one) => one.kind === 'holiday' && one.date === text)) return worked;
  const version = hours.find(({ validFrom, validUntil }) => covers(validFrom, validUntil, text));
  return version === undefined ? worked : [...worked, ...contractOn(version, day)];
}

function contractOn(version: HoursVersion, day: Day): Placed[] {
  const pattern = patternOn(version, day.date);
  const rule = `hours@${version.validFrom}`;
  const grounded = (reason: Verdict['reason']): Ground => ({ reason, layer: 'contract', rule });
  const minute = (minutes: number) => instantAt(day, minutes);
  if (pattern.kind === 'block') {
    if (isOff(pattern, day.date)) return [];
    return piecesOfBlock(pattern, day.said, minute).map((piece) => ({
      source: 'hours',
      from: piece.from,
      until: piece.until,
      ground: grounded('reachable'),
    }));
  }
  if (pattern.kind === 'flexible') {
    const today = pattern.days[day.date.dayOfWeek - 1];
    if (today === null || today === undefined) return [];
    return piecesOfFlexible(today, day.said, minute).map(({ from, until, isCore }) => ({
      source: 'hours',
      from,
      until,
      ground: grounded(isCore ? 'within-hours' : 'flexible'),
    }));
  }
  return place(day, 'hours', spansOf(pattern, day.date), grounded('within-hours'));
}

function windowsOn({ windows = [], exceptions }: Employment, day: Day): Placed[] {
  const text = day.date.toString();
  const away = exceptions.some((one) => one.kind === 'leave' && covers(one.from, one.until, text));
  return windows
    .filter(({ validFrom, validUntil }) => covers(validFrom, validUntil, text))
    .filter(({ kind }) => !(away && kind === 'on-call'))
    .flatMap(({ kind, pattern, validFrom }) => {
      const layer = kind === 'care' ? 'exception' : 'contract';
      return place(day, kind, spansOf(pattern, day.date), { reason: kind, layer, rule: `${kind}@${validFrom}` });
    });
}

/** Why somebody who is not working is off on that day. */
export function outsideOf(employment: Employment, date: Temporal.PlainDate): Ground {
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
  const pattern = patternOn(version, date);
  const working = pattern.kind === 'block' ? 'rest-block' : 'outside-hours';
  return {
    reason: isOff(pattern, date) ? 'day-off' : working,
    layer: 'contract',
    rule: `hours@${version.validFrom}`,
  };
}

function isOff(pattern: HoursPattern, date: Temporal.PlainDate): boolean {
  if (pattern.kind === 'block') return pattern.daysOff.some((day) => day === date.dayOfWeek);
  if (pattern.kind === 'flexible') return pattern.days[date.dayOfWeek - 1] === null;
  return spansOf(pattern, date).length === 0;
}

/** ISO dates sort as texts. */
const covers = (from: string, until: string | undefined, date: string): boolean =>
  from <= date && (until === undefined || date < until);

const patternOn = (version: HoursVersion, date: Temporal.PlainDate): HoursPattern =>
  (version.seasons?.find((one) => isSeason(one, date)) ?? version).pattern;

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
  if (pattern.kind !== 'rotating') return [];
  const since = Temporal.PlainDate.from(pattern.anchor).until(date, { largestUnit: 'days' }).days;
  const length = pattern.days.length;
  return pattern.days[since - Math.floor(since / length) * length] ?? [];
}
