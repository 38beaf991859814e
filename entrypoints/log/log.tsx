import { useState } from 'preact/hooks';
import { NO_FILTER } from '../../components/log/log-filter.tsx';
import { LogView } from '../../components/log/log-view.tsx';
import type { Status } from '../../utils/messages/types.ts';
import { useLogTask } from './use-log-task.ts';
import { useRows } from './use-rows.ts';

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
    />
  );
}
