import { useState } from 'preact/hooks';
import { type Correction, checkCorrection, WORDS_CAP, WRONGS } from '../../utils/core/log/annotation.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './annotate.module.css';
import type { SaySomething } from './annotation-form.tsx';
import { useSaying } from './use-saying.ts';
import { WordsField } from './words-field.tsx';

interface CorrectionFormProps {
  readonly onSave: SaySomething;
  readonly onDone: (line: number) => void;
}

/** Says that an entry is wrong, and why. */
export function CorrectionForm({ onSave, onDone }: CorrectionFormProps) {
  const t = useText();
  const [wrong, setWrong] = useState<Correction['wrong']>('not-work');
  const [words, setWords] = useState('');
  const { busy, problem, failed, say } = useSaying(checkCorrection, onSave, onDone);
  return (
    <form
      class={styles.form}
      aria-label={t('annotate.wrong-title')}
      onSubmit={(event) => {
        event.preventDefault();
        void say({ wrong, words: words.trim() });
      }}
    >
      <p class={styles.soft}>{t('annotate.wrong-hint')}</p>
      <RadioGroup
        legend={t('annotate.wrong-title')}
        legendUnseen
        value={wrong}
        options={WRONGS.map((value) => ({ value, label: t(`annotate.wrong.${value}`) }))}
        onChange={setWrong}
      />
      <WordsField label={t('annotate.field.words')} value={words} maxLength={WORDS_CAP} onInput={setWords} />
      {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
      {failed && <FieldError>{t('annotate.failed')}</FieldError>}
      <ButtonRow>
        <Button type="submit" disabled={busy}>
          {t('annotate.wrong-save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
