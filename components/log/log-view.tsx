import type { ComponentChildren } from 'preact';
import type { WeekOfHours } from '../../utils/core/hours/week.ts';
import type { Instant } from '../../utils/core/time/instant.ts';
import { PageFrame } from '../page/page-frame.tsx';
import { ribbonWeek } from '../ribbon/week.ts';
import { WeekRibbon } from '../ribbon/week-ribbon.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, Section } from '../ui/section.tsx';
import { LogCheck, type LogTask } from './log-check.tsx';
import { LogFilter, type LogFilterValue, NO_FILTER } from './log-filter.tsx';
import { LogRows, type LogRowView } from './log-rows.tsx';

export interface LogViewProps {
  readonly now: Instant;
  readonly week: WeekOfHours | null;
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly logBroken: boolean;
  /** Lines in the whole log. */
  readonly size: number;
  /** Null until the first page has been read. */
  readonly rows: readonly LogRowView[] | null;
  readonly contacts: readonly Instant[];
  readonly filter: LogFilterValue;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly task: LogTask | null;
  readonly onFilter: (filter: LogFilterValue) => void;
  readonly onOlder: () => void;
  readonly onNewest: () => void;
  readonly onCheck: () => void;
  readonly onExport: (format: 'ndjson' | 'csv') => void;
  readonly onCancel: () => void;
  /** What stands between the whole log and its entries. */
  readonly children?: ComponentChildren;
}

export function LogView(props: LogViewProps) {
  const t = useText();
  const { week, rows, filter } = props;
  const appName = (id: string): string => props.apps.find((app) => app.id === id)?.name ?? id;
  const filtered = filter !== NO_FILTER && (filter.app !== '' || filter.from !== '' || filter.to !== '');
  return (
    <PageFrame title={t('log.title')} intro={t('log.intro')}>
      {props.logBroken && <Notice kind="care">{t('log.broken')}</Notice>}
      {week !== null && (
        <Section title={t('log.week')}>
          <WeekRibbon week={ribbonWeek(week, props.now, props.contacts)} caption={t('ribbon.caption')} />
        </Section>
      )}
      <Section title={t('log.whole', { count: props.size })} intro={t('log.whole-intro')}>
        <LogCheck {...props} empty={props.size === 0} />
      </Section>
      {props.children}
      <Section title={t('log.entries')}>
        <LogFilter value={filter} apps={props.apps} onChange={props.onFilter} />
        {rows?.length === 0 && <EmptyState>{filtered ? t('log.none-filtered') : t('log.none')}</EmptyState>}
        {rows !== null && rows.length > 0 && <LogRows rows={rows} appName={appName} />}
        {(props.hasOlder || props.hasNewer) && (
          <ButtonRow>
            {props.hasNewer && <Button onClick={props.onNewest}>{t('log.newest')}</Button>}
            {props.hasOlder && <Button onClick={props.onOlder}>{t('log.older')}</Button>}
          </ButtonRow>
        )}
      </Section>
    </PageFrame>
  );
}
