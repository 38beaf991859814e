import type { EntryView } from '../../utils/core/log/read.ts';
import { longDate } from '../../utils/core/text/dates.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { kindWords } from './kind-words.ts';
import styles from './log-rows.module.css';
import { TreatmentShape } from './treatment-shape.tsx';

export interface LogRowView {
  readonly seq: number;
  /** Null where the stored bytes are no entry: the row still appears, and the check names it. */
  readonly entry: EntryView | null;
  /** The line as stored. */
  readonly line: string;
}

interface LogRowsProps {
  readonly rows: readonly LogRowView[];
  readonly appName: (id: string) => string;
}

/** Entries newest first under the days on which they were written. Times are the wall time that the entry itself names. */
export function LogRows({ rows, appName }: LogRowsProps) {
  const t = useText();
  return (
    <div class={styles.days}>
      {byDay(rows).map(([date, ofDay]) => (
        <section key={date} class={styles.day} aria-label={dayTitle(t, date)}>
          <h3 class={styles.date}>{dayTitle(t, date)}</h3>
          <ol>
            {ofDay.map((row) => (
              <LogRow key={row.seq} row={row} appName={appName} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function LogRow({ row: { seq, entry, line }, appName }: Pick<LogRowsProps, 'appName'> & { readonly row: LogRowView }) {
  const t = useText();
  return (
    <li class={styles.row}>
      <span class={styles.time}>{entry?.time.slice(11, 16) ?? '–'}</span>
      <div class={styles.what}>
        {entry === null ? <p>{t('log.unreadable')}</p> : <EntryWords entry={entry} appName={appName} />}
      </div>
      <details class={styles.stored}>
        <summary>{t('log.stored-line', { seq })}</summary>
        <code>
          <Captured text={line} maxLength={4_096} />
        </code>
      </details>
    </li>
  );
}

function EntryWords({ entry, appName }: { readonly entry: EntryView } & Pick<LogRowsProps, 'appName'>) {
  const t = useText();
  if (entry.kind !== 'contact') {
    return (
      <p>
        {kindWords(t, entry)}
        {entry.app !== null && (
          <>
            {' · '}
            <Captured text={appName(entry.app)} maxLength={80} />
          </>
        )}
      </p>
    );
  }
  const { content } = entry;
  const who = content?.sender ?? content?.alias;
  // Many apps put the sender's name in the title.
  const title = content?.title === who ? undefined : content?.title;
  const reason = entry.reason === null ? null : t.lookUp(`log.reason.${entry.reason}`);
  return (
    <>
      <p class={styles.head}>
        <strong>
          <Captured text={appName(entry.app ?? '')} maxLength={80} />
        </strong>
        <span class={styles.treatment}>
          <TreatmentShape treatment={entry.treatment} />
          {t.lookUp(`log.treatment.${entry.treatment}`) ?? entry.treatment}
        </span>
        {reason !== null && <span class={styles.soft}>{reason}</span>}
      </p>
      {(who !== undefined || title !== undefined) && (
        <p>
          {who !== undefined && <Captured text={who} maxLength={120} />}
          {who !== undefined && title !== undefined && ' · '}
          {title !== undefined && <Captured text={title} maxLength={240} />}
        </p>
      )}
      {content?.text !== undefined && (
        <p class={styles.soft}>
          <Captured text={content.text} maxLength={480} />
        </p>
      )}
    </>
  );
}

function byDay(rows: readonly LogRowView[]): readonly (readonly [string, readonly LogRowView[]])[] {
  const days: [string, LogRowView[]][] = [];
  for (const row of rows) {
    const date = row.entry?.time.slice(0, 10) ?? '';
    const last = days.at(-1);
    if (last?.[0] === date) last[1].push(row);
    else days.push([date, [row]]);
  }
  return days;
}

const dayTitle = (t: Text, date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? longDate(t.language, date) : t('log.no-date');
