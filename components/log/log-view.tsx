import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { WeekOfHours } from '../../utils/core/hours/week.ts';
import { isFiltering, type LogFilter } from '../../utils/core/insight/filter.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { PageFrame } from '../page/page-frame.tsx';
import { ribbonWeek } from '../ribbon/week.ts';
import { WeekRibbon } from '../ribbon/week-ribbon.tsx';
import { useText } from '../text-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, Section } from '../ui/section.tsx';
import { LogCheck, type LogTask } from './log-check.tsx';
import { LogFilterForm } from './log-filter.tsx';
import type { LogRowView } from './log-rows.tsx';
import { LogTimeline } from './log-timeline.tsx';
import styles from './log-view.module.css';

/** What a filter has found. */
export interface Found {
  /** Newest first. */
  readonly seqs: Uint32Array;
  /** False while the log, or the words beside it, are still being read. */
  readonly complete: boolean;
}

export interface LogViewProps {
  readonly now: Instant;
  readonly week: WeekOfHours | null;
  /** Apps to choose from, also those that are only in the log. */
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly appName: (id: string) => string;
  readonly logBroken: boolean;
  /** Lines in the whole log. */
  readonly size: number;
  /** Null until it is known how many lines there are. */
  readonly found: Found | null;
  readonly readRows: (seqs: readonly number[]) => Promise<readonly LogRowView[]>;
  readonly contacts: readonly Instant[];
  readonly filter: LogFilter;
  readonly task: LogTask | null;
  readonly onFilter: (filter: LogFilter) => void;
  readonly onCheck: () => void;
  readonly onExport: (format: 'ndjson' | 'csv') => void;
  readonly onCancel: () => void;
  /** What else can be done with an entry; drawn once its row is opened. */
  readonly details?: (row: LogRowView) => ComponentChildren;
  /** Pictures of the whole log; given a way to show what they were drawn from. */
  readonly insight?: (show: (filter: LogFilter) => void) => ComponentChildren;
  /** What concerns the whole page, beside its title. */
  readonly action?: ComponentChildren;
  /** The log took the place of something else under the person's hands. */
  readonly focusTitle?: boolean;
  /** What stands between the whole log and its entries. */
  readonly children?: ComponentChildren;
}

export function LogView(props: LogViewProps) {
  const t = useText();
  const { week, filter, found } = props;
  const entries = useRef<HTMLDivElement>(null);
  /** The entries may lie screens below the picture that asked for them. */
  const show = (next: LogFilter): void => {
    props.onFilter(next);
    const { current } = entries;
    current?.scrollIntoView({ block: 'start' });
    current?.focus({ preventScroll: true });
  };
  const parts = ['week', 'patterns', 'heat', 'weeks', 'evidence', 'entries'] as const;
  const nav = { label: t('log.parts'), links: parts.map((anchor) => ({ anchor, label: t(`log.part.${anchor}`) })) };
  return (
    <PageFrame
      title={t('log.title')}
      intro={t('log.intro')}
      nav={nav}
      action={props.action}
      focusTitle={props.focusTitle ?? false}
    >
      {props.logBroken && <Notice kind="care">{t('log.broken')}</Notice>}
      {week !== null && (
        <Section title={t('log.week')} anchor="week">
          <WeekRibbon week={ribbonWeek(week, props.now, props.contacts)} caption={t('ribbon.caption')} />
        </Section>
      )}
      {props.insight?.(show)}
      <Section title={t('log.whole', { count: props.size })} intro={t('log.whole-intro')} anchor="evidence">
        <LogCheck {...props} empty={props.size === 0} />
      </Section>
      {props.children}
      <div ref={entries} tabIndex={-1} class={styles.entries}>
        <Section title={t('log.entries')} anchor="entries">
          <LogFilterForm value={filter} apps={props.apps} onChange={props.onFilter} />
          <Count found={found} filter={filter} />
          {found?.complete && found.seqs.length === 0 && (
            <EmptyState>{isFiltering(filter) ? t('log.none-filtered') : t('log.none')}</EmptyState>
          )}
          {found !== null && found.seqs.length > 0 && (
            <LogTimeline
              key={JSON.stringify(filter)}
              seqs={found.seqs}
              revision={props.size}
              read={props.readRows}
              appName={props.appName}
              details={props.details}
            />
          )}
        </Section>
      </div>
    </PageFrame>
  );
}

/** Always there, so that a screen reader says what changes in it. */
function Count({ found, filter }: Pick<LogViewProps, 'found' | 'filter'>) {
  const t = useText();
  const say = isFiltering(filter) && found !== null && (found.seqs.length > 0 || !found.complete);
  return (
    <p role="status" class={say ? styles.count : 'unseen'}>
      {say && t(found.complete ? 'log.found' : 'log.found-yet', { count: found.seqs.length })}
    </p>
  );
}
