import { Fragment, type VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { longDate } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { useText } from '../text-context.tsx';
import { LogRow, type LogRowProps, type LogRowView } from './log-row.tsx';
import styles from './log-rows.module.css';

export type { LogRowView } from './log-row.tsx';

interface LogRowsProps extends Pick<LogRowProps, 'appName' | 'details' | 'onOpen'> {
  readonly rows: readonly LogRowView[];
  /** The day of the row above the first one, which has its heading already. */
  readonly day?: string | undefined;
  /** Place of the first row in the whole list, from 1, and the length of that. */
  readonly first?: number;
  readonly total?: number;
}

/**
 * Entries newest first under the days on which they were written. Times are the wall time that the entry itself names.
 * Drawn anew only where something of it changed: its neighbours come and go with each turn of a wheel.
 */
export function LogRows(props: LogRowsProps) {
  const t = useText();
  const { rows, appName, details, onOpen, day, first = 1, total = rows.length } = props;
  const drawn = useRef<{ readonly from: readonly unknown[]; readonly view: VNode } | null>(null);
  const from = [t, appName, details, onOpen, day, first, total, ...rows];
  if (drawn.current?.from.length === from.length && from.every((one, place) => one === drawn.current?.from[place]))
    return drawn.current.view;
  let position = first;
  const view = (
    <>
      {byDay(rows).map(([date, ofDay]) => {
        const title = dayTitle(t, date);
        return (
          <Fragment key={date}>
            {date !== day && <h3 class={styles.date}>{title}</h3>}
            <ol aria-label={title}>
              {ofDay.map((row) => {
                const place = { position, total };
                position += 1;
                return (
                  <LogRow key={row.seq} row={row} appName={appName} details={details} place={place} onOpen={onOpen} />
                );
              })}
            </ol>
          </Fragment>
        );
      })}
    </>
  );
  drawn.current = { from, view };
  return view;
}

export const dateOfRow = (row: LogRowView | undefined): string => row?.entry?.time.slice(0, 10) ?? '';

function byDay(rows: readonly LogRowView[]): readonly (readonly [string, readonly LogRowView[]])[] {
  const days: [string, LogRowView[]][] = [];
  for (const row of rows) {
    const date = dateOfRow(row);
    const last = days.at(-1);
    if (last?.[0] === date) last[1].push(row);
    else days.push([date, [row]]);
  }
  return days;
}

const dayTitle = (t: Text, date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? longDate(t.language, date) : t('log.no-date');
