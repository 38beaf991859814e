import { useId } from 'preact/hooks';
import type { Weekday } from '../../utils/core/hours/types.ts';
import { weekdayName } from '../../utils/core/text/dates.ts';
import { useText } from '../text-context.tsx';
import { Select } from '../ui/field.tsx';
import { FieldError } from '../ui/notice.tsx';
import { WEEKDAYS } from './free-form.ts';
import type { MomentText } from './rest-form.ts';
import styles from './rests.module.css';
import { TimeInput } from './time-input.tsx';

interface RestMomentFieldProps {
  readonly legend: string;
  readonly value: MomentText;
  readonly error: string | null;
  readonly onChange: (value: MomentText) => void;
}

/** A day of the week and a time of it. */
export function RestMomentField({ legend, value, error, onChange }: RestMomentFieldProps) {
  const t = useText();
  const id = useId();
  const describedBy = error === null ? undefined : id;
  return (
    <fieldset>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.moment}>
        <Select
          aria-label={t('rests.day-of', { what: legend })}
          aria-describedby={describedBy}
          aria-invalid={error === null ? undefined : true}
          value={String(value.day)}
          options={WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(t.language, day) }))}
          onChange={(day) => onChange({ ...value, day: Number(day) as Weekday })}
        />
        <TimeInput
          label={t('rests.time-of', { what: legend })}
          value={value.time}
          wrong={error !== null}
          describedBy={describedBy}
          onInput={(time) => onChange({ ...value, time })}
        />
      </div>
      {error !== null && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
