import type { WholeDays } from './all-day.ts';
import type { Occurrence } from './timed.ts';
import type { RosterOptions, RosterQuestion } from './types.ts';

/** One question about all times without a zone, one about each zone that is not known, one about each whole day. */
export function questionsOf(
  doubtful: readonly Occurrence[],
  days: readonly WholeDays[],
  { zone }: RosterOptions,
): RosterQuestion[] {
  /** Events by the name of their zone; null for none. */
  const events = new Map<string | null, Set<number>>();
  for (const { doubt, event } of doubtful) {
    if (doubt === null) continue;
    const name = doubt.kind === 'floating' ? null : doubt.name;
    events.set(name, (events.get(name) ?? new Set()).add(event.line));
  }
  const zones = [...events].map(
    ([name, lines]): RosterQuestion =>
      name === null
        ? { kind: 'floating', events: lines.size, assumed: zone }
        : { kind: 'unknown-zone', name, events: lines.size, assumed: zone },
  );
  const wholeDays = days
    .toSorted((a, b) => (a.from === b.from ? a.event.line - b.event.line : a.from < b.from ? -1 : 1))
    .map(
      ({ event, from, until }): RosterQuestion => ({
        kind: 'all-day',
        from,
        until,
        summary: event.summary,
        line: event.line,
      }),
    );
  return [...zones, ...wholeDays];
}
