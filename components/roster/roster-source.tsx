import { useRef, useState } from 'preact/hooks';
import { MAX_ROSTER_LENGTH } from '../../utils/core/roster/limits.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import styles from './roster.module.css';

interface RosterSourceProps {
  /** Null for a file that is too big to be read at all. */
  readonly onText: (text: string | null) => void;
}

/** A calendar as a file or as pasted text; nothing is fetched from anywhere. */
export function RosterSource({ onText }: RosterSourceProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const read = async (file: File): Promise<void> => onText(file.size > MAX_ROSTER_LENGTH ? null : await file.text());
  return (
    <div class={styles.source}>
      <ButtonRow>
        <Button onClick={() => input.current?.click()}>{t('roster.choose-file')}</Button>
      </ButtonRow>
      <input
        ref={input}
        type="file"
        accept="text/calendar,.ics"
        aria-label={t('roster.choose-file')}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void read(file);
        }}
      />
      <details>
        <summary>{t('roster.paste')}</summary>
        <Field label={t('roster.paste-label')} hint={t('roster.paste-hint')}>
          {(aria) => (
            <textarea
              {...aria}
              class={`${inputClass} ${styles.paste}`}
              rows={6}
              value={pasted}
              spellcheck={false}
              onInput={(event) => setPasted(event.currentTarget.value)}
            />
          )}
        </Field>
        <ButtonRow>
          <Button disabled={pasted.trim() === ''} onClick={() => onText(pasted)}>
            {t('roster.read-pasted')}
          </Button>
        </ButtonRow>
      </details>
    </div>
  );
}
