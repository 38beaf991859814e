import type { Problem } from '../../utils/core/result.ts';
import { LANGUAGES, type Language } from '../../utils/core/settings/types.ts';
import type { LocalDate } from '../../utils/core/time/instant.ts';
import { LANGUAGE_NAMES } from '../settings/language-choice.tsx';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { AppChoice } from './app-choice.tsx';
import { DiscloseChoice } from './disclose-choice.tsx';
import styles from './export.module.css';
import { everything, type FormValue, lastMonth } from './form.ts';
import { SealChoice } from './seal-choice.tsx';
import type { SealValue } from './seal-form.ts';
import type { LogContents } from './types.ts';

interface BundleFormProps {
  readonly value: FormValue;
  readonly seal: SealValue;
  readonly today: LocalDate;
  readonly contents: LogContents;
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** What these choices come to is on the page. */
  readonly seen: boolean;
  readonly onChange: (value: FormValue) => void;
  readonly onSeal: (value: SealValue) => void;
  readonly onShow: () => void;
}

const MOST_CHARACTERS = 120;
const FIELDS: readonly string[] = ['first', 'last', 'apps', 'name', 'recipient'];

export function BundleForm(props: BundleFormProps) {
  const { value, seal, today, contents, problem, busy, seen, onChange, onSeal, onShow } = props;
  const t = useText();
  const errorOf = (field: string): string | null => (problem?.field === field ? t.problem(problem) : null);
  const set = (part: Partial<FormValue>): void => onChange({ ...value, ...part });
  return (
    <form
      class={styles.form}
      aria-label={t('export.title')}
      onSubmit={(event) => {
        event.preventDefault();
        onShow();
      }}
    >
      <fieldset class={styles.group} disabled={busy}>
        <legend>{t('export.period')}</legend>
        <div class={styles.pair}>
          <TextField
            label={t('export.first')}
            type="date"
            value={value.period.first}
            error={errorOf('first')}
            onInput={(first) => set({ period: { ...value.period, first } })}
          />
          <TextField
            label={t('export.last')}
            type="date"
            value={value.period.last}
            error={errorOf('last')}
            onInput={(last) => set({ period: { ...value.period, last } })}
          />
        </div>
        <ButtonRow>
          <Button onClick={() => set({ period: lastMonth(today) })}>{t('export.last-month')}</Button>
          <Button onClick={() => set({ period: everything(today, contents) })}>{t('export.everything')}</Button>
        </ButtonRow>
      </fieldset>
      <AppChoice
        apps={contents.apps}
        chosen={value.apps}
        error={errorOf('apps')}
        busy={busy}
        onChange={(apps) => set({ apps })}
      />
      <DiscloseChoice value={value} busy={busy} onChange={set} />
      <fieldset class={styles.group} disabled={busy}>
        <legend>{t('export.report')}</legend>
        <SelectField
          label={t('export.language')}
          value={value.language}
          options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
          onChange={(language) => set({ language: language as Language })}
        />
        <TextField
          label={t('export.whose')}
          hint={t('export.whose-hint')}
          value={value.whose}
          maxLength={MOST_CHARACTERS}
          onInput={(whose) => set({ whose })}
        />
        <TextField
          label={t('export.name')}
          hint={t('export.name-hint')}
          value={value.name}
          error={errorOf('name')}
          maxLength={MOST_CHARACTERS}
          onInput={(name) => set({ name })}
        />
      </fieldset>
      <SealChoice value={seal} error={errorOf('recipient')} busy={busy} onChange={onSeal} />
      {problem !== null && !FIELDS.includes(problem.field) && <FieldError>{t.problem(problem)}</FieldError>}
      {!seen && (
        <ButtonRow>
          <Button type="submit" look="main" disabled={busy}>
            {t('export.show')}
          </Button>
        </ButtonRow>
      )}
    </form>
  );
}
