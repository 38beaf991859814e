import { useState } from 'preact/hooks';
import type { Text } from '../../utils/core/text/text.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './checkpoint-card.module.css';
import { baseName } from './file-names.ts';
import type { CheckpointView, GiveAwayWays } from './types.ts';

interface GiveAwayProps extends GiveAwayWays {
  readonly checkpoint: CheckpointView;
}

type Done = 'copied' | 'copy-failed' | 'saved';

/** The ways that are no photo: text, files, paper. */
export function GiveAway({ checkpoint, onCopy, onSave, onPrint }: GiveAwayProps) {
  const t = useText();
  const [done, setDone] = useState<Done | null>(null);
  const [open, setOpen] = useState(false);

  const copy = async (): Promise<void> => {
    const copied = await onCopy(checkpoint.text);
    setDone(copied ? 'copied' : 'copy-failed');
    // What cannot be copied for the person must be there to be selected.
    if (!copied) setOpen(true);
  };

  const save = (): void => {
    onSave(`${baseName(checkpoint)}.txt`, checkpoint.text);
    onSave(`${baseName(checkpoint)}.sig`, checkpoint.signature);
    setDone('saved');
  };

  return (
    <div class={styles.give}>
      <p>{t('checkpoints.give')}</p>
      <ButtonRow>
        <Button onClick={() => void copy()}>{t('checkpoints.copy')}</Button>
        <Button onClick={save}>{t('checkpoints.save')}</Button>
        <Button onClick={() => onPrint(checkpoint)}>{t('checkpoints.print')}</Button>
      </ButtonRow>
      {done !== null && (
        <Notice kind={done === 'copy-failed' ? 'care' : 'good'} live>
          {doneSentence(t, done, checkpoint)}
        </Notice>
      )}
      <details class={styles.lines} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('checkpoints.lines-shown')}</summary>
        <pre>{checkpoint.text}</pre>
      </details>
    </div>
  );
}

function doneSentence(t: Text, done: Done, checkpoint: CheckpointView): string {
  const name = baseName(checkpoint);
  if (done === 'saved') return t('checkpoints.saved', { text: `${name}.txt`, signature: `${name}.sig` });
  return done === 'copied' ? t('checkpoints.copied') : t('checkpoints.copy-failed');
}
