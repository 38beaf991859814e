import { useState } from 'preact/hooks';
import { BundleSection } from '../../components/export/bundle-section.tsx';
import { NO_FILTER } from '../../components/log/log-filter.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import { later } from '../../components/ui/later.tsx';
import type { Status } from '../../utils/messages/types.ts';
import { useLogTask } from './use-log-task.ts';
import { useRows } from './use-rows.ts';

const Checkpoints = later(async () => (await import('./checkpoints.tsx')).Checkpoints);
const Bundle = later(async () => (await import('./bundle.tsx')).Bundle);

interface LogProps {
  readonly status: Status;
  readonly onNews: (again: () => void) => () => void;
}

export function Log({ status, onNews }: LogProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const rows = useRows(filter, onNews);
  const task = useLogTask(rows.head);
  return (
    <LogView
      {...rows}
      {...task}
      now={status.now}
      week={status.week}
      apps={status.settings.apps}
      logBroken={status.logBroken}
      size={rows.head?.size ?? 0}
      filter={filter}
      onFilter={setFilter}
    >
      <Checkpoints onNews={onNews} />
      <BundleSection empty={(rows.head?.size ?? 0) === 0}>
        <Bundle now={status.now} settings={status.settings} />
      </BundleSection>
    </LogView>
  );
}
