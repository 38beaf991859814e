import { Field, inputClass } from '../ui/field.tsx';
import styles from './annotate.module.css';

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly error?: string | null;
  readonly onInput: (value: string) => void;
}

/** Room for a few sentences. */
export function WordsField({ label, value, maxLength, error, onInput }: WordsFieldProps) {
  return (
    <Field label={label} {...(error ? { error } : {})}>
      {(aria) => (
        <textarea
          {...aria}
          class={`${inputClass} ${styles.words}`}
          rows={3}
          value={value}
          maxLength={maxLength}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
