import { keyEnd } from '../../utils/core/seal/keys.ts';
import { useText } from '../text-context.tsx';
import { Switch } from '../ui/choice.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import styles from './export.module.css';
import { recipientOf, type SealValue, withMachine } from './seal-form.ts';

interface SealChoiceProps {
  readonly value: SealValue;
  readonly error: string | null;
  readonly busy: boolean;
  readonly onChange: (value: SealValue) => void;
}

const ANSWERS = ['unsaid', 'yes', 'no'] as const;
const MOST_CHARACTERS = 4_000;

/** For whom the file is closed; open for everybody, unless the person says otherwise. */
export function SealChoice({ value, error, busy, onChange }: SealChoiceProps) {
  const t = useText();
  const recipient = recipientOf(value);
  return (
    <fieldset class={styles.group} disabled={busy}>
      <legend>{t('seal.for.title')}</legend>
      <SelectField
        label={t('seal.for.machine')}
        {...(value.machine === 'yes' && { hint: t('seal.for.reason') })}
        value={value.machine}
        options={ANSWERS.map((answer) => ({ value: answer, label: t(`seal.for.${answer}`) }))}
        onChange={(chosen) => onChange(withMachine(value, ANSWERS.find((answer) => answer === chosen) ?? 'unsaid'))}
      />
      <Switch checked={value.on} hint={t('seal.for.on-hint')} onChange={(on) => onChange({ ...value, on })}>
        {t('seal.for.on')}
      </Switch>
      {value.on && (
        <TextField
          label={t('seal.for.key')}
          hint={
            recipient.ok && recipient.value !== null
              ? t('seal.for.check', { end: keyEnd(recipient.value) })
              : t('seal.for.key-hint')
          }
          value={value.key}
          error={error}
          maxLength={MOST_CHARACTERS}
          onInput={(key) => onChange({ ...value, key })}
        />
      )}
    </fieldset>
  );
}
