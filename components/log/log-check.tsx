import type { ChainVerdict } from '../../utils/core/log/verify.ts';
import type { Text } from '../../utils/core/text/text.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Something that reads the whole log, and how it went. */
export type LogTask =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'checked'; readonly verdict: ChainVerdict }
  | { readonly state: 'exported'; readonly fileName: string }
  | { readonly state: 'failed' };

interface LogCheckProps {
  readonly task: LogTask | null;
  readonly empty: boolean;
  readonly onCheck: () => void;
  readonly onExport: (format: 'ndjson' | 'csv') => void;
  readonly onCancel: () => void;
}

/** Check the whole chain, or take the log with you. Both read every line, show how far they are and can be cancelled. */
export function LogCheck({ task, empty, onCheck, onExport, onCancel }: LogCheckProps) {
  const t = useText();
  const running = task?.state === 'running';
  return (
    <>
      <ButtonRow>
        <Button onClick={onCheck} disabled={running || empty}>
          {t('log.check')}
        </Button>
        <Button onClick={() => onExport('ndjson')} disabled={running || empty}>
          {t('log.export-ndjson')}
        </Button>
        <Button onClick={() => onExport('csv')} disabled={running || empty}>
          {t('log.export-csv')}
        </Button>
      </ButtonRow>
      {task !== null && (
        <Notice kind={kindOf(task)} live action={running && <Button onClick={onCancel}>{t('cancel')}</Button>}>
          {taskSentence(t, task)}
        </Notice>
      )}
    </>
  );
}

const kindOf = (task: LogTask): 'plain' | 'good' | 'care' => {
  if (task.state === 'running') return 'plain';
  if (task.state === 'failed') return 'care';
  return task.state === 'checked' && !task.verdict.ok ? 'care' : 'good';
};

export function taskSentence(t: Text, task: LogTask): string {
  switch (task.state) {
    case 'running':
      return t('log.progress', { done: task.done, total: task.total });
    case 'exported':
      return t('log.exported', { file: task.fileName });
    case 'failed':
      return t('log.task-failed');
    case 'checked': {
      const { verdict } = task;
      if (!verdict.ok) return t('log.check-bad', { line: verdict.at, what: t(`log.fault.${verdict.what}`) });
      const { count, erased, withheld } = verdict;
      const said = [t('log.check-good', { count })];
      if (erased > 0) said.push(t('log.check-erased', { count: erased }));
      if (withheld > 0) said.push(t('log.check-withheld', { count: withheld }));
      return said.join(' ');
    }
  }
}
