import { useState } from 'preact/hooks';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface RemoveJobProps {
  readonly label: string;
  /** The job whose hours its apps will follow. */
  readonly heir: string;
  readonly onRemove: () => void;
}

/** Asks once, since the hours of a job are typed in slowly. */
export function RemoveJob({ label, heir, onRemove }: RemoveJobProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <ButtonRow>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('jobs.remove')}
        </Button>
      </ButtonRow>
    );
  }
  return (
    <Notice
      kind="care"
      live
      action={
        <ButtonRow>
          <Button onClick={onRemove}>{t('jobs.remove-yes')}</Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t('jobs.keep')}
          </Button>
        </ButtonRow>
      }
    >
      {t('jobs.remove-ask', { label, other: heir })}
    </Notice>
  );
}
