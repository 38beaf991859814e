import { useState } from 'preact/hooks';
import type { Problem } from '../../utils/core/result.ts';
import { keyEnd, keyFile, recipientText } from '../../utils/core/seal/keys.ts';
import { makeKeyPair, type SealKeyPair } from '../../utils/core/seal/types.ts';
import { saveFile } from '../page/save-file.ts';
import { useText } from '../text-context.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { FieldError, Notice } from '../ui/notice.tsx';
import { sealProblem } from './picked.ts';
import type { CheckPorts } from './use-check.ts';
import styles from './verify-view.module.css';

interface Made extends SealKeyPair {
  /** RFC 3339. */
  readonly at: string;
}

/** Makes a delegate's key pair. It is in this page only, until the person saves it. */
export function MakeKey({ ports: { seal, now } }: { readonly ports: Pick<CheckPorts, 'seal' | 'now'> }) {
  const t = useText();
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const make = (): void => {
    const at = new Date(now()).toISOString().replace(/\.\d+/u, '');
    makeKeyPair(seal).then(
      (pair) => setMade({ ...pair, at }),
      (error: unknown) => {
        const known = sealProblem(error);
        if (known === null) throw error;
        setProblem(known);
      },
    );
  };

  return (
    <section class={styles.sealed}>
      <h2>{t('seal.make.title')}</h2>
      <p>{t('seal.make.intro')}</p>
      {made === null ? (
        <ButtonRow>
          <Button onClick={make}>{t('seal.make.make')}</Button>
        </ButtonRow>
      ) : (
        <MadeKey made={made} />
      )}
      {problem !== null && <FieldError>{t.problem(problem)}</FieldError>}
    </section>
  );
}

function MadeKey({ made: { at, recipient, secret } }: { readonly made: Made }) {
  const t = useText();
  const [copied, setCopied] = useState<'copied' | 'copy-failed' | null>(null);
  const text = recipientText(recipient);
  const end = keyEnd(recipient);
  const save = (): void =>
    saveFile(`age-key-${end.replace(' ', '')}.txt`, [keyFile(at, recipient, secret)], 'text/plain');
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('copy-failed'),
    );
  return (
    <>
      <Notice kind="care" live action={<Button onClick={save}>{t('seal.make.save')}</Button>}>
        {t('seal.make.keep')}
      </Notice>
      <Field label={t('seal.make.public')} hint={t('seal.make.public-hint', { end })}>
        {(aria) => <input {...aria} type="text" class={inputClass} readOnly value={text} />}
      </Field>
      <ButtonRow>
        <Button onClick={copy}>{t('seal.make.copy')}</Button>
      </ButtonRow>
      {copied !== null && (
        <Notice kind={copied === 'copied' ? 'good' : 'care'} live>
          {t(`seal.make.${copied}`)}
        </Notice>
      )}
    </>
  );
}
