import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import styles from './vault.module.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem: Problem | null;
  readonly onInput: (typed: string) => void;
  /** Tells a password manager whether this one is known already. */
  readonly kind: 'current' | 'new';
  readonly input?: RefObject<HTMLInputElement | null>;
}

export function PassphraseField({ label, hint, value, problem, onInput, kind, input }: PassphraseFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} {...(hint !== undefined && { hint })} error={problem === null ? null : t.problem(problem)}>
      {(aria) => (
        <div class={styles.typed}>
          <input
            {...aria}
            ref={input ?? null}
            // Preact types each kind of input on its own; ours differ in nothing but what they show.
            type={(shown ? 'text' : 'password') as 'text'}
            class={inputClass}
            value={value}
            autocomplete={`${kind}-password`}
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <Button
            look="quiet"
            pressed={shown}
            label={t('vault.show-label', { field: label })}
            onClick={() => setShown(!shown)}
          >
            {t('vault.show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
