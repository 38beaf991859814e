import { useCallback } from 'preact/hooks';
import { BundleSection } from '../../components/export/bundle-section.tsx';
import { aroundText } from '../../components/log/around-text.ts';
import type { LogRowView } from '../../components/log/log-rows.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { ManualSection } from '../../components/manual/manual-section.tsx';
import { useText } from '../../components/text-context.tsx';
import { Button } from '../../components/ui/button.tsx';
import { later } from '../../components/ui/later.tsx';
import type { EntryView } from '../../utils/core/log/read.ts';
import type { Settings } from '../../utils/core/settings/types.ts';
import type { Status } from '../../utils/messages/types.ts';
import { useKnownLog } from './use-known-log.ts';
import { useLog } from './use-log.ts';
import { useLogTask } from './use-log-task.ts';

const Insight = later(async () => (await import('./insight.tsx')).Insight);
const Annotating = later(async () => (await import('./annotate.tsx')).Annotating);
const Manual = later(async () => (await import('./manual.tsx')).Manual);
const Checkpoints = later(async () => (await import('./checkpoints.tsx')).Checkpoints);
const Bundle = later(async () => (await import('./bundle.tsx')).Bundle);
const OldEntries = later(async () => (await import('./old-entries.tsx')).OldEntries);

export interface LogProps {
  readonly status: Status;
  readonly onNews: (again: () => void) => () => void;
  /** Null where there is nothing to lock. */
  readonly onLock: (() => void) | null;
  /** The log took the place of the locked one, or the other way round. */
  readonly focusTitle: boolean;
}

export function Log({ status, onNews, onLock, focusTitle }: LogProps) {
  const t = useText();
  const known = useKnownLog(onNews);
  const log = useLog(known, status.settings, status.week, t);
  const task = useLogTask(known?.head ?? null);
  const { settings } = status;
  const details = useCallback(
    (row: LogRowView) =>
      mayBeSaidOf(row) && (
        <>
          <Around entry={row.entry} settings={settings} />
          <Annotating seq={row.seq} files={row.entry?.content?.files ?? []} onNews={onNews} />
        </>
      ),
    [settings, onNews],
  );
  return (
    <LogView
      {...log}
      {...task}
      now={status.now}
      week={status.week}
      logBroken={status.logBroken}
      focusTitle={focusTitle}
      action={onLock !== null && <Button onClick={onLock}>{t('vault.lock')}</Button>}
      insight={(show) => <Insight known={known} settings={status.settings} now={status.now} onShow={show} />}
      details={details}
    >
      {status.settings.retention !== undefined && <OldEntries retention={status.settings.retention} now={status.now} />}
      {status.setUp && (
        <ManualSection asked={location.hash === '#manual'}>
          <Manual now={status.now} settings={status.settings} />
        </ManualSection>
      )}
      <Checkpoints onNews={onNews} />
      <BundleSection empty={log.size === 0} asked={location.hash === '#bundle'}>
        <Bundle now={status.now} settings={status.settings} job={new URLSearchParams(location.search).get('job')} />
      </BundleSection>
    </LogView>
  );
}

/** Contacts, also those that were counted in a burst: other entries say nothing that the person could add to. */
const mayBeSaidOf = ({ entry }: LogRowView): boolean => entry?.kind === 'contact' || entry?.kind === 'collapse';

function Around({ entry, settings }: { readonly entry: EntryView | null; readonly settings: Settings }) {
  const t = useText();
  const text = entry === null ? null : aroundText(t, entry, settings.employments);
  return text === null ? null : <p>{text}</p>;
}
