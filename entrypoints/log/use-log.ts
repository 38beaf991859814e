import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LogRowView } from '../../components/log/log-rows.tsx';
import type { LogViewProps } from '../../components/log/log-view.tsx';
import { channelName } from '../../components/manual/channel-name.ts';
import type { LogRow } from '../../utils/adapters/log-reader.ts';
import type { WeekOfHours } from '../../utils/core/hours/week.ts';
import type { LogIndex } from '../../utils/core/insight/log-index.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { dayNumber } from '../../utils/core/time/dates.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import type { KnownLog } from './index-feed.ts';
import { keepFilter, readKeptFilter } from './kept-filter.ts';
import { reader } from './reader.ts';
import { useFound } from './use-found.ts';

type Shown = Pick<
  LogViewProps,
  'apps' | 'appName' | 'size' | 'found' | 'readRows' | 'contacts' | 'filter' | 'onFilter'
>;

/** Everything that the log page shows of the log itself. */
export function useLog(known: KnownLog | null, settings: Settings, week: WeekOfHours | null, t: Text): Shown {
  const [filter, setFilter] = useState(readKeptFilter);
  useEffect(() => keepFilter(filter), [filter]);
  // Settings are a new object with every news; names of apps seldom change.
  const chosen = JSON.stringify(settings.apps.map(({ id, name }) => [id, name]));
  const names = useMemo(() => new Map(JSON.parse(chosen) as [string, string][]), [chosen]);
  const appName = useCallback((id: string): string => names.get(id) ?? channelName(t, id) ?? id, [names, t]);
  const found = useFound(known, filter, appName);
  const monday = week?.monday ?? null;
  const contacts = useMemo(
    () => (known === null || monday === null ? [] : contactsSince(known.index, monday)),
    [known, monday],
  );
  const logged = known?.index.apps.names ?? [];
  const ids = new Set([...names.keys(), ...logged.filter((id) => id !== '')]);
  return {
    apps: [...ids].map((id) => ({ id, name: appName(id) })),
    appName,
    size: known?.head?.size ?? 0,
    found,
    readRows,
    contacts,
    filter,
    onFilter: setFilter,
  };
}

/** As many marks as a ribbon can show. */
const MOST_MARKS = 500;

function contactsSince(index: LogIndex, monday: string): readonly Instant[] {
  const marks: Instant[] = [];
  // A day of patience: the ribbon may be in another zone than the entries.
  const earliest = dayNumber(monday) - 1;
  for (let seq = index.last; seq > 0 && marks.length < MOST_MARKS; seq -= 1) {
    if (index.kind[seq] === 0 || (index.day[seq] ?? 0) < earliest) continue;
    if ((index.count[seq] ?? 0) > 0) marks.push(index.at[seq] ?? 0);
  }
  return marks;
}

async function readRows(seqs: readonly number[]): Promise<readonly LogRowView[]> {
  const log = await reader();
  const [newest = 0] = seqs;
  const oldest = seqs.at(-1) ?? 0;
  // Most rows stand one beside the other in the log as well, and one request for all is quicker than one for each.
  const together = newest - oldest === seqs.length - 1;
  const [rows, corrected] = await Promise.all([together ? log.between(oldest, newest) : log.of(seqs), log.corrected()]);
  return rows.map((row) => viewOf(row, corrected.has(row.seq)));
}

const decoder = new TextDecoder();

const viewOf = ({ seq, line, privateLine }: LogRow, corrected: boolean): LogRowView => ({
  seq,
  entry: readEntry(line, privateLine),
  line: decoder.decode(line),
  corrected,
});
