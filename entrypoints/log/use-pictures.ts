import { useEffect, useState } from 'preact/hooks';
import type { StoredDay } from '../../utils/adapters/database.ts';
import { endsOfHours } from '../../utils/core/insight/ends-of-hours.ts';
import { type HeatMap, heatMap } from '../../utils/core/insight/heat.ts';
import type { LogIndex } from '../../utils/core/insight/log-index.ts';
import { PATTERN_WEEKS, type Pattern, patternsIn, windowStart } from '../../utils/core/insight/patterns.ts';
import { unwatchedWeeks } from '../../utils/core/insight/unwatched.ts';
import { firstDay, type WeekOfContacts, weeksOfContacts } from '../../utils/core/insight/weeks.ts';
import { restRulesAt } from '../../utils/core/rest/rules-at.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { dateOfDay, dayNumber } from '../../utils/core/time/dates.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { instantOf } from '../../utils/core/time/zones.ts';
import type { KnownLog } from './index-feed.ts';
import { nextTask } from './next-task.ts';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const DAYS_PER_WEEK = 7;

export interface Pictures {
  readonly patterns: readonly Pattern[];
  readonly heat: HeatMap;
  readonly rows: readonly WeekOfContacts[];
  /** Mondays of weeks among the rows in which nothing was watched. */
  readonly unwatched: readonly LocalDate[];
  /** How many of the `patternWeeks` that patterns look at were not watched. */
  readonly quiet: number;
  readonly patternWeeks: number;
  readonly first: LocalDate | null;
}

export interface PicturesInput {
  readonly settings: Settings;
  readonly now: Instant;
  readonly today: LocalDate;
  /** How many weeks to show, this one included. */
  readonly weeks: number;
  readonly inHours: readonly StoredDay[];
}

/**
 * What the whole log shows, as soon as all of it has been read; the old pictures stand until the new ones are drawn. With a
 * hundred thousand entries they take long enough for a key stroke to wait, so they are drawn in many short tasks.
 */
export function usePictures(known: KnownLog | null, input: PicturesInput): Pictures | null {
  const [seen, setSeen] = useState<Pictures | null>(null);
  const { settings, now, today, weeks, inHours } = input;
  useEffect(() => {
    if (known === null || !known.whole) return;
    let current = true;
    const draw = async (): Promise<void> => {
      const steps = stepsOf(known.index, { settings, now, today, weeks, inHours });
      for (let step = steps.next(); current; step = steps.next()) {
        if (step.done) return setSeen(step.value);
        await nextTask();
      }
    };
    draw().catch((error: unknown) => console.error(error));
    return () => {
      current = false;
    };
  }, [known, settings, now, today, weeks, inHours]);
  return seen;
}

function* stepsOf(index: LogIndex, { settings, now, today, weeks, inHours }: PicturesInput): Generator<void, Pictures> {
  const { employments } = settings;
  const first = firstDay(index);
  const heat = heatMap(index);
  yield;
  const start = dateOfDay(windowStart(index, today));
  const ends = endsOfHours(employments, instantOf(start, 0, ZONE), instantOf(today, 0, ZONE));
  yield;
  const patterns = patternsIn({ index, today, zone: ZONE, ends });
  yield;
  const quiet = unwatchedWeeks(index, start, today, ZONE, now).length;
  yield;
  const rows: WeekOfContacts[] = [];
  for (const row of weeksOfContacts({ index, today, now, weeks, employments, inHours, rulesAt: restRulesAt })) {
    rows.push(row);
    yield;
  }
  const unwatched = unwatchedWeeks(index, rows.at(-1)?.monday ?? today, addDays(today, 1), ZONE, now);
  const patternWeeks = Math.min(PATTERN_WEEKS, Math.ceil((dayNumber(today) - dayNumber(start)) / DAYS_PER_WEEK));
  return { patterns, heat, rows, unwatched, quiet, patternWeeks, first: first === null ? null : dateOfDay(first) };
}
