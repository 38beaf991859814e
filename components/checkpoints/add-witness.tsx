import { useId, useRef, useState } from 'preact/hooks';
import { fail, ok, type Result } from '../../utils/core/result.ts';
import { makeVisible } from '../../utils/core/text/visible.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import styles from './checkpoints-view.module.css';
import type { AddedWitness } from './types.ts';
import { readWitnessFiles } from './witness-file.ts';

const NAME_LENGTH = 100;

type Way = 'files' | 'pasted';

interface Refused {
  readonly way: Way;
  readonly sentence: string;
}

export interface AddWitnessProps {
  /** @throws where the background does not answer. */
  readonly onWitness: (file: string) => Promise<Result<AddedWitness>>;
}

/** What came back from whoever received a checkpoint: as files, or as text out of a mail. */
export function AddWitness({ onWitness }: AddWitnessProps) {
  const t = useText();
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [added, setAdded] = useState<AddedWitness | null>(null);

  const add = async (way: Way, given: Promise<Result<string>>): Promise<void> => {
    setAdded(null);
    setRefused(null);
    const file = await given;
    const result = file.ok ? await onWitness(file.value) : file;
    if (!result.ok) return setRefused({ way, sentence: t.problem(result.problem) });
    setPasted('');
    setAdded(result.value);
  };

  const attempt = (way: Way, given: Promise<Result<string>>): void => {
    add(way, given).catch((error: unknown) => {
      console.error(error);
      setRefused({ way, sentence: t('checkpoints.add-failed') });
    });
  };

  const refusal = (way: Way): string | null => (refused?.way === way ? refused.sentence : null);

  return (
    <section class={styles.panel} aria-labelledby={titleId}>
      <h3 id={titleId}>{t('checkpoints.add')}</h3>
      <p>{t('checkpoints.add-intro')}</p>
      <ButtonRow>
        <Button onClick={() => input.current?.click()}>{t('checkpoints.add-files')}</Button>
      </ButtonRow>
      <input
        ref={input}
        type="file"
        multiple
        accept=".txt,.sig,text/plain"
        aria-label={t('checkpoints.add-files')}
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) attempt('files', readWitnessFiles(files));
        }}
      />
      {refusal('files') !== null && <FieldError>{refusal('files')}</FieldError>}
      <Field label={t('checkpoints.add-paste')} error={refusal('pasted')}>
        {(aria) => (
          <textarea
            {...aria}
            class={`${inputClass} ${styles.paste}`}
            rows={5}
            value={pasted}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        )}
      </Field>
      <ButtonRow>
        <Button onClick={() => attempt('pasted', pastedFile(pasted))}>{t('checkpoints.add-pasted')}</Button>
      </ButtonRow>
      {added !== null && (
        <Notice kind="good" live>
          <bdi>{t('checkpoints.added', { name: makeVisible(added.by, NAME_LENGTH), number: added.number })}</bdi>
        </Notice>
      )}
    </section>
  );
}

/** Whoever copies out of a mail takes an empty line too many. */
async function pastedFile(pasted: string): Promise<Result<string>> {
  const text = pasted.trim();
  return text === '' ? fail('checkpoint.witness', 'witness') : ok(`${text}\n`);
}
