import { inputClass } from '../ui/field.tsx';
import styles from './form.module.css';

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly wrong?: boolean;
  readonly describedBy?: string | undefined;
}

/** A time of day as contracts write it, 24 hours in all languages; a browser's own field may ask for AM and PM. */
export function TimeInput({ label, value, onInput, wrong, describedBy }: TimeInputProps) {
  return (
    <input
      class={`${inputClass} ${styles.time}`}
      aria-label={label}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={describedBy}
      value={value}
      maxLength={5}
      inputMode="text"
      autocomplete="off"
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
