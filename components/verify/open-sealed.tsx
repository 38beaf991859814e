import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { readSecrets } from '../../utils/core/seal/keys.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import picker from './bundle-picker.module.css';
import styles from './verify-view.module.css';

interface OpenSealedProps {
  /** Of the file, made visible. */
  readonly name: string;
  /** Why the keys given before did not open it. */
  readonly problem: Problem | null;
  readonly onSecrets: (secrets: readonly Uint8Array[]) => void;
}

/** A key file has a line for each key; what is bigger is another file. */
const MOST_BYTES = 65_536;

/** Asks for the secret key of a sealed file: typed in, or the file that was saved when it was made. */
export function OpenSealed({ name, problem, onSecrets }: OpenSealedProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [unread, setUnread] = useState<Problem | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const said = unread ?? problem;

  const give = (text: string): void => {
    const secrets = readSecrets(text);
    setUnread(secrets.ok ? null : secrets.problem);
    if (secrets.ok) onSecrets(secrets.value);
  };

  const chosen = (input: HTMLInputElement): void => {
    const key = input.files?.[0];
    input.value = '';
    key
      ?.slice(0, MOST_BYTES)
      .text()
      .then(give, () => give(''));
  };

  return (
    <form
      class={styles.sealed}
      onSubmit={(event) => {
        event.preventDefault();
        give(typed);
      }}
    >
      <Notice live>
        <bdi>{t('seal.open.asks', { name })}</bdi>
      </Notice>
      <Field label={t('seal.open.key')} hint={t('seal.open.key-hint')} error={said && t.problem(said)}>
        {(aria) => (
          <input
            {...aria}
            type="password"
            class={inputClass}
            autocomplete="off"
            spellcheck={false}
            maxLength={MOST_BYTES}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <ButtonRow>
        <Button type="submit">{t('seal.open.open')}</Button>
        <Button onClick={() => file.current?.click()}>{t('seal.open.file')}</Button>
      </ButtonRow>
      <input
        ref={file}
        class={picker.input}
        type="file"
        aria-label={t('seal.open.file')}
        tabIndex={-1}
        onChange={(event) => chosen(event.currentTarget)}
      />
    </form>
  );
}
