import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { HeatMapTable } from '../../components/insight/heat-map.tsx';
import { PatternsList } from '../../components/insight/patterns-list.tsx';
import { WeeksTable } from '../../components/insight/weeks-table.tsx';
import { useText } from '../../components/text-context.tsx';
import { EmptyState, Section } from '../../components/ui/section.tsx';
import type { StoredDay } from '../../utils/adapters/database.ts';
import { type LogFilter, NO_FILTER } from '../../utils/core/insight/filter.ts';
import { cellFilter } from '../../utils/core/insight/heat.ts';
import { mondayOf } from '../../utils/core/insight/weeks.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import { addDays } from '../../utils/core/time/calendar.ts';
import { dateOfDay, dayNumber } from '../../utils/core/time/dates.ts';
import type { Instant, LocalDate } from '../../utils/core/time/instant.ts';
import { dateOf } from '../../utils/core/time/zones.ts';
import type { KnownLog } from './index-feed.ts';
import { nextTask } from './next-task.ts';
import { reader } from './reader.ts';
import { usePictures } from './use-pictures.ts';

interface InsightProps {
  readonly known: KnownLog | null;
  readonly settings: Settings;
  readonly now: Instant;
  /** Shows these entries. */
  readonly onShow: (filter: LogFilter) => void;
}

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const WEEKS = 12;
const DAYS_PER_WEEK = 7;

/** Pictures of the whole log, drawn once it has been read; fetched after the page has been drawn. */
export function Insight({ known, settings, now, onShow }: InsightProps) {
  const t = useText();
  const [weeks, setWeeks] = useState(WEEKS);
  const today = dateOf(now, ZONE);
  const earliest = dateOfDay(mondayOf(dayNumber(today)) - DAYS_PER_WEEK * (weeks - 1));
  const whole = known?.whole ?? false;
  const inHours = useDayCounts(earliest, today, now);
  const seen = usePictures(known, { settings, now, today, weeks, inHours });
  if (known === null) return null;
  if (seen === null) {
    const size = known.head?.size ?? 0;
    return (
      <Section title={t('insight.patterns')} anchor="patterns">
        <EmptyState>{whole ? '' : t('insight.reading', { done: known.read, total: size })}</EmptyState>
      </Section>
    );
  }
  const { patterns, heat, rows, unwatched, quiet, patternWeeks, first } = seen;
  return (
    <OneByOne>
      <Section title={t('insight.patterns')} intro={t('insight.patterns-intro')} anchor="patterns">
        {patterns.length === 0 ? (
          <EmptyState>{t('insight.no-patterns')}</EmptyState>
        ) : (
          <PatternsList patterns={patterns} onPick={({ filter }) => onShow(filter)} />
        )}
        {quiet > 0 && <p>{t('insight.gaps', { count: quiet, weeks: patternWeeks })}</p>}
      </Section>
      <Section title={t('insight.heat')} intro={t('insight.heat-intro')} anchor="heat">
        {heat.total === 0 ? (
          <EmptyState>{t('insight.no-heat')}</EmptyState>
        ) : (
          <HeatMapTable map={heat} onPick={(weekday, hour) => onShow(cellFilter(weekday, hour))} />
        )}
      </Section>
      <Section title={t('insight.weeks')} intro={t('insight.weeks-intro')} anchor="weeks">
        <WeeksTable
          weeks={rows}
          unwatched={unwatched}
          onPick={(monday) => onShow({ ...NO_FILTER, from: monday, to: addDays(monday, DAYS_PER_WEEK - 1) })}
          onEarlier={first !== null && first < earliest ? () => setWeeks(weeks + WEEKS) : null}
        />
      </Section>
    </OneByOne>
  );
}

/** Draws its children in as many tasks: all at once they would make a key stroke wait. */
function OneByOne({ children }: { readonly children: readonly VNode[] }) {
  const [count, setCount] = useState(1);
  const { length } = children;
  useEffect(() => {
    let here = true;
    if (count < length) void nextTask().then(() => here && setCount(count + 1));
    return () => {
      here = false;
    };
  }, [count, length]);
  return <>{children.slice(0, count)}</>;
}

/** Counters of contacts in hours; read again as time goes on. */
function useDayCounts(first: LocalDate, last: LocalDate, now: Instant): readonly StoredDay[] {
  const [counts, setCounts] = useState<readonly StoredDay[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` changes with every news, and so may the counts
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const found = await (await reader()).dayCounts(first, last);
      if (current) setCounts(found);
    };
    read().catch((error: unknown) => console.warn('The counts of contacts in hours could not be read.', error));
    return () => {
      current = false;
    };
  }, [first, last, now]);
  return counts;
}
