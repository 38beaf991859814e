import { useState } from 'preact/hooks';
import type { Said } from '../../utils/core/log/said.ts';
import type { HashFile } from '../manual/file-marks.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Captured } from '../ui/captured.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './annotate.module.css';
import { AnnotationForm, type SaySomething } from './annotation-form.tsx';
import { CorrectionForm } from './correction-form.tsx';

export interface AnnotateProps {
  /** What the person says of this entry so far. */
  readonly said: Said;
  /** Ask also about the person's own life. */
  readonly personal: boolean;
  readonly onPersonal: (personal: boolean) => void;
  readonly onSave: SaySomething;
  readonly onCorrect: SaySomething;
  readonly onHash: HashFile;
}

/** What can be said of one entry; the entry itself stays as it is. */
export function Annotate({ said, personal, onPersonal, onSave, onCorrect, onHash }: AnnotateProps) {
  const t = useText();
  const [open, setOpen] = useState<'say' | 'wrong' | null>(null);
  const [savedAs, setSavedAs] = useState<number | null>(null);
  const toggle = (what: 'say' | 'wrong'): void => {
    setOpen(open === what ? null : what);
    setSavedAs(null);
  };
  const done = (line: number): void => {
    setOpen(null);
    setSavedAs(line);
  };
  return (
    <div class={styles.annotate}>
      {said.corrections.map(({ seq, content }) => (
        <Notice key={seq}>
          {t('annotate.corrected', { line: `${seq}`, why: t.lookUp(`annotate.wrong.${content?.wrong}`) ?? '–' })}
          {content?.words !== undefined && (
            <p>
              <Captured text={content.words} maxLength={400} />
            </p>
          )}
        </Notice>
      ))}
      <ButtonRow>
        <Button expanded={open === 'say'} onClick={() => toggle('say')}>
          {t('annotate.title')}
        </Button>
        <Button look="quiet" expanded={open === 'wrong'} onClick={() => toggle('wrong')}>
          {t('annotate.wrong-title')}
        </Button>
      </ButtonRow>
      {savedAs !== null && (
        <Notice kind="good" live>
          {t('annotate.saved', { line: `${savedAs}` })}
        </Notice>
      )}
      {open === 'say' && (
        <AnnotationForm
          annotation={said.annotation}
          personal={personal}
          onPersonal={onPersonal}
          onSave={onSave}
          onHash={onHash}
          onDone={done}
        />
      )}
      {open === 'wrong' && <CorrectionForm onSave={onCorrect} onDone={done} />}
    </div>
  );
}
