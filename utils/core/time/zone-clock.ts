import { HOUR_MS, type Instant, SECOND_MS, type ZoneName } from './instant.ts';

/**
 * The one place that knows what the wall clock of a zone shows.
 *
 * `@date-fns/tz` 1.5.0 was measured first (2026-11) and is not used. Its way from wall clock to instant goes through the
 * machine's own zone, so the same question gets different answers on different machines: of 32 310 wall times around
 * the clock changes of 20 zones, roughly 2 900 were wrong under UTC and others under Europe/Madrid or Pacific/Apia (the
 * later reading of a repeated hour, hours off in gaps). Offsets between -00:59 and -00:01 lose their sign
 * (Africa/Monrovia before 1972). And it costs 10 to 18 µs a call, where a whole verdict may take 20.
 *
 * Here the offset is read from `Intl` (the browser's own zone data) at the ends of short stretches of time and kept: a
 * stretch whose ends agree has one offset; otherwise the second of the change is found by halving.
 */

/**
 * Length of a stretch. No zone changes twice within it: the closest changes in tzdata 2025c, 1970 to 2100, are 6.96
 * days apart (America/Noronha and Recife, October 2000; Asia/Gaza, October 2040).
 */
export const STRETCH_MS = 96 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** About eleven years of one zone; a cache, so that throwing it away costs time only. */
const MAX_STRETCHES = 1_024;
const MAX_ZONES = 64;

/** Newer engines also take bare offsets such as `+05:00` for zones. */
const ZONE_TEXT = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;
const OFFSET_TEXT = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

interface Stretch {
  readonly before: number;
  readonly after: number;
  /** First instant at which `after` holds; the end of the stretch when nothing changes. */
  readonly change: Instant;
}

/** The wall clock of one zone. A wall time is a number of milliseconds, read as if the wall clock showed UTC. */
export interface ZoneClock {
  /** Milliseconds to add to an instant to get its wall time. */
  offsetAt(at: Instant): number;
  /**
   * The instant at which the wall clock shows `wall`. A wall time inside a gap is moved forward by the gap's length; one
   * that comes twice means the earlier (`Temporal`'s "compatible").
   */
  instantOfWall(wall: number): Instant;
  /** False for a day that the zone leaves out when it changes sides of the date line (Samoa, 2011-12-30). */
  hasDay(day: number): boolean;
}

const clocks = new Map<ZoneName, ZoneClock>();

/** The clock of `zone`. Throws a RangeError for a zone that the browser does not know. */
export function zoneClock(zone: ZoneName): ZoneClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  if (!ZONE_TEXT.test(zone)) throw new RangeError(`not a time zone: ${zone.slice(0, 64)}`);
  const made = makeClock(new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }));
  if (clocks.size >= MAX_ZONES) clocks.clear();
  clocks.set(zone, made);
  return made;
}

function makeClock(format: Intl.DateTimeFormat): ZoneClock {
  const stretches = new Map<number, Stretch>();

  function measure(index: number): Stretch {
    const from = index * STRETCH_MS;
    const until = from + STRETCH_MS;
    const before = stretches.get(index - 1)?.after ?? readOffset(format, from);
    const after = stretches.get(index + 1)?.before ?? readOffset(format, until);
    if (before === after) return { before, after, change: until };
    let low = from / SECOND_MS;
    let high = until / SECOND_MS;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (readOffset(format, middle * SECOND_MS) === before) low = middle;
      else high = middle;
    }
    return { before, after, change: high * SECOND_MS };
  }

  function offsetAt(at: Instant): number {
    const index = Math.floor(at / STRETCH_MS);
    let stretch = stretches.get(index);
    if (stretch === undefined) {
      stretch = measure(index);
      if (stretches.size >= MAX_STRETCHES) stretches.clear();
      stretches.set(index, stretch);
    }
    return at < stretch.change ? stretch.before : stretch.after;
  }

  function instantOfWall(wall: number): Instant {
    // Offsets lie within ±24 h and changes days apart, so at most these two offsets are in question.
    const before = offsetAt(wall - DAY_MS);
    const after = offsetAt(wall + DAY_MS);
    const early = wall - before;
    if (before === after || offsetAt(early) === before) return early;
    const late = wall - after;
    return offsetAt(late) === after ? late : early;
  }

  function hasDay(day: number): boolean {
    const start = instantOfWall(day * DAY_MS);
    return Math.floor((start + offsetAt(start)) / DAY_MS) === day;
  }

  return { offsetAt, instantOfWall, hasDay };
}

/** `GMT-03:00`, `GMT-00:44:30` or plain `GMT` at the end of the formatted date. */
function readOffset(format: Intl.DateTimeFormat, at: Instant): number {
  const parts = OFFSET_TEXT.exec(format.format(at));
  if (parts === null) throw new RangeError(`no offset for ${format.resolvedOptions().timeZone}`);
  const seconds = Number(parts[2] ?? 0) * 3_600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === '-' ? -seconds : seconds) * SECOND_MS;
}
