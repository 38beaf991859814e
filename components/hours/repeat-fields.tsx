import { MAX_CYCLE_DAYS } from '../../utils/core/hours/limits.ts';
import { useText } from '../text-context.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Field, inputClass, TextField } from '../ui/field.tsx';
import styles from './hours-editor.module.css';
import { ofLength, type PatternForm } from './pattern-form.ts';

interface RepeatFieldsProps {
  readonly form: PatternForm;
  readonly anchorError: string | null;
  readonly onChange: (part: Partial<PatternForm>, what: string) => void;
}

const DAYS_PER_WEEK = 7;

/** Does the pattern come round every week, after some other number of days, or are there no such spans at all. */
export function RepeatFields({ form, anchorError, onChange }: RepeatFieldsProps) {
  const t = useText();
  const choose = (repeat: PatternForm['repeat']): void =>
    onChange({ repeat, days: repeat === 'weekly' ? ofLength(form.days, DAYS_PER_WEEK) : form.days }, 'repeat');
  const setLength = (text: string): void => {
    const length = Number(text);
    if (Number.isInteger(length) && length >= 1 && length <= MAX_CYCLE_DAYS)
      onChange({ days: ofLength(form.days, length) }, 'length');
  };
  return (
    <div class={styles.repeat}>
      <RadioGroup
        row
        legend={t('hours.repeat')}
        value={form.repeat}
        options={[
          { value: 'weekly', label: t('hours.repeat.weekly') },
          { value: 'rotating', label: t('hours.repeat.rotating') },
          { value: 'block', label: t('hours.repeat.block') },
          { value: 'flexible', label: t('hours.repeat.flexible') },
        ]}
        onChange={choose}
      />
      {form.repeat === 'rotating' && (
        <div class={styles.cycle}>
          <Field label={t('hours.cycle-length')} hint={t('hours.cycle-length-hint')}>
            {(aria) => (
              <input
                {...aria}
                type="number"
                class={`${inputClass} ${styles.length}`}
                min={1}
                max={MAX_CYCLE_DAYS}
                value={form.days.length}
                onChange={(event) => setLength(event.currentTarget.value)}
              />
            )}
          </Field>
          <TextField
            label={t('hours.cycle-from')}
            hint={t('hours.cycle-from-hint')}
            type="date"
            value={form.anchor}
            onInput={(anchor) => onChange({ anchor }, 'anchor')}
            error={anchorError}
          />
        </div>
      )}
    </div>
  );
}
