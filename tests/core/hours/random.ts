import { Temporal } from 'temporal-polyfill';
import { checkEmployment } from '../../../utils/core/hours/check.ts';
import type { Employment, HoursPattern, HoursVersion, Span } from '../../../utils/core/hours/types.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';
import { isTimed } from './oracle.ts';
import { randomPattern } from './random-free.ts';
import { randomExceptions, randomMoves, randomSaid, randomSeasons, randomWindows } from './random-rules.ts';
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

/** Changes of which people's calendars went wrong, and how far around them one may ask, in days. */
const NAMED: readonly (readonly [zone: string, around: string, days: number])[] = [
  ['America/Asuncion', '2024-10-15T12:00Z', 20], // clocks forward for the last time
  ['America/Mexico_City', '2022-10-30T12:00Z', 20], // clocks back for the last time
  ['Asia/Almaty', '2024-02-29T18:00Z', 3], // from +06 to +05, for good
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 3], // half an hour
  ['Pacific/Apia', '2011-12-30T10:00Z', 4], // a day left out
  ['Africa/Casablanca', '2026-03-01T12:00Z', 30], // Ramadan
];

const DAY = 86_400_000;
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2037, 11, 31);

/** An employment, and an instant near everything about it that differs. */
export interface Contract {
  readonly employment: Employment;
  readonly around: number;
}

export interface Case {
  readonly employment: Employment;
  readonly at: number;
}

/** An employment with an instant at which something may happen: mostly around a clock change or the edge of a span. */
export function randomCase(random: Random, zones: readonly string[] = ZONES): Case {
  const contract = randomContract(random, zones);
  return { employment: contract.employment, at: randomInstantOf(random, contract) };
}

export function randomContract(random: Random, zones: readonly string[] = ZONES): Contract {
  for (;;) {
    const { zone, around } = randomMoment(random, zones);
    const employment = randomEmployment(random, zone, around, zones);
    if (checkEmployment(employment) === null) return { employment, around };
  }
}

function randomMoment(random: Random, zones: readonly string[]): { zone: string; around: number } {
  if (random() < 0.1) {
    const [zone, around, days] = pick(random, NAMED);
    return { zone, around: Date.parse(around) + below(random, 2 * days * DAY) - days * DAY };
  }
  const zone = pick(random, zones);
  const anywhere = FIRST + below(random, LAST - FIRST);
  if (random() < 0.3) return { zone, around: anywhere };
  const change = Temporal.Instant.fromEpochMilliseconds(anywhere)
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  if (change === null || change.epochMilliseconds > LAST) return { zone, around: anywhere };
  return { zone, around: change.epochMilliseconds + below(random, 4 * DAY) - 2 * DAY };
}

/** To the minute, to the millisecond, or exactly on, just before or just after an edge. */
export function randomInstantOf(random: Random, { employment, around }: Contract): number {
  const dice = random();
  const near = around + below(random, 10 * DAY) - 5 * DAY;
  if (dice < 0.1) return around;
  if (dice < 0.2) return near;
  if (dice < 0.3) return Math.floor(near / 60_000) * 60_000;
  const shift = pick(random, [0, -1, 1]);
  const instants = [
    ...employment.exceptions.filter(isTimed).flatMap(({ from, until }) => [from, until]),
    ...(employment.moves ?? []).map(({ from }) => from),
  ];
  if (dice < 0.5 && instants.length > 0) return pick(random, instants) + shift;
  const local = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO(employment.zone);
  if (dice < 0.6) return (local.getTimeZoneTransition('next')?.epochMilliseconds ?? near) + shift;
  const patterns = [...employment.hours, ...(employment.windows ?? [])].flatMap(({ pattern }) => edgesOf(pattern));
  const shifts = employment.exceptions.flatMap((one) => (one.kind === 'shift' ? one.spans.flatMap(bothEnds) : []));
  const wall = local
    .toPlainDate()
    .toPlainDateTime()
    .add({ minutes: pick(random, [...patterns, ...shifts, 0]) });
  return wall.toZonedDateTime(employment.zone).epochMilliseconds + shift;
}

const bothEnds = ({ startMinute, endMinute }: Span): readonly number[] => [startMinute, endMinute];

function edgesOf(pattern: HoursPattern): readonly number[] {
  if (pattern.kind === 'block') {
    return [pattern.usualEndMinute, (pattern.usualEndMinute + pattern.blockMinutes) % 1_440];
  }
  if (pattern.kind !== 'flexible') return pattern.days.flat().flatMap(bothEnds);
  return pattern.days.flatMap((day) => {
    if (day === null) return [];
    const { frame, core, usualStartMinute: usual, quotaMinutes } = day;
    return [...bothEnds(frame), ...(core === null ? [] : bothEnds(core)), usual, usual + quotaMinutes];
  });
}

function randomEmployment(random: Random, zone: string, around: number, zones: readonly string[]): Employment {
  const today = new Date(around).toISOString().slice(0, 10);
  const moves = random() < 0.15 ? randomMoves(random, around, zones) : [];
  const windows = random() < 0.4 ? randomWindows(random, today) : [];
  const hours = randomVersions(random, today);
  const isFree = ({ kind }: HoursPattern): boolean => kind === 'block' || kind === 'flexible';
  const free = hours.some(({ pattern, seasons = [] }) => [pattern, ...seasons.map((one) => one.pattern)].some(isFree));
  return {
    id: 'job',
    label: 'Job',
    zoneRule: moves.length > 0 ? 'worker-local' : 'fixed',
    zone,
    ...(moves.length > 0 && { moves }),
    hours,
    ...(windows.length > 0 && { windows }),
    exceptions: [
      ...(random() < 0.4 ? [] : randomExceptions(random, today, around)),
      ...(free ? randomSaid(random, around) : []),
    ],
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
      pattern: randomPattern(random, addDays(from, below(random, 60) - 30), [1, 2, 3, 8, 9, 28]),
      ...(seasons.length > 0 && { seasons }),
    });
    from = random() < 0.5 ? until : addDays(until, below(random, 20));
  }
  return versions;
}
