import { useState } from 'preact/hooks';
import type { Problem, Result } from '../../utils/core/result.ts';
import { useText } from '../text-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import styles from './app-picker.module.css';
import { addressOf } from './choose.ts';

interface AddSiteProps<Site> {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly read: (text: string) => Result<Site>;
  readonly onAdd: (site: Site) => void;
  /** Says below what will match, as soon as the address can be read. */
  readonly covers?: boolean;
}

/** A field for an address, and the sentence about what is wrong with it. */
export function AddSite<Site extends { readonly pattern: string }>(props: AddSiteProps<Site>) {
  const { label, hint, button, read, onAdd, covers = false } = props;
  const t = useText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const seen = covers ? read(text) : null;
  const submit = (): void => {
    const site = read(text);
    setProblem(site.ok ? null : site.problem);
    if (!site.ok) return;
    setText('');
    onAdd(site.value);
  };
  return (
    <form
      class={styles.site}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={label}
        hint={hint}
        value={text}
        onInput={setText}
        placeholder="https://chat.example.org"
        error={problem === null ? null : t.problem(problem)}
      />
      {covers && (
        <p class={styles.covers} role="status">
          {seen?.ok === true && t('apps.account-covers', { address: addressOf(seen.value.pattern) })}
        </p>
      )}
      <Button type="submit">{button}</Button>
    </form>
  );
}
