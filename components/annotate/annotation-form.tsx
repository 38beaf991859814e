import { useState } from 'preact/hooks';
import {
  type Annotation,
  CHOICES,
  type ChoiceField,
  checkAnnotation,
  PERSONAL_FIELDS,
  WHERE_CAP,
  WORDS_CAP,
} from '../../utils/core/log/annotation.ts';
import type { Result } from '../../utils/core/result.ts';
import { type ChosenFiles, NO_FILES } from '../manual/chosen-files.ts';
import { FileMarks, type HashFile } from '../manual/file-marks.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup, Switch } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './annotate.module.css';
import { changeOf, type Draft, draftOf } from './change.ts';
import { useSaying } from './use-saying.ts';
import { WordsField } from './words-field.tsx';

/** Writes what the person says, and names these files; gives the number of the new line. Rejects where nothing could be written. */
export type SaySomething = (
  fields: Readonly<Record<string, string | number>>,
  files: ChosenFiles,
) => Promise<Result<number>>;

interface AnnotationFormProps {
  readonly annotation: Annotation;
  readonly personal: boolean;
  readonly onPersonal: (personal: boolean) => void;
  readonly onSave: SaySomething;
  readonly onHash: HashFile;
  readonly onDone: (line: number) => void;
}

const FIELDS = Object.keys(CHOICES) as ChoiceField[];
const TYPED: readonly string[] = ['minutes', 'where', 'words'];

/** One tap for each answer and one to save; no answer is required. */
export function AnnotationForm({ annotation, personal, onPersonal, onSave, onHash, onDone }: AnnotationFormProps) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>(() => draftOf(annotation));
  const [files, setFiles] = useState<ChosenFiles>(NO_FILES);
  const { busy, problem, failed, say } = useSaying(checkAnnotation, onSave, onDone);
  const set = (part: Draft): void => setDraft({ ...draft, ...part });
  const errorOf = (field: string): string | null => (problem?.field === field ? t.problem(problem) : null);

  const choice = (field: ChoiceField) => (
    <RadioGroup
      key={field}
      legend={t(`annotate.field.${field}`)}
      value={draft[field] ?? ''}
      options={['', ...CHOICES[field]].map((value) => ({
        value,
        label: value === '' ? t('annotate.unsaid') : (t.lookUp(`annotate.${field}.${value}`) ?? value),
      }))}
      onChange={(value) => set({ [field]: value })}
      row
    />
  );

  return (
    <form
      class={styles.form}
      aria-label={t('annotate.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void say(changeOf(annotation, draft), files);
      }}
    >
      <p class={styles.soft}>{t('annotate.intro')}</p>
      {FIELDS.filter((field) => !PERSONAL_FIELDS.includes(field)).map(choice)}
      <p class={styles.soft}>{t('annotate.keep-original')}</p>
      <TextField
        label={t('annotate.field.where')}
        value={draft.where ?? ''}
        maxLength={WHERE_CAP}
        error={errorOf('where')}
        onInput={(where) => set({ where })}
      />
      <TextField
        label={t('annotate.field.minutes')}
        value={draft.minutes ?? ''}
        maxLength={6}
        error={errorOf('minutes')}
        onInput={(minutes) => set({ minutes })}
      />
      <WordsField
        label={t('annotate.field.words')}
        value={draft.words ?? ''}
        maxLength={WORDS_CAP}
        error={errorOf('words')}
        onInput={(words) => set({ words })}
      />
      <FileMarks value={files} onChange={setFiles} onHash={onHash} />
      <Switch checked={personal} hint={t('annotate.personal-hint')} onChange={onPersonal}>
        {t('annotate.personal')}
      </Switch>
      {personal && FIELDS.filter((field) => PERSONAL_FIELDS.includes(field)).map(choice)}
      {problem !== null && !TYPED.includes(problem.field) && <FieldError>{t.problem(problem)}</FieldError>}
      {failed && <FieldError>{t('annotate.failed')}</FieldError>}
      <ButtonRow>
        <Button type="submit" look="main" disabled={busy || files.reading}>
          {t('annotate.save')}
        </Button>
      </ButtonRow>
    </form>
  );
}
