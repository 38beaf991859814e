import { useState } from 'preact/hooks';
import { WHO_CAP } from '../../utils/core/contact/manual.ts';
import type { Employment } from '../../utils/core/hours/types.ts';
import { WORDS_CAP } from '../../utils/core/log/annotation.ts';
import type { Problem, Result } from '../../utils/core/result.ts';
import type { LocalDate, ZoneName } from '../../utils/core/time/instant.ts';
import { WordsField } from '../annotate/words-field.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { type ChosenFile, copiesOf, NO_FILES } from './chosen-files.ts';
import { FileMarks, type HashFile } from './file-marks.tsx';
import styles from './manual.module.css';
import { type ManualForm, type TypedReport, typedReport } from './manual-form.ts';
import { WhenFields } from './when-fields.tsx';

export interface ManualEntryProps {
  /** At least one. */
  readonly employments: readonly Pick<Employment, 'id' | 'label'>[];
  readonly today: LocalDate;
  /** Of the device. */
  readonly zone: ZoneName;
  /** Keeps these copies and logs it; gives the number of its line. Rejects where nothing could be written. */
  readonly onSave: (report: TypedReport, copies: readonly ChosenFile[]) => Promise<Result<number>>;
  readonly onHash: HashFile;
}

type State = 'typing' | 'saving' | 'failed' | { readonly savedAs: number };

/** A contact that no browser saw, in ten seconds: how, when, add. All else is optional. */
export function ManualEntry({ employments, today, zone, onSave, onHash }: ManualEntryProps) {
  const t = useText();
  const empty = emptyForm(employments[0]?.id ?? '', today);
  const [form, setForm] = useState<ManualForm>(empty);
  const [more, setMore] = useState(false);
  const [state, setState] = useState<State>('typing');
  const [problem, setProblem] = useState<Problem | null>(null);

  const change = (next: (before: ManualForm) => ManualForm): void => {
    setForm(next);
    setProblem(null);
    setState('typing');
  };
  const set = (part: Partial<ManualForm>): void => change((before) => ({ ...before, ...part }));
  const save = async (anyway: boolean): Promise<void> => {
    const typed = typedReport(form, zone, anyway);
    setProblem(typed.ok ? null : typed.problem);
    if (!typed.ok) return;
    setState('saving');
    try {
      const saved = await onSave(typed.value, copiesOf(form.files));
      setProblem(saved.ok ? null : saved.problem);
      setState(saved.ok ? { savedAs: saved.value } : 'typing');
      if (saved.ok) setForm({ ...empty, employment: form.employment });
    } catch (error) {
      console.error(error);
      setState('failed');
    }
  };
  const inHours = problem?.code === 'manual.in-hours';
  const elsewhere = problem !== null && !inHours && (form.when === 'now' || !['when', 'end'].includes(problem.field));

  return (
    <form
      class={styles.form}
      aria-label={t('manual.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <ChannelChoice value={form.channel} onChange={(channel) => set({ channel })} />
      <RadioGroup
        legend={t('manual.when')}
        value={form.when}
        options={(['now', 'earlier'] as const).map((value) => ({ value, label: t(`manual.when.${value}`) }))}
        onChange={(when) => set({ when })}
        row
      />
      {form.when === 'earlier' && <WhenFields form={form} problem={inHours ? null : problem} onChange={set} />}
      <TextField
        label={t('manual.who')}
        hint={t('manual.who-hint')}
        value={form.who}
        maxLength={WHO_CAP}
        onInput={(who) => set({ who })}
      />
      {employments.length > 1 && (
        <SelectField
          label={t('manual.job')}
          value={form.employment}
          options={employments.map(({ id, label }) => ({ value: id, label }))}
          onChange={(employment) => set({ employment })}
        />
      )}
      <ButtonRow>
        <Button look="quiet" expanded={more} onClick={() => setMore(!more)}>
          {t('manual.more')}
        </Button>
      </ButtonRow>
      {more && (
        <>
          <WordsField
            label={t('manual.words')}
            value={form.words}
            maxLength={WORDS_CAP}
            onInput={(words) => set({ words })}
          />
          <FileMarks
            value={form.files}
            onChange={(next) => change((before) => ({ ...before, files: next(before.files) }))}
            onHash={onHash}
          />
        </>
      )}
      {inHours && (
        <Notice kind="care" live action={<Button onClick={() => void save(true)}>{t('manual.anyway')}</Button>}>
          {t('manual.in-hours')}
        </Notice>
      )}
      {elsewhere && <FieldError>{t.problem(problem)}</FieldError>}
      {state === 'failed' && <FieldError>{t('manual.failed')}</FieldError>}
      {!inHours && (
        <ButtonRow>
          <Button type="submit" look="main" disabled={state === 'saving' || form.files.reading}>
            {t('manual.save')}
          </Button>
        </ButtonRow>
      )}
      {typeof state === 'object' && (
        <Notice kind="good" live>
          {t('manual.saved', { line: `${state.savedAs}` })}
        </Notice>
      )}
    </form>
  );
}

const emptyForm = (employment: string, date: LocalDate): ManualForm => ({
  channel: 'call',
  when: 'now',
  date,
  time: '',
  end: '',
  employment,
  who: '',
  words: '',
  files: NO_FILES,
});
