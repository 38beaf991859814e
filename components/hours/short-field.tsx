import { Field, inputClass } from '../ui/field.tsx';
import styles from './free-fields.module.css';

interface ShortFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | null;
  readonly onInput: (value: string) => void;
}

/** One time of day, or one length in hours and minutes, with its label above it. */
export function ShortField({ value, onInput, ...field }: ShortFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          class={`${inputClass} ${styles.short}`}
          value={value}
          maxLength={5}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
