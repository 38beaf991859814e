import { Temporal } from 'temporal-polyfill';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type { Employment, HoursPattern, HoursVersion } from '../../../utils/core/hours/types.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';
import { isTimed } from './oracle.ts';
import { randomDays } from './random-days.ts';
import { randomExceptions, randomMoves, randomSeasons, randomWindows } from './random-rules.ts';
import { below, pick, type Random } from './seeded.ts';

export { below, pick, type Random, seeded } from './seeded.ts';

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

const DAY = 86_400_000;
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2037, 11, 31);

export interface Case {
  readonly employment: Employment;
  readonly at: number;
}

/** An employment with an instant at which something may happen: mostly around a clock change or the edge of a span. */
export function randomCase(random: Random, zones: readonly string[] = ZONES): Case {
  for (;;) {
    const zone = pick(random, zones);
    const around = randomInstant(random, zone);
    const employment = randomEmployment(random, zone, around, zones);
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
  if (dice < 0.35) return Math.floor(around / 60_000) * 60_000;
  const shift = pick(random, [0, -1, 1]);
  const instants = [
    ...employment.exceptions.filter(isTimed).flatMap(({ from, until }) => [from, until]),
    ...(employment.moves ?? []).map(({ from }) => from),
  ];
  if (dice < 0.65 && instants.length > 0) return pick(random, instants) + shift;
  const patterns = [...employment.hours, ...(employment.windows ?? [])].map(({ pattern }) => pattern.days.flat());
  const shifts = employment.exceptions.flatMap((one) => (one.kind === 'shift' ? one.spans : []));
  const span = pick(random, [...patterns.flat(), ...shifts, { startMinute: 0, endMinute: 1440 }]);
  const date = Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(employment.zone).toPlainDate();
  const wall = date.toPlainDateTime().add({ minutes: pick(random, [span.startMinute, span.endMinute]) });
  return wall.toZonedDateTime(employment.zone).epochMilliseconds + shift;
}

function randomEmployment(random: Random, zone: string, around: number, zones: readonly string[]): Employment {
  const today = new Date(around).toISOString().slice(0, 10);
  const moves = random() < 0.15 ? randomMoves(random, around, zones) : [];
  const windows = random() < 0.4 ? randomWindows(random, today) : [];
  return {
    id: 'job',
    label: 'Job',
    zoneRule: moves.length > 0 ? 'worker-local' : 'fixed',
    zone,
    ...(moves.length > 0 && { moves }),
    hours: randomVersions(random, today),
    ...(windows.length > 0 && { windows }),
    exceptions: random() < 0.4 ? [] : randomExceptions(random, today, around),
  };
}

function randomVersions(random: Random, today: string): HoursVersion[] {
  const versions: HoursVersion[] = [];
  let from = addDays(today, -below(random, pick(random, [3, 30, 400])));
  const count = 1 + below(random, 3);
  for (let index = 0; index < count; index += 1) {
    const until = addDays(from, 1 + below(random, pick(random, [3, 20, 60])));
    const last = index === count - 1 && random() < 0.7;
    const seasons = random() < 0.2 ? randomSeasons(random, today) : [];
    versions.push({
      validFrom: from,
      ...(!last && { validUntil: until }),
      pattern: randomPattern(random, from),
      ...(seasons.length > 0 && { seasons }),
    });
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
