import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './choice.module.css';

interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

interface RadioGroupProps<V extends string> {
  readonly legend: string;
  /** The legend is there for ears only, since a heading says it already. */
  readonly legendUnseen?: boolean;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
  readonly row?: boolean;
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const name = useId();
  return (
    <fieldset>
      <legend class={props.legendUnseen ? 'unseen' : styles.legend}>{props.legend}</legend>
      <div class={props.row ? styles.row : styles.list}>
        {props.options.map((option) => (
          <label key={option.value} class={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              <span class={styles.name}>{option.label}</span>
              {option.hint !== undefined && <span class={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
  readonly hint?: string;
  readonly disabled?: boolean;
}

/** A switch takes effect at once; its state is word (its label), shape (where the knob stands) and colour. */
export function Switch({ checked, onChange, children, hint, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div class={styles.option}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        class={styles.switch}
        checked={checked}
        disabled={disabled ?? false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <label for={id} class={styles.name}>
          {children}
        </label>
        {hint !== undefined && (
          <span id={`${id}-hint`} class={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
