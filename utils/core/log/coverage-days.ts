import { lengthIn } from '../rest/stretches.ts';
import { addDays } from '../time/calendar.ts';
import type { LocalDate, ZoneName } from '../time/instant.ts';
import { dateOf, instantOf } from '../time/zones.ts';
import type { Coverage } from './coverage.ts';

/** One app on one day: how long it was watched, and what came. No contact means something only beside the first. */
export interface DayTotals {
  readonly date: LocalDate;
  readonly app: string;
  /** Milliseconds; a day with a clock change has 23 or 25 hours. */
  readonly watchedMs: number;
  readonly afterHours: number;
  readonly onCall: number;
  /** Contacts in hours; null where they were not counted or are not handed over. */
  readonly inHours: number | null;
}

/** The plain counters of contacts in hours, one for a day and app. */
export type InHoursCounts = readonly { readonly date: LocalDate; readonly app: string; readonly count: number }[];

/** Every day and app of the period on which it was watched or was heard of, by day, then in the order of first mention. */
export function dayTotals(
  { period, apps, contacts }: Coverage,
  inHours: InHoursCounts | null,
  zone: ZoneName,
): readonly DayTotals[] {
  const keyOf = (date: LocalDate, app: string): string => `${date} ${app}`;
  const after = new Map(contacts.map((one) => [keyOf(one.date, one.app), one]));
  const during = new Map((inHours ?? []).map(({ date, app, count }) => [keyOf(date, app), count]));
  const watched = new Map(apps.map((one) => [one.app, one.watched]));
  const names = new Set([...apps, ...contacts, ...(inHours ?? [])].map(({ app }) => app));

  const totals: DayTotals[] = [];
  for (let date = dateOf(period.from, zone); instantOf(date, 0, zone) < period.until; date = addDays(date, 1)) {
    const day = { from: instantOf(date, 0, zone), until: instantOf(addDays(date, 1), 0, zone) };
    for (const app of names) {
      const { afterHours = 0, onCall = 0 } = after.get(keyOf(date, app)) ?? {};
      const watchedMs = lengthIn(watched.get(app) ?? [], day);
      const counted = during.get(keyOf(date, app)) ?? 0;
      if (watchedMs + afterHours + onCall + counted === 0) continue;
      totals.push({ date, app, watchedMs, afterHours, onCall, inHours: inHours === null ? null : counted });
    }
  }
  return totals;
}
