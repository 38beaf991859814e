import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './exceptions-editor.module.css';
import type { ChangeNote } from './use-changes.ts';

interface ChangeNoteProps {
  readonly note: ChangeNote | null;
  readonly onClose: () => void;
  /** Called when a pressed button goes away, and the focus with it. */
  readonly onFocusLost: () => void;
}

/** Stays in sight at the lower edge, wherever in the year the person is. The status is there before it says anything. */
export function ChangeNoteLine({ note, onClose, onFocusLost }: ChangeNoteProps) {
  const t = useText();
  const then = (act: () => void) => () => {
    act();
    onFocusLost();
  };
  return (
    <div class={styles.note} role="status">
      {note !== null && (
        <Notice
          kind={note.refused ? 'care' : 'good'}
          action={
            <ButtonRow>
              {note.undo !== null && (
                <span class={styles.undo}>
                  <Button onClick={then(note.undo)}>{t('exceptions.undo')}</Button>
                </span>
              )}
              <Button look="quiet" onClick={then(onClose)}>
                {t('exceptions.close')}
              </Button>
            </ButtonRow>
          }
        >
          {note.said}
        </Notice>
      )}
    </div>
  );
}
