import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { EntryView } from '../../utils/core/log/read.ts';
import { useText } from '../text-context.tsx';
import { Captured } from '../ui/captured.tsx';
import { kindWords, momentOf } from './kind-words.ts';
import styles from './log-rows.module.css';
import { TreatmentShape } from './treatment-shape.tsx';

export interface LogRowView {
  readonly seq: number;
  /** Null where the stored bytes are no entry: the row still appears, and the check names it. */
  readonly entry: EntryView | null;
  /** The line as stored. */
  readonly line: string;
  /** The person says that it is wrong. */
  readonly corrected?: boolean;
}

export interface LogRowProps {
  readonly row: LogRowView;
  readonly appName: (id: string) => string;
  /** What else can be done with an entry; drawn once the row is opened. */
  readonly details?: ((row: LogRowView) => ComponentChildren) | undefined;
  /** The row's place in the whole list, of which only a part is drawn; from 1. */
  readonly place?: { readonly position: number; readonly total: number } | undefined;
  /** An open row may hold what the person types: it is not to be taken away when it is scrolled out of sight. */
  readonly onOpen?: ((seq: number, open: boolean) => void) | undefined;
}

export function LogRow({ row, appName, details, place, onOpen }: LogRowProps) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { seq, entry } = row;
  const toggle = (): void => {
    setOpen(!open);
    onOpen?.(seq, !open);
  };
  return (
    <li class={styles.row} data-seq={seq} aria-posinset={place?.position} aria-setsize={place?.total}>
      <span class={styles.time}>{clockOf(entry)}</span>
      <div class={styles.what}>
        {entry === null ? <p>{t('log.unreadable')}</p> : <EntryWords entry={entry} appName={appName} />}
        {row.corrected === true && <p class={styles.soft}>{t('log.corrected')}</p>}
      </div>
      <button
        type="button"
        class={styles.more}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('log.details-of', { seq })}
        onClick={toggle}
      >
        {t('log.details')}
      </button>
      {open && (
        <div id={id} class={styles.details}>
          {entry !== null && <Facts entry={entry} />}
          {details?.(row)}
          <Stored row={row} />
        </div>
      )}
    </li>
  );
}

/** What was typed in stands at the time of which the person speaks, where that is on the day it was typed. */
function clockOf(entry: EntryView | null): string {
  if (entry === null) return '–';
  const { when, time } = entry;
  return (when !== null && when.slice(0, 10) === time.slice(0, 10) ? when : time).slice(11, 16);
}

function Facts({ entry }: { readonly entry: EntryView }) {
  const t = useText();
  const certainty = entry.certainty === null ? null : t.lookUp(`log.certainty.${entry.certainty}`);
  if (certainty === null && entry.origin === null) return null;
  return (
    <p class={styles.soft}>
      {certainty}
      {certainty !== null && entry.origin !== null && ' · '}
      {entry.origin !== null && <Captured text={entry.origin} maxLength={120} />}
    </p>
  );
}

function Stored({ row: { seq, line } }: { readonly row: LogRowView }) {
  const t = useText();
  return (
    <div class={styles.stored}>
      <p class={styles.soft}>{t('log.stored-line', { seq })}</p>
      <code>
        <Captured text={line} maxLength={4_096} />
      </code>
    </div>
  );
}

function EntryWords({ entry, appName }: { readonly entry: EntryView } & Pick<LogRowProps, 'appName'>) {
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
  const { content, when, time } = entry;
  const who = content?.sender ?? content?.alias;
  // Many apps put the sender's name in the title.
  const title = content?.title === who ? undefined : content?.title;
  const reason = entry.reason === null ? null : t.lookUp(`log.reason.${entry.reason}`);
  const elsewhen = when !== null && when.slice(0, 10) !== time.slice(0, 10);
  return (
    <>
      <p class={styles.head}>
        <strong>
          <Captured text={appName(entry.app ?? '')} maxLength={80} />
        </strong>
        {entry.treatment !== null && (
          <span class={styles.treatment}>
            <TreatmentShape treatment={entry.treatment} />
            {t.lookUp(`log.treatment.${entry.treatment}`) ?? entry.treatment}
          </span>
        )}
        {reason !== null && <span class={styles.soft}>{reason}</span>}
        {entry.certainty !== null && entry.certainty !== 'observed' && (
          <span class={styles.soft}>{t.lookUp(`log.sure.${entry.certainty}`)}</span>
        )}
      </p>
      {elsewhen && <p class={styles.soft}>{t('log.happened', { when: momentOf(t, when, time, 'HH:MM') })}</p>}
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
