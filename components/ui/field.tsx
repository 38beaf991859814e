import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './field.module.css';
import { FieldError } from './notice.tsx';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** One clear sentence; shown by the field and read out with it. */
  readonly error?: string | null;
  readonly children: (aria: FieldAria) => ComponentChildren;
}

export interface FieldAria {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
      {hint !== undefined && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'search' | 'date';
  readonly maxLength?: number;
  readonly placeholder?: string;
}

export function TextField({ value, onInput, type = 'text', maxLength, placeholder, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          // Preact types each kind of input on its own; ours differ in nothing but their name.
          type={type as 'text'}
          class={styles.input}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ value, options, onChange, ...field }: SelectFieldProps) {
  return <Field {...field}>{(aria) => <Select {...aria} value={value} options={options} onChange={onChange} />}</Field>;
}

type SelectProps = Pick<SelectFieldProps, 'value' | 'options' | 'onChange'> &
  Partial<FieldAria> & { readonly 'aria-label'?: string };

export function Select({ value, options, onChange, ...aria }: SelectProps) {
  return (
    <select {...aria} class={styles.input} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export const inputClass = styles.input;
