import { useId } from 'preact/hooks';
import { MINUTES_PER_DAY } from '../../utils/core/time/instant.ts';
import { useText } from '../text-context.tsx';
import { FieldError } from '../ui/notice.tsx';
import styles from './free-fields.module.css';
import { type SpanText, spanOf } from './span-text.ts';
import { TimeInput } from './time-input.tsx';

interface SpanFieldProps {
  readonly legend: string;
  readonly hint: string;
  readonly value: SpanText;
  readonly error: string | null;
  readonly onInput: (value: SpanText) => void;
}

/** From one time of day to another, with its label above it. */
export function SpanField({ legend, hint, value, error, onInput }: SpanFieldProps) {
  const t = useText();
  const id = useId();
  const describedBy = error === null ? `${id}-hint` : `${id}-hint ${id}-error`;
  const aria = { wrong: error !== null, describedBy };
  return (
    <fieldset>
      <legend class={styles.legend}>{legend}</legend>
      <div class={styles.span}>
        <TimeInput
          {...aria}
          label={t('hours.start-of', { what: legend })}
          value={value.start}
          onInput={(start) => onInput({ ...value, start })}
        />
        <span aria-hidden="true">–</span>
        <TimeInput
          {...aria}
          label={t('hours.end-of', { what: legend })}
          value={value.end}
          onInput={(end) => onInput({ ...value, end })}
        />
        {(spanOf(value)?.endMinute ?? 0) > MINUTES_PER_DAY && <span class={styles.soft}>{t('hours.next-day')}</span>}
      </div>
      <p id={`${id}-hint`} class={styles.soft}>
        {hint}
      </p>
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
