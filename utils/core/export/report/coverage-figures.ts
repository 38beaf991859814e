import type { AppCoverage, Coverage } from '../../log/coverage.ts';
import type { ZoneHistory } from '../../rest/calendar.ts';
import { lengthIn } from '../../rest/stretches.ts';
import { addDays } from '../../time/calendar.ts';
import type { Instant, LocalDate } from '../../time/instant.ts';
import { type Period, stretchOf, weeksOf } from '../period.ts';
import type { ReportFacts } from './facts.ts';

/** With more rows than that, months take the place of weeks. */
const MOST_WEEK_ROWS = 60;

/** One app in one week or month: a number of contacts means something only beside the time that was watched. */
export interface CoverageRow {
  /** `2026-W10` or `2026-03`. */
  readonly when: string;
  readonly app: string;
  /** Milliseconds, up to now. */
  readonly watchedMs: number;
  /** Milliseconds by reason (`Missing`), those that are not 0. Together with `watchedMs`: all of the time. */
  readonly missingMs: ReadonlyMap<string, number>;
  readonly afterHours: number;
  readonly onCall: number;
  /** Null where the counters are not handed over. */
  readonly inHours: number | null;
}

interface Bucket extends Period {
  readonly when: string;
}

/**
 * By week, or by month where that would be a long table; of each, the apps of which the lines or the counters speak.
 * Nothing is said of the time after `madeAt`. Empty where no line tells what was watched.
 */
export function coverageRows(
  { apps, contacts }: Coverage,
  { period, inHours, madeAt }: Pick<ReportFacts, 'period' | 'inHours' | 'madeAt'>,
  zones: ZoneHistory,
): readonly CoverageRow[] {
  if (apps.length === 0) return [];
  const names = [...new Set([...apps, ...contacts, ...(inHours ?? [])].map(({ app }) => app))];
  const weeks = bucketsByWeek(period, zones);
  const buckets = weeks.length * names.length > MOST_WEEK_ROWS ? bucketsByMonth(period) : weeks;
  const byApp = new Map(apps.map((one) => [one.app, one]));
  return buckets.flatMap((bucket) => {
    const { from, until } = stretchOf(bucket, zones);
    if (from >= madeAt) return [];
    const time = { from, until: Math.min(until, madeAt) };
    const within = ({ date }: { readonly date: LocalDate }): boolean => date >= bucket.first && date <= bucket.last;
    const heard = contacts.filter(within);
    const counted = inHours?.filter(within) ?? null;
    return names.map((app): CoverageRow => {
      const sum = <T extends { readonly app: string }>(all: readonly T[], of: (one: T) => number): number =>
        all.reduce((total, one) => total + (one.app === app ? of(one) : 0), 0);
      return {
        when: bucket.when,
        app,
        ...timesOf(byApp.get(app), time),
        afterHours: sum(heard, ({ afterHours }) => afterHours),
        onCall: sum(heard, ({ onCall }) => onCall),
        inHours: counted === null ? null : sum(counted, ({ count }) => count),
      };
    });
  });
}

function timesOf(
  app: AppCoverage | undefined,
  time: { readonly from: Instant; readonly until: Instant },
): Pick<CoverageRow, 'watchedMs' | 'missingMs'> {
  const whole = time.until - time.from;
  if (app === undefined) return { watchedMs: 0, missingMs: new Map([['unknown', whole]]) };
  const missingMs = new Map<string, number>();
  for (const what of new Set(app.missing.map((one) => one.what))) {
    const ms = lengthIn(
      app.missing.filter((one) => one.what === what),
      time,
    );
    if (ms > 0) missingMs.set(what, ms);
  }
  return { watchedMs: lengthIn(app.watched, time), missingMs };
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

const bucketsByWeek = ({ first, last }: Period, zones: ZoneHistory): readonly Bucket[] =>
  weeksOf({ first, last }, zones).weeks.map(({ week, monday }) => ({
    when: week,
    first: later(monday, first),
    last: earlier(addDays(monday, 6), last),
  }));

function bucketsByMonth({ first, last }: Period): readonly Bucket[] {
  const buckets: Bucket[] = [];
  for (let start = first; start <= last; ) {
    const when = start.slice(0, 'YYYY-MM'.length);
    const next = `${addDays(`${when}-28`, 4).slice(0, 'YYYY-MM'.length)}-01`;
    buckets.push({ when, first: start, last: earlier(addDays(next, -1), last) });
    start = next;
  }
  return buckets;
}
