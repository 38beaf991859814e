import type { HoursException, Season, Span, WindowsVersion, ZoneMove } from '../../../utils/core/hours/types.ts';
import { addDays } from '../../../utils/core/time/calendar.ts';
import { randomDays } from './random-days.ts';
import { randomPattern } from './random-free.ts';
import { below, pick, type Random } from './seeded.ts';

/** Everything beside the plain contract, near the instant that will be asked about. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function randomExceptions(random: Random, today: string, around: number): HoursException[] {
  return Array.from({ length: 1 + below(random, 6) }, () => randomException(random, today, around));
}

/** Words of the person and agreed overtime, which free days follow: mostly hours long, at any time of the day. */
export function randomSaid(random: Random, around: number): HoursException[] {
  return Array.from({ length: below(random, 6) }, () => {
    const from = around + below(random, 6 * DAY) - 3 * DAY;
    const at = random() < 0.6 ? Math.floor(from / (HOUR / 2)) * (HOUR / 2) : from;
    const length = random() < 0.7 ? (HOUR / 2) * (1 + below(random, 12)) : 1 + below(random, DAY);
    return {
      kind: pick(random, ['working-now', 'working-now', 'overtime', 'off-now']),
      from: at,
      until: at + length,
      reason: '',
    };
  });
}

function randomException(random: Random, today: string, around: number): HoursException {
  const date = addDays(today, below(random, 9) - 4);
  const stretch = randomStretch(random, around);
  const kind = pick(random, [
    'working-now', 'off-now', 'leave', 'holiday', 'shift', 'shift', 'overtime', 'on-call', 'care', 'break',
  ] as const); // biome-ignore format: a list
  switch (kind) {
    case 'leave': {
      const until = addDays(date, 1 + below(random, pick(random, [2, 10, 60])));
      return { kind, from: date, until, leave: pick(random, ['annual', 'sick', 'parental', 'other']) };
    }
    case 'holiday':
      return { kind, date, name: 'Holiday' };
    case 'shift':
      return { kind, date, mode: pick(random, ['instead', 'extra']), spans: randomSpans(random) };
    case 'on-call':
      return { kind, ...stretch, pay: pick(random, ['paid', 'unpaid', 'unclear']) };
    case 'care':
    case 'break':
      return { kind, ...stretch };
    default:
      return { kind, ...stretch, reason: '' };
  }
}

/** At most a day, often from and to a full hour. */
function randomStretch(random: Random, around: number): { from: number; until: number } {
  const somewhere = around + below(random, 6 * DAY) - 3 * DAY;
  const from = random() < 0.5 ? Math.floor(somewhere / HOUR) * HOUR : somewhere;
  return { from, until: from + (random() < 0.5 ? HOUR * (1 + below(random, 24)) : 1 + below(random, DAY)) };
}

const randomSpans = (random: Random): readonly Span[] => randomDays(random, 1)[0] ?? [];

/** Long enough that a cycle goes round in every season, so that nothing is rarer than once a year. */
export function randomSeasons(random: Random, today: string): Season[] {
  let from = addDays(today, below(random, 60) - 50);
  return Array.from({ length: 1 + below(random, 2) }, () => {
    const until = addDays(from, 10 + below(random, 80));
    const season = { from: yearDay(from), until: yearDay(until), pattern: randomPattern(random, from, [1, 2, 3, 8]) };
    from = addDays(until, below(random, 30));
    return season;
  });
}

const yearDay = (date: string): string => date.slice('YYYY-'.length);

export function randomWindows(random: Random, today: string): WindowsVersion[] {
  return Array.from({ length: 1 + below(random, 3) }, () => {
    const validFrom = addDays(today, -below(random, 20));
    const kind = pick(random, ['care', 'break', 'on-call', 'on-call'] as const);
    return {
      kind,
      validFrom,
      ...(random() < 0.3 && { validUntil: addDays(validFrom, 1 + below(random, 40)) }),
      pattern: { kind: 'weekly', days: randomDays(random, 7) },
      ...(kind === 'on-call' && { pay: pick(random, ['paid', 'unpaid', 'unclear'] as const) }),
    };
  });
}

export function randomMoves(random: Random, around: number, zones: readonly string[]): ZoneMove[] {
  let from = around - 2 * DAY;
  return Array.from({ length: 1 + below(random, 2) }, () => {
    from += 1 + below(random, 2 * DAY);
    return { from, zone: pick(random, zones) };
  });
}
