import { inputClass } from '../ui/field.tsx';
import styles from './time-input.module.css';

interface TimeInputProps {
  readonly label: string;
  readonly value: string;
  readonly wrong?: boolean;
  /** The id of what explains it. */
  readonly describedBy?: string | undefined;
  readonly onInput: (value: string) => void;
}

/**
 * A time of day as contracts write it, 24 hours in all languages (a browser's own field may ask for AM and PM), or a length
 * in hours and minutes.
 */
export function TimeInput({ label, value, wrong, describedBy, onInput }: TimeInputProps) {
  return (
    <input
      class={`${inputClass} ${styles.time}`}
      aria-label={label}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={describedBy}
      value={value}
      maxLength={5}
      autocomplete="off"
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
