import { Temporal } from 'temporal-polyfill';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type { Employment, HoursOverride, HoursPattern, HoursVersion, Span } from '../../../utils/core/hours/types.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';

/** Zones whose clocks do something unusual between 1990 and 2037, with some that never change. */
export const ZONES = [
  'Africa/Cairo', 'Africa/Casablanca', 'Africa/El_Aaiun', 'America/Asuncion', 'America/Bogota', 'America/Caracas',
  'America/Guayaquil', 'America/Havana', 'America/Mexico_City', 'America/New_York', 'America/Noronha', 'America/Nuuk',
  'America/Punta_Arenas', 'America/Santiago', 'America/Sao_Paulo', 'America/St_Johns', 'Antarctica/Troll', 'Asia/Almaty',
  'Asia/Amman', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Kolkata', 'Asia/Pyongyang', 'Asia/Tehran', 'Atlantic/Azores',
  'Australia/Lord_Howe', 'Australia/Sydney', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Madrid', 'Europe/Moscow',
  'Pacific/Apia', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Fakaofo', 'Pacific/Kiritimati', 'Pacific/Kwajalein',
  'Pacific/Norfolk', 'UTC',
]; // biome-ignore format: a list

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2037, 11, 31);

export type Random = () => number;

/** mulberry32: small, seeded, good enough to scatter test cases. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (random: Random, count: number): number => Math.floor(random() * count);
export const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;

export interface Case {
  readonly employment: Employment;
  readonly at: number;
}

/** An employment with an instant at which something may happen: mostly around a clock change or the edge of a span. */
export function randomCase(random: Random, zones: readonly string[] = ZONES): Case {
  for (;;) {
    const zone = pick(random, zones);
    const around = randomInstant(random, zone);
    const employment = randomEmployment(random, zone, around);
    if (checkEmployment(employment) === null) return { employment, at: nearby(random, employment, around) };
  }
}

function randomInstant(random: Random, zone: string): number {
  const anywhere = FIRST + below(random, LAST - FIRST);
  if (random() < 0.3) return anywhere;
  const change = Temporal.Instant.fromEpochMilliseconds(anywhere)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  if (change === null || change.epochMilliseconds > LAST) return anywhere;
  return change.epochMilliseconds + below(random, 4 * DAY) - 2 * DAY;
}

/** To the minute, to the millisecond, or exactly on or just before an edge. */
function nearby(random: Random, employment: Employment, around: number): number {
  const dice = random();
  if (dice < 0.2) return around;
  if (dice < 0.4) return Math.floor(around / 60_000) * 60_000;
  const shift = pick(random, [0, -1, 1]);
  const exception = employment.exceptions[below(random, employment.exceptions.length)];
  if (dice < 0.6 && exception !== undefined) return pick(random, [exception.from, exception.until]) + shift;
  const spans = employment.hours.flatMap(({ pattern }) => pattern.days.flat());
  const span = pick(random, spans);
  const date = Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(employment.zone).toPlainDate();
  const wall = date.toPlainDateTime().add({ minutes: pick(random, [span.startMinute, span.endMinute]) });
  return wall.toZonedDateTime(employment.zone).epochMilliseconds + shift;
}

function randomEmployment(random: Random, zone: string, around: number): Employment {
  const today = new Date(around).toISOString().slice(0, 10);
  return {
    id: 'job',
    label: 'Job',
    zoneRule: 'fixed',
    zone,
    hours: randomVersions(random, today),
    exceptions: Array.from({ length: random() < 0.5 ? 0 : 1 + below(random, 5) }, () => randomOverride(random, around)),
  };
}

function randomVersions(random: Random, today: string): HoursVersion[] {
  const versions: HoursVersion[] = [];
  let from = addDays(today, -below(random, pick(random, [3, 30, 400])));
  const count = 1 + below(random, 3);
  for (let index = 0; index < count; index += 1) {
    const until = addDays(from, 1 + below(random, pick(random, [3, 20, 60])));
    const last = index === count - 1 && random() < 0.7;
    versions.push({ validFrom: from, ...(!last && { validUntil: until }), pattern: randomPattern(random, from) });
    from = random() < 0.5 ? until : addDays(until, below(random, 20));
  }
  return versions;
}

function randomPattern(random: Random, from: string): HoursPattern {
  if (random() < 0.6) return { kind: 'weekly', days: randomDays(random, 7) };
  return {
    kind: 'rotating',
    anchor: addDays(from, below(random, 60) - 30),
    days: randomDays(random, pick(random, [1, 2, 3, 8, 9, 28])),
  };
}

/** Cuts the cycle into work and rest; long runs come from spans that touch. */
function randomDays(random: Random, length: number): Span[][] {
  const days: Span[][] = Array.from({ length }, () => []);
  const step = pick(random, [15, 30, 60, 1]);
  const dense = random();
  let free = 0;
  for (const [day, spans] of days.entries()) {
    if (random() < 0.25 + 0.5 * dense) continue;
    for (let tries = 1 + below(random, 3); tries > 0; tries -= 1) {
      const earliest = Math.max(free - day * 1440, 0);
      const startMinute = random() < 0.3 ? earliest : earliest + step * below(random, Math.ceil(600 / step));
      const endMinute = startMinute + step * (1 + below(random, Math.ceil(720 / step)));
      if (startMinute >= 1440 || endMinute > startMinute + 1440) break;
      spans.push({ startMinute, endMinute });
      free = day * 1440 + endMinute;
    }
  }
  if (random() < 0.02) return days.map(() => [{ startMinute: 0, endMinute: 1440 }]);
  return days;
}

function randomOverride(random: Random, around: number): HoursOverride {
  const from = around + below(random, 6 * DAY) - 3 * DAY;
  const start = random() < 0.5 ? Math.floor(from / HOUR) * HOUR : from;
  return {
    kind: pick(random, ['working-now', 'off-now']),
    from: start,
    until: start + (random() < 0.5 ? HOUR * (1 + below(random, 24)) : 1 + below(random, DAY)),
    reason: '',
  };
}
