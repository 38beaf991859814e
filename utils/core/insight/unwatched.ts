import { CoverageCollector } from '../log/coverage.ts';
import { lengthIn, unionOf } from '../rest/stretches.ts';
import { dateOfDay, dayNumber } from '../time/dates.ts';
import type { Instant, LocalDate, ZoneName } from '../time/instant.ts';
import { instantOf } from '../time/zones.ts';
import type { LogIndex } from './log-index.ts';
import { mondayOf } from './weeks.ts';

/**
 * Mondays of the weeks in `[from, until)` in which no app was watched for a moment, by the log's own lines. Where lines of
 * that time say nothing of it (an early version wrote none), or a contact came, no week is called unwatched.
 */
export function unwatchedWeeks(
  index: LogIndex,
  from: LocalDate,
  until: LocalDate,
  zone: ZoneName,
  now: Instant,
): readonly LocalDate[] {
  const startOf = (day: number): Instant => instantOf(dateOfDay(day), 0, zone);
  const firstMonday = mondayOf(dayNumber(from));
  const period = { from: startOf(firstMonday), until: startOf(dayNumber(until)) };
  const collector = new CoverageCollector(period);
  const seqs = [...index.coverage.keys()].toSorted((a, b) => a - b);
  for (const seq of seqs) {
    const entry = index.coverage.get(seq);
    if (entry !== undefined) collector.add(entry);
  }
  const { apps } = collector.result(now);
  const watched = unionOf(apps.flatMap((app) => app.watched));
  // One app whose lines tell of the whole week is enough: the others may have been chosen later.
  const toldOf = apps.map(({ missing }) => missing.filter(({ what }) => what === 'unknown'));
  const reached = new Set<number>();
  for (let seq = 1; seq <= index.last; seq += 1) {
    if ((index.count[seq] ?? 0) > 0) reached.add(mondayOf(index.day[seq] ?? 0));
  }

  const mondays: LocalDate[] = [];
  for (let monday = firstMonday; monday + 7 <= dayNumber(until); monday += 7) {
    const week = { from: startOf(monday), until: startOf(monday + 7) };
    const known = toldOf.some((unknown) => lengthIn(unknown, week) === 0);
    if (known && !reached.has(monday) && lengthIn(watched, week) === 0) mondays.push(dateOfDay(monday));
  }
  return mondays;
}
