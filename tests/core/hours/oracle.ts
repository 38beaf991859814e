import { Temporal } from 'temporal-polyfill';
import type { Employment, Span } from '../../../utils/core/hours/types.ts';

/**
 * A second, slow answer to "when does this person work", written on Temporal and sharing no code with utils/core. It
 * collects every edge that could matter, day by day, and asks at each of them.
 */

interface Interval {
  readonly from: number;
  readonly until: number;
}

const DAY = 86_400_000;

/** No employment of the generator repeats, changes or pauses for longer. */
const HORIZON_DAYS = 250;

export interface OracleAnswer {
  readonly working: boolean;
  readonly until: number | null;
}

export function oracleAt(employment: Employment, at: number): OracleAnswer {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(employment.zone).toPlainDate();
  const intervals: Interval[] = [];
  const edges: number[] = employment.exceptions.flatMap(({ from, until }) => [from, until]);
  let walked = -4;

  function walkTo(offset: number): void {
    for (; walked <= offset; walked += 1) {
      const more = intervalsOn(employment, today.add({ days: walked }));
      intervals.push(...more);
      edges.push(...more.flatMap(({ from, until }) => [from, until]));
    }
  }

  function worksAt(moment: number): boolean {
    const overrides = employment.exceptions.filter(({ from, until }) => from <= moment && moment < until);
    const newest = Math.max(...overrides.map(({ from }) => from));
    const deciding = overrides.filter(({ from }) => from === newest).pop();
    if (deciding !== undefined) return deciding.kind === 'working-now';
    return intervals.some(({ from, until }) => from <= moment && moment < until);
  }

  walkTo(3);
  const working = worksAt(at);
  for (let offset = 1; offset <= HORIZON_DAYS; offset += 1) {
    walkTo(offset + 3);
    const reach = at + offset * DAY;
    const changes = edges.filter((edge) => edge > at && edge <= reach && edge > reach - 2 * DAY);
    const flips = changes.filter((edge) => worksAt(edge) !== working);
    if (flips.length > 0) return { working, until: Math.min(...flips) };
  }
  return { working, until: null };
}

function intervalsOn(employment: Employment, date: Temporal.PlainDate): Interval[] {
  const { zone } = employment;
  const spans = spansOn(employment, date);
  if (spans.length === 0) return [];
  // A date that the zone never had: its first moment, if one asks for it, is shown under another date.
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return [];
  return spans.map(({ startMinute, endMinute }) => ({
    from: instantAt(date, startMinute, zone),
    until: instantAt(date, endMinute, zone),
  }));
}

function instantAt(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const wall = date.toPlainDateTime().add({ minutes });
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function spansOn({ hours }: Employment, date: Temporal.PlainDate): readonly Span[] {
  const text = date.toString();
  const version = hours.find(
    ({ validFrom, validUntil }) => validFrom <= text && (validUntil === undefined || text < validUntil),
  );
  if (version === undefined) return [];
  const { pattern } = version;
  if (pattern.kind === 'weekly') return pattern.days[date.dayOfWeek - 1] ?? [];
  const since = Temporal.PlainDate.from(pattern.anchor).until(date, { largestUnit: 'days' }).days;
  const length = pattern.days.length;
  return pattern.days[since - Math.floor(since / length) * length] ?? [];
}
