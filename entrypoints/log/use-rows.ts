import { useEffect, useState } from 'preact/hooks';
import type { LogFilterValue } from '../../components/log/log-filter.tsx';
import type { LogRowView } from '../../components/log/log-rows.tsx';
import { useLive } from '../../components/page/use-live.ts';
import type { LogRow, RowQuery } from '../../utils/adapters/log-reader.ts';
import { readEntry } from '../../utils/core/log/read.ts';
import type { LogHead } from '../../utils/core/log/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { instantOf, isLocalDate } from '../../utils/core/time/zones.ts';
import { reader } from './reader.ts';

const PAGE = 50;
/** As many marks as a ribbon can show. */
const MARKS = 500;
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface Rows {
  readonly head: LogHead | null;
  readonly rows: readonly LogRowView[] | null;
  readonly contacts: readonly Instant[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly onOlder: () => void;
  readonly onNewest: () => void;
}

interface Whole {
  readonly head: LogHead | null;
  readonly contacts: readonly Instant[];
}

/** One page of rows, read again with every news from the background. */
export function useRows(filter: LogFilterValue, onNews: (again: () => void) => () => void): Rows {
  const whole = useLive(readWhole, onNews).value;
  const [place, setPlace] = useState<{ readonly filter: LogFilterValue; readonly before: number } | null>(null);
  const [page, setPage] = useState<readonly LogRow[] | null>(null);
  // Another filter begins at the newest rows again.
  const before = place?.filter === filter ? place.before : null;

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const log = await reader();
      const found = await log.rows({ ...queryOf(filter), limit: PAGE + 1, ...(before === null ? {} : { before }) });
      if (current) setPage(found);
    };
    void read();
    const stop = onNews(() => void read());
    return () => {
      current = false;
      stop();
    };
  }, [filter, before, onNews]);

  const shown = page?.slice(0, PAGE) ?? null;
  return {
    head: whole?.head ?? null,
    rows: shown?.map(viewOf) ?? null,
    contacts: whole?.contacts ?? [],
    hasOlder: (page?.length ?? 0) > PAGE,
    hasNewer: before !== null,
    onOlder: () => setPlace({ filter, before: shown?.at(-1)?.seq ?? 0 }),
    onNewest: () => setPlace(null),
  };
}

async function readWhole(): Promise<Whole> {
  const log = await reader();
  const [head, newest] = await Promise.all([log.head(), log.rows({ limit: MARKS })]);
  return { head, contacts: newest.filter(({ app }) => app !== null).map(({ at }) => at) };
}

/** Days as the person's own calendar has them. */
function queryOf({ from, to, app }: LogFilterValue): Omit<RowQuery, 'limit'> {
  return {
    ...(isLocalDate(from) ? { fromAt: instantOf(from, 0, ZONE) } : {}),
    ...(isLocalDate(to) ? { untilAt: instantOf(addDays(to, 1), 0, ZONE) } : {}),
    ...(app === '' ? {} : { app }),
  };
}

const decoder = new TextDecoder();

const viewOf = ({ seq, line, privateLine }: LogRow): LogRowView => ({
  seq,
  entry: readEntry(line, privateLine),
  line: decoder.decode(line),
});
